import StudyCore

/// Deck names that Anki changes when it is given them (`anki-formats.md` §0.3).
enum DeckNameCheck {
  /// What a name becomes; nil where it stays as it is but for blanks around its parts.
  static func change(of name: String) -> String? {
    let read = DeckName(name)
    let written = name.split(separator: "::", omittingEmptySubsequences: false).map {
      TextKey.trimmed(String($0))
    }
    if read.parts != written { return read.description }
    // Anki takes a number for the id of a deck.
    if read.parts.count == 1, Int64(read.parts[0]) != nil { return "Deck " + read.parts[0] }
    return nil
  }
}
