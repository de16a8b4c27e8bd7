import Markdown
import StudyCore

/// Lines that were surely meant to begin a field and do not: the name is indented, marked, or in other letters, and the field
/// that it names has no text.
enum UnseenHeads {
  static func of(
    _ fields: FieldTexts, in lines: ArraySlice<Range<Int>>, _ bytes: Bytes
  ) -> [(problem: NoteProblem, offset: Int)] {
    (1..<max(1, fields.count)).filter { fields.isEmpty($0) }.compactMap { index in
      let field = fields.name(index)
      let name = Array(field.utf8)
      guard let line = lines.first(where: { isMeant($0, name, bytes) }) else { return nil }
      let content = bytes.trimmed(line)
      let written = bytes.text(content.prefix(while: { bytes[$0] != Byte.colon })) + ":"
      return (.unseenHead(written, field: field), content.lowerBound)
    }
  }

  /// True for the name in whatever letters, between whatever marks, and a colon.
  private static func isMeant(_ line: Range<Int>, _ name: [UInt8], _ bytes: Bytes) -> Bool {
    var index = skipMarks(from: line.lowerBound, line, bytes)
    guard index + name.count < line.upperBound else { return false }
    // An empty field.
    if index == line.lowerBound, bytes[line].starts(with: name + [Byte.colon]) { return false }
    for byte in name {
      guard bytes[index] == byte || (Byte.isLetter(byte) && bytes[index] | 0x20 == byte | 0x20) else {
        return false
      }
      index += 1
    }
    index = skipMarks(from: index, line, bytes)
    return index < line.upperBound && bytes[index] == Byte.colon
  }

  /// Past blanks and the marks of lists, quotes, headings and emphasis.
  private static func skipMarks(from start: Int, _ line: Range<Int>, _ bytes: Bytes) -> Int {
    let marks = [
      Byte.space, Byte.tab, Byte.dash, Byte.greater, Byte.hash, UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "+"),
    ]
    var index = start
    while index < line.upperBound, marks.contains(bytes[index]) { index += 1 }
    return index
  }
}

extension Range<Int> {
  fileprivate func prefix(while holds: (Int) -> Bool) -> Range<Int> {
    var end = lowerBound
    while end < upperBound, holds(end) { end += 1 }
    return lowerBound..<end
  }
}
