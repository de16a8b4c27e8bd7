import StudyApp
import StudyStore
import Terminal

/// The links of a card or a note, one of them chosen.
struct LinksPanel: Hashable {
  let overview: LinkOverview
  /// Whose links these are: `links of this card`.
  let heading: String
  private(set) var cursor = 0
  /// What is typed after `/`; nil while nothing is searched for.
  private(set) var filter: LineEditor?
  private(set) var isTyping = false
  private(set) var viewport = Viewport()

  init(_ overview: LinkOverview, heading: String) {
    self.overview = overview
    self.heading = heading
  }

  var items: [LinkOverview.Item] {
    guard let wanted = filter?.text.lowercased(), !wanted.isEmpty else { return overview.items }
    return overview.items.filter { $0.name.lowercased().contains(wanted) }
  }

  var chosen: LinkOverview.Item? {
    let items = items
    return items.indices.contains(cursor) ? items[cursor] : nil
  }

  mutating func scroll(_ key: ScrollKey) {
    switch key {
    case .rows(let rows): move(to: cursor + rows)
    case .pages(let pages): move(to: cursor + pages * max(1, viewport.height - 1))
    case .start: move(to: 0)
    case .end: move(to: items.count - 1)
    }
  }

  private mutating func move(to item: Int) {
    cursor = max(0, min(item, items.count - 1))
    viewport.reveal(cursor..<cursor + 1)
  }

  // MARK: Searching

  mutating func startTyping() {
    filter = filter ?? LineEditor()
    isTyping = true
  }

  /// - Returns: false if nothing was searched for.
  mutating func stopSearching() -> Bool {
    guard filter != nil else { return false }
    (filter, isTyping) = (nil, false)
    move(to: 0)
    return true
  }

  /// - Returns: false if the key means nothing to somebody who types.
  mutating func type(_ key: Key) -> Bool {
    switch key {
    case .enter: isTyping = false
    case .escape: _ = stopSearching()
    default:
      guard var editor = filter, editor.handle(key) else { return false }
      filter = editor
    }
    move(to: 0)
    return true
  }

  /// Two rows are the heading's, and two those of the notes that link here.
  mutating func fit(room: Int) {
    viewport.fit(count: items.count, room: max(1, room - 2 - (overview.linkedFrom.isEmpty ? 0 : 2)))
    move(to: cursor)
  }
}
