import Markdown

/// What the parts of a note share: the text that they stand in, and its headings. The parts keep their places in it; strings are
/// made of them when somebody asks, and not before.
final class NoteSource: Sendable {
  private let text: [UInt8]
  private let headings: [Heading]

  init(text: [UInt8], headings: [Heading]) {
    self.text = text
    self.headings = headings
  }

  func with<Result>(_ read: (Bytes) -> Result) -> Result { text.withUnsafeBufferPointer { read($0) } }

  /// The titles of a heading and of those above it, outermost first.
  ///
  /// - Parameter index: of the innermost; nil where there is none.
  func path(to index: Int?) -> [String] {
    var titles: [String] = []
    var next = index
    with { bytes in
      while let heading = next.map({ headings[$0] }) {
        titles.append(bytes.text(heading.title))
        next = heading.parent
      }
    }
    return titles.reversed()
  }
}
