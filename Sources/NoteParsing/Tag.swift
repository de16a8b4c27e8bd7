import Markdown

/// A tag as cards carry it.
package enum Tag {
  /// True for the bytes of a tag in running text (`card-syntax.md` §6.5).
  static func has(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.dash || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "/") || byte >= 0x80
  }

  /// Without `#` and wiki brackets; blanks inside become dashes. Nil if nothing is left.
  package static func normalized(_ text: String) -> String? {
    if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
    var name = TextKey.name(text)[...]
    if name.hasPrefix("[["), name.hasSuffix("]]"), name.utf8.count > 4 {
      name = name.dropFirst(2).dropLast(2)
    }
    let words = name.unicodeScalars.drop { $0 == "#" }.split(whereSeparator: TextKey.isBlank)
    return words.isEmpty ? nil : words.map { String($0) }.joined(separator: "-")
  }

  /// True for ASCII that stands for itself in a tag.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "[")
  }

  /// Reads a line of tags: separated by blanks or commas.
  static func list(in bytes: Bytes, _ range: Range<Int>) -> [String] {
    guard bytes.isASCII(range) else { return list(bytes.text(range)) }
    var tags: [String] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, !Byte.isSpace(bytes[end]), bytes[end] != UInt8(ascii: ",") { end += 1 }
      if end > start, let tag = normalized(bytes.text(start..<end)) { tags.append(tag) }
      start = end + 1
    }
    return tags
  }

  /// True for tags that stand as they are read: of ASCII, a blank before each, none twice, and few.
  static func isPlainList(in bytes: Bytes, _ range: Range<Int>) -> Bool {
    let end = bytes.trimmed(range).upperBound
    var starts = SIMD8<UInt32>()
    var count = 0
    var index = range.lowerBound
    while index < end {
      guard bytes[index] == Byte.space, count < starts.scalarCount else { return false }
      let start = index + 1
      index = start
      while index < end, isPlain(bytes[index]), bytes[index] != UInt8(ascii: ",") { index += 1 }
      guard index > start, index == end || bytes[index] == Byte.space else { return false }
      for other in 0..<count where isSame(Int(starts[other]), start, length: index - start, in: bytes) {
        return false
      }
      starts[count] = UInt32(clamping: start)
      count += 1
    }
    return count > 0
  }

  /// Whether the tag at an offset is this one, in whatever case.
  private static func isSame(_ other: Int, _ start: Int, length: Int, in bytes: Bytes) -> Bool {
    for place in 0..<length where lower(bytes[other + place]) != lower(bytes[start + place]) { return false }
    return !isPlain(bytes[other + length])
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private static func list(_ text: String) -> [String] {
    text.unicodeScalars.split { $0 == "," || TextKey.isBlank($0) }.compactMap { normalized(String($0)) }
  }

  /// The same for so few that comparing each with each is faster than a set.
  private static func union(ofFew tags: [String]) -> [String] {
    var seen: [String] = []
    return tags.filter { tag in
      let key = tag.lowercased()
      if seen.contains(key) { return false }
      seen.append(key)
      return true
    }
  }

  /// All of them once, compared without case; the first spelling wins.
  package static func union(_ lists: [String]...) -> [String] {
    if lists.count == 1, lists[0].count < 2 { return lists[0] }
    if lists.count == 1, lists[0].count < 8 { return union(ofFew: lists[0]) }
    var seen = Set<String>()
    return lists.joined().filter { seen.insert($0.lowercased()).inserted }
  }
}
