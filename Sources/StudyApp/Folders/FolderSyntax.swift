import NoteParsing
import StudyCore

/// A way of writing cards that `.linnet.yml` switches on for a whole folder.
enum FolderSyntax: Hashable, Sendable {
  /// One of the styles that Obsidian_to_Anki's documentation describes.
  case style(CardSyntax)
  /// obsidian-spaced-repetition, in notes without its tag too.
  case spacedRepetition
  /// flashcards-obsidian, with cards in lines and gaps in all notes.
  case flashcards
  /// Sentences with wiki links, which no plugin reads.
  case linkQuestions

  init?(rawValue: String) {
    switch rawValue {
    case "spaced-repetition": self = .spacedRepetition
    case "flashcards": self = .flashcards
    case CardSyntax.linkQuestion.rawValue: self = .linkQuestions
    default:
      guard let syntax = CardSyntax(rawValue: rawValue), CardSyntax.styles.contains(syntax) else {
        return nil
      }
      self = .style(syntax)
    }
  }

  static let names =
    CardSyntax.styles.map(\.rawValue) + ["spaced-repetition", "flashcards", CardSyntax.linkQuestion.rawValue]

  /// The style as its plugin's documentation describes it.
  static func style(of syntax: CardSyntax) -> StyleRule.Style? {
    switch syntax {
    case .questionAnswer: .questionAnswer
    case .headingParagraph: .headingParagraph(level: 1)
    case .headingToEnd: .headingToEnd(level: 1)
    case .flashcardTag: .flashcard(tag: "#flashcard")
    case .doubleColon: .doubleColon
    case .ruled: .ruled
    case .table: .table
    case .clozeParagraph: .clozeParagraph(mark: "{{c")
    default: nil
    }
  }
}
