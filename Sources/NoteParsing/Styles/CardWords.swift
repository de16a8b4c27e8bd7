import Markdown

/// The words of a question, without the marks of the list, heading, quote or callout that it stands in.
enum CardWords {
  /// Without the marks at the beginning of a line.
  static func withoutMarkers(_ range: Range<Int>, in bytes: Bytes) -> Range<Int> {
    var content = bytes.trimmed(range)
    if let end = markerEnd(content, in: bytes) { content = bytes.trimmed(end..<content.upperBound) }
    // `- [ ] question`
    if content.count > 4, bytes[content.lowerBound] == Byte.openBracket,
      bytes[content.lowerBound + 2] == Byte.closeBracket, Byte.isBlank(bytes[content.lowerBound + 3])
    {
      content = bytes.trimmed(content.lowerBound + 3..<content.upperBound)
    }
    return content
  }

  /// Past `-`, `1.`, `##` or `[!note]`, and the blank after it.
  private static func markerEnd(_ content: Range<Int>, in bytes: Bytes) -> Int? {
    guard let first = bytes[content].first else { return nil }
    var index = content.lowerBound
    switch first {
    case Byte.dash, UInt8(ascii: "*"), UInt8(ascii: "+"): index += 1
    case Byte.hash: while index < content.upperBound, bytes[index] == Byte.hash { index += 1 }
    case _ where Byte.isDigit(first):
      while index < content.upperBound, Byte.isDigit(bytes[index]) { index += 1 }
      guard index < content.upperBound, [UInt8(ascii: "."), Byte.closeParenthesis].contains(bytes[index])
      else {
        return nil
      }
      index += 1
    case Byte.openBracket where bytes.has("[!", at: index):
      guard let close = bytes[content].firstIndex(of: Byte.closeBracket) else { return nil }
      index = close + 1
      // `[!note]+` is folded or unfolded.
      if index < content.upperBound, bytes[index] == Byte.dash || bytes[index] == UInt8(ascii: "+") {
        index += 1
      }
    default: return nil
    }
    return index == content.upperBound || Byte.isBlank(bytes[index]) ? index : nil
  }

  /// The text of lines, the first of them from an offset on.
  static func text(of lines: Range<Int>, from start: Int, in text: StyleText) -> String {
    guard let first = lines.first else { return "" }
    let words = withoutMarkers(
      min(start, text.lines[first].content.upperBound)..<text.lines[first].content.upperBound, in: text.bytes)
    guard lines.count > 1 else { return text.bytes.text(words) }
    // The words of a list's first item are part of the list.
    let isList = words.lowerBound > start && lines.count > 1 && !isHead(start, in: text.bytes)
    let head = isList ? start..<words.upperBound : words
    let rest = text.text(of: lines.lowerBound + 1..<lines.upperBound)
    return TextKey.trimmed(text.bytes.text(head) + "\n" + rest)
  }

  /// True where a heading or a callout begins.
  private static func isHead(_ offset: Int, in bytes: Bytes) -> Bool {
    bytes[offset] == Byte.hash || bytes[offset] == Byte.openBracket
  }
}
