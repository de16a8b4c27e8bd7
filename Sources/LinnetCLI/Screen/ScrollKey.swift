import Terminal

/// Moving in what is longer than the window.
enum ScrollKey: Hashable, Sendable {
  case rows(Int), pages(Int), start, end

  init?(_ key: Key) {
    switch key {
    case .character("j"), .down: self = .rows(1)
    case .character("k"), .up: self = .rows(-1)
    case .pageDown: self = .pages(1)
    case .pageUp: self = .pages(-1)
    case .character("g"), .home: self = .start
    case .character("G"), .end: self = .end
    default: return nil
    }
  }
}

extension Viewport {
  mutating func scroll(_ key: ScrollKey) {
    switch key {
    case .rows(let rows): move(by: rows)
    case .pages(let pages): page(pages)
    case .start: move(to: 0)
    case .end: move(to: count)
    }
  }
}
