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
  /// What keywords of a line begin with. Most lines are passed over at their first byte.
  let lineStarts: ByteSet
  /// What the keywords begin with that may stand anywhere in a line.
  let starts: WordStarts

  init(_ keywords: Keywords) {
    begin = Array(keywords.begin.utf8)
    end = Array(keywords.end.utf8)
    inlineBegin = Array(keywords.inlineBegin.utf8)
    inlineEnd = Array(keywords.inlineEnd.utf8)
    deck = Array(keywords.deck.utf8)
    tags = Array(keywords.tags.utf8)
    delete = Array(keywords.delete.utf8)
    frozen = Array((keywords.frozen + " - ").utf8)
    starts = WordStarts(begin, inlineBegin)
    lineStarts = ByteSet([begin, end, deck, tags, frozen].compactMap(\.first))
  }

  /// True where every card begins with what ends one: then a line between them that begins the next card also ends the
  /// one before, as Obsidian_to_Anki reads it.
  var beginEndsToo: Bool { begin.starts(with: end) }
}
