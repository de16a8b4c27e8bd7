import StudyCore

/// How flashcards-obsidian is set (`card-syntax.md` §5).
package struct FlashcardsSettings: Hashable, Sendable {
  /// Which notes may hold cards in a line or as gaps: those forms stand in ordinary text as well.
  package enum Notes: Hashable, Sendable {
    /// Those that name a deck, hold another of the plugin's cards, or the names that it gave to cards.
    case marked
    case all
  }

  package var notes = Notes.marked
  /// Without `#`.
  package var tag = "card"
  package var line = "::"
  package var reversedLine = ":::"

  package init() {}

  /// Everything that decides how a note is read.
  package var identity: [String] { ["\(notes)", tag, line, reversedLine] }

  /// The plugin's second version reads some forms in another way.
  enum Version: Hashable { case first, second }

  /// What a word such as `#card-reverse` asks for.
  enum Mark: Hashable { case basic, reversed, reminder }

  /// - Parameter word: with its `#`.
  func mark(_ word: String) -> Mark? {
    guard word.hasPrefix("#" + tag) else { return nil }
    switch word.dropFirst(tag.count + 1) {
    case "": return .basic
    case "-reverse", "/reverse": return .reversed
    case "-spaced", "/spaced", "-reminder", "/reminder": return .reminder
    default: return nil
    }
  }
}
