import Markdown

/// Tells the `::` between a question and its answer from the same two colons within words.
enum SeparatorSense {
  /// True in `std::vector` and in `http://x::y`: words of code or an address right beside the separator, and text around.
  static func isCode(_ separator: Range<Int>, in line: Range<Int>, _ bytes: Bytes) -> Bool {
    let start =
      bytes[line.lowerBound..<separator.lowerBound].lastIndex(where: Byte.isSpace).map { $0 + 1 }
      ?? line.lowerBound
    let end = bytes[separator.upperBound..<line.upperBound].firstIndex(where: Byte.isSpace) ?? line.upperBound
    if bytes.find("://", from: start, limit: separator.lowerBound) != nil { return true }
    let hasTextAround = start > line.lowerBound && end < line.upperBound
    let again = bytes.find("::", from: separator.upperBound, limit: end) != nil
    return (hasTextAround || again) && isName(start..<separator.lowerBound, bytes)
      && isName(separator.upperBound..<end, bytes)
  }

  /// What a name in code begins with: a small letter or an underscore.
  private static func isName(_ word: Range<Int>, _ bytes: Bytes) -> Bool {
    guard let first = bytes[word].first else { return false }
    return first == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
  }

  /// True in `[due:: today]` and `(due:: today)`: a field of Dataview.
  static func isField(_ separator: Range<Int>, in line: Range<Int>, _ bytes: Bytes) -> Bool {
    let bracket = bytes[line.lowerBound..<separator.lowerBound].last {
      [Byte.openBracket, Byte.closeBracket, Byte.openParenthesis, Byte.closeParenthesis].contains($0)
    }
    return bracket == Byte.openBracket || bracket == Byte.openParenthesis
  }
}
