import Markdown
import StudyCore

/// Deck names that Anki changes when it is given them (`anki-formats.md` §0.3).
enum DeckNameCheck {
  /// What a name becomes; nil where it stays as it is but for blanks around its parts.
  static func change(of name: String) -> String? {
    if isPlain(name) { return nil }
    let read = DeckName(name)
    let written = name.split(separator: "::", omittingEmptySubsequences: false).map {
      TextKey.trimmed(String($0))
    }
    if read.parts != written { return read.description }
    // Anki takes a number for the id of a deck.
    if read.parts.count == 1, Int64(read.parts[0]) != nil { return "Deck " + read.parts[0] }
    return nil
  }

  /// True of nearly all names: ASCII that begins with a letter, and parts without blanks at their ends.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, Byte.isLetter(first) else { return false }
    var before = first
    var colons = 0
    for byte in name.utf8.dropFirst() {
      guard byte >= 0x20, byte < 0x7f else { return false }
      colons = byte == Byte.colon ? colons + 1 : 0
      if colons > 2 || (colons == 1 && before == Byte.space) || (byte == Byte.space && before == Byte.colon) {
        return false
      }
      before = byte
    }
    return before != Byte.space && before != Byte.colon
  }
}
