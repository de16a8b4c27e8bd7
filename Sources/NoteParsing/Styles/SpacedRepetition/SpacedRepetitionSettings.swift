import StudyCore

/// How obsidian-spaced-repetition is set: which notes hold its cards, and how they are written (`card-syntax.md` §4).
package struct SpacedRepetitionSettings: Hashable, Sendable {
  /// Which notes hold cards.
  package enum Notes: Hashable, Sendable {
    /// Those with one of the tags.
    case tagged
    /// All of them, because folders are decks.
    case all
  }

  package var notes = Notes.tagged
  /// Without `#`; tags below them count too.
  package var tags = ["flashcards"]
  package var line = "::"
  package var reversedLine = ":::"
  package var lines = "?"
  package var reversedLines = "??"
  /// The line that ends an answer in place of a blank one; empty for none.
  package var endMarker = ""
  package var clozes = [ClozePattern.highlight]

  package init() {}

  /// Everything that decides how a note is read.
  package var identity: [String] {
    tags + ["\(notes)", line, reversedLine, lines, reversedLines, endMarker] + clozes.map(\.text)
  }

  /// The deck that one of the plugin's tags names: what follows the tag that makes a note one with cards.
  ///
  /// - Returns: nil where the tag is none of the plugin's.
  func deck(ofTag tag: String) -> TagDeck? {
    let lower = tag.lowercased()
    for root in tags {
      let root = root.lowercased()
      if lower == root { return .noDeck }
      guard lower.hasPrefix(root + "/") else { continue }
      let parts = tag.dropFirst(root.count + 1).split(separator: "/")
      return parts.isEmpty ? .noDeck : .deck(parts.joined(separator: "::"))
    }
    return nil
  }

  enum TagDeck: Hashable {
    case noDeck
    case deck(String)

    var name: String? {
      if case .deck(let name) = self { name } else { nil }
    }
  }
}
