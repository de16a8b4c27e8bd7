import Markdown

/// The words that mark cards and say something about a whole file. Each can be changed in the settings of
/// Obsidian_to_Anki (`card-syntax.md` §3.1).
package struct Keywords: Hashable, Sendable {
  package var begin = "START"
  package var end = "END"
  package var inlineBegin = "STARTI"
  package var inlineEnd = "ENDI"
  package var deck = "TARGET DECK"
  package var tags = "FILE TAGS"
  package var delete = "DELETE"
  package var frozen = "FROZEN"

  package init() {}
}

/// The keywords as the scanners look for them.
final class KeywordBytes: Sendable {
  let begin: [UInt8]
  let end: [UInt8]
  let inlineBegin: [UInt8]
  let inlineEnd: [UInt8]
  let deck: [UInt8]
  let tags: [UInt8]
  let delete: [UInt8]
  /// With the dash that follows it.
  let frozen: [UInt8]
  /// What keywords of a line, and headings, begin with. Most lines are passed over at their first byte.
  let lineStarts: LineStarts

  init(_ keywords: Keywords) {
    begin = Array(keywords.begin.utf8)
    end = Array(keywords.end.utf8)
    inlineBegin = Array(keywords.inlineBegin.utf8)
    inlineEnd = Array(keywords.inlineEnd.utf8)
    deck = Array(keywords.deck.utf8)
    tags = Array(keywords.tags.utf8)
    delete = Array(keywords.delete.utf8)
    frozen = Array((keywords.frozen + " - ").utf8)
    lineStarts = LineStarts([begin, end, deck, tags, frozen].compactMap(\.first) + [Byte.hash])
  }

  /// True where every card begins with what ends one: then a line between them that begins the next card also ends the
  /// one before, as Obsidian_to_Anki reads it.
  var beginEndsToo: Bool { begin.starts(with: end) }
}

/// Up to six bytes that are looked for together at the beginnings of lines.
struct LineStarts: Sendable {
  /// Where there are less, one stands in them more than once.
  private let bytes: SIMD8<UInt8>

  init(_ bytes: [UInt8]) {
    assert((1...6).contains(bytes.count), "as many as are compared")
    var lanes = SIMD8<UInt8>(repeating: bytes.first ?? 0)
    for (lane, byte) in bytes.prefix(6).enumerated() { lanes[lane] = byte }
    self.bytes = lanes
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte == bytes[0] || byte == bytes[1] || byte == bytes[2] || byte == bytes[3] || byte == bytes[4]
      || byte == bytes[5]
  }

  @inline(__always)
  func matches(in chunk: ByteChunk) -> ByteMatches {
    chunk.matches(bytes[0]) | chunk.matches(bytes[1]) | chunk.matches(bytes[2]) | chunk.matches(bytes[3])
      | chunk.matches(bytes[4]) | chunk.matches(bytes[5])
  }
}
