import Markdown
import StudyCore

/// Tells what kind of link a property of the front matter holds, for places asked for in order.
struct PropertyWalk {
  private let bytes: Bytes
  private let end: Int
  /// Begins the first line that was not looked at.
  private var next: Int
  private var kind = NoteLink.Kind.property

  init(_ bytes: Bytes, frontMatter: Range<Int>) {
    self.bytes = bytes
    (next, end) = (frontMatter.lowerBound, frontMatter.upperBound)
  }

  /// - Parameter offset: not before the one asked for last.
  mutating func kind(at offset: Int) -> NoteLink.Kind {
    while next <= min(offset, end) {
      let line = next..<bytes.lineEnd(from: next, limit: end)
      next = line.upperBound + 1
      if let name = name(in: line) { kind = NoteLink.Kind(property: name) }
    }
    return kind
  }

  /// Of a property that begins in the line: lists and whatever else belongs to one are indented, or begin with a dash.
  private func name(in line: Range<Int>) -> String? {
    guard let first = line.first.map({ bytes[$0] }), first != Byte.space, first != Byte.tab,
      first != Byte.dash,
      let colon = line.first(where: { bytes[$0] == Byte.colon })
    else { return nil }
    return LinkReader.name(line.lowerBound..<colon, in: bytes)
  }
}

extension NoteLink.Kind {
  /// Of a link in a property of that name.
  fileprivate init(property name: String) {
    self = [NoteLink.Kind.requires, .partOf].first { $0.rawValue == name.lowercased() } ?? .property
  }
}
