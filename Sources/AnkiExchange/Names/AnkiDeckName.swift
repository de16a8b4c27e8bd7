import Foundation
import StudyCore

/// Decks as a text file must name them (`anki-formats.md` §0.2–4, §0.15).
package enum AnkiDeckName {
  /// Anki refuses files with decks nested some five hundred deep; nobody means more than this.
  static let maximumDepth = 100

  /// Composed, not too deep, and not a number, which Anki would take for the id of a deck.
  package static func normalized(_ deck: DeckName) -> DeckName {
    let parts = deck.parts.prefix(maximumDepth).map(\.precomposedStringWithCanonicalMapping)
    if parts.count == 1, Int64(parts[0]) != nil { return DeckName(parts: ["Deck " + parts[0]]) }
    return DeckName(parts: parts)
  }

  /// Anki compares decks without case: all decks that differ only there, also in a parent, get the spelling that
  /// comes first.
  static func spelledAlike(_ decks: some Sequence<DeckName>) -> [DeckName: DeckName] {
    var spellings: [[String]: String] = [:]
    var result: [DeckName: DeckName] = [:]
    for deck in Set(decks).sorted() {
      var path: [String] = []
      result[deck] = DeckName(
        parts: deck.parts.map { part in
          path.append(part.lowercased())
          let spelling = spellings[path] ?? part
          spellings[path] = spelling
          return spelling
        })
    }
    return result
  }
}
