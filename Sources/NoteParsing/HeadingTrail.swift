import Markdown

/// An ATX heading of a note.
struct Heading {
  var offset: Int
  var level: Int
  var title: Range<Int>
  /// The heading that it stands under, by its index among all of the note.
  var parent: Int?
}

extension [Heading] {
  /// Adds the next heading of a note; the last one above it of a lower level is its parent.
  mutating func append(offset: Int, level: Int, title: Range<Int>) {
    var parent = indices.last
    while let above = parent.map({ self[$0] }), above.level >= level { parent = above.parent }
    append(Heading(offset: offset, level: level, title: title, parent: parent))
  }
}

/// The heading above a place, without one that stands there itself. Asked in ascending order it walks the headings once.
struct HeadingTrail {
  private let headings: [Heading]
  private var next = 0

  init(_ headings: [Heading]) { self.headings = headings }

  /// By its index; nil where none stands above.
  mutating func heading(above offset: Int) -> Int? {
    while next < headings.count, headings[next].offset <= offset { next += 1 }
    guard next > 0 else { return nil }
    return headings[next - 1].offset == offset ? headings[next - 1].parent : next - 1
  }
}
