import Markdown

/// An ATX heading of a note.
struct Heading {
  var offset: Int
  var level: Int
  var title: Range<Int>
}

/// The headings above a place, outermost first: without one that stands there itself. Asked in ascending order it walks the headings once.
struct HeadingTrail {
  private let bytes: Bytes
  private let headings: [Heading]
  private var next = 0
  private var open: [Heading] = []
  /// The titles of those that are open, once somebody asked for them.
  private var titles: [String]?

  init(_ bytes: Bytes, headings: [Heading]) {
    self.bytes = bytes
    self.headings = headings
  }

  mutating func path(at offset: Int) -> [String] {
    while next < headings.count, headings[next].offset <= offset {
      let heading = headings[next]
      while let last = open.last, last.level >= heading.level { open.removeLast() }
      open.append(heading)
      titles = nil
      next += 1
    }
    let all = titles ?? open.map { bytes.text($0.title) }
    titles = all
    let isHeading = next > 0 && headings[next - 1].offset == offset
    return isHeading ? all.dropLast() : all
  }
}
