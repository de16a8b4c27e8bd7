/// The part of a list of rows that a window shows.
struct Viewport: Hashable, Sendable {
  /// The first row shown, from 0.
  private(set) var top = 0
  /// All rows, and how many of them the window takes.
  private(set) var count = 0
  private(set) var height = 1

  var visible: Range<Int> { top..<min(count, top + height) }
  var isAtEnd: Bool { top + height >= count }
  var isScrollable: Bool { count > height }

  /// - Parameter room: rows of the window; where not all rows fit, one of them tells so.
  mutating func fit(count: Int, room: Int) {
    self.count = count
    height = max(1, count > room ? room - 1 : room)
    move(to: top)
  }

  mutating func move(to row: Int) { top = max(0, min(row, count - height)) }
  mutating func move(by rows: Int) { move(to: top + rows) }

  /// One row stays in sight.
  mutating func page(_ pages: Int) { move(by: pages * max(1, height - 1)) }

  /// Scrolls as little as shows the rows.
  mutating func reveal(_ rows: Range<Int>) {
    if rows.upperBound > top + height { move(to: rows.upperBound - height) }
    if rows.lowerBound < top { move(to: rows.lowerBound) }
  }

  /// After a new layout of the same text: makes the row the first that shows what the first one showed.
  ///
  /// - Parameters:
  ///   - old, new: readable characters before each row (``readableOffsets(_:)``).
  mutating func keepPlace(from old: [Int], in new: [Int], room: Int) {
    let place = top < old.count ? old[top] : 0
    fit(count: new.count, room: room)
    if top > 0 { move(to: new.lastIndex { $0 <= place } ?? 0) }
  }
}
