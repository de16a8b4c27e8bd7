/// The ways of writing cards that Linnet reads. Raw values name them in the collection and, those of
/// ``CardSyntax/styles``, in `.linnet.yml`: a contract.
package enum CardSyntax: String, Hashable, Sendable, CaseIterable {
  // Obsidian_to_Anki's own (`card-syntax.md` §3.2, §3.4)
  case block
  /// A block in a quote, a callout or a list item, which that plugin does not see.
  case contained
  case inline
  // The styles that Obsidian_to_Anki's documentation gives patterns for (`card-syntax.md` §3.7)
  case questionAnswer = "question-answer"
  case headingParagraph = "heading-paragraph"
  case headingToEnd = "heading-to-end"
  case flashcardTag = "flashcard-tag"
  case doubleColon = "double-colon"
  case ruled
  case table
  case clozeParagraph = "cloze-paragraph"
  /// A pattern of the author's own.
  case pattern
  // obsidian-spaced-repetition (`card-syntax.md` §4)
  case spacedLine = "spaced-line"
  case spacedLines = "spaced-lines"
  case spacedCloze = "spaced-cloze"
  // flashcards-obsidian (`card-syntax.md` §5)
  case cardTag = "card-tag"
  case cardReminder = "card-reminder"
  case cardLine = "card-line"
  case cardCloze = "card-cloze"
  case cardFence = "card-fence"
  case cardCallout = "card-callout"
  case cardNote = "card-note"
  /// Linnet's own: a sentence with wiki links, which are its gaps.
  case linkQuestion = "link-question"

  /// The plugin whose way of writing it is; `linnet` for what no plugin reads.
  package enum Origin: Hashable, Sendable, CaseIterable {
    case obsidianToAnki, obsidianSpacedRepetition, flashcardsObsidian, linnet
  }

  package var origin: Origin {
    switch self {
    case .block, .contained, .inline, .questionAnswer, .headingParagraph, .headingToEnd, .flashcardTag,
      .doubleColon,
      .ruled, .table, .clozeParagraph, .pattern:
      .obsidianToAnki
    case .spacedLine, .spacedLines, .spacedCloze: .obsidianSpacedRepetition
    case .cardTag, .cardReminder, .cardLine, .cardCloze, .cardFence, .cardCallout, .cardNote:
      .flashcardsObsidian
    case .linkQuestion: .linnet
    }
  }

  /// Those that a folder's settings switch on, each for a note type.
  package static let styles: [CardSyntax] = [
    .questionAnswer, .headingParagraph, .headingToEnd, .flashcardTag, .doubleColon, .ruled, .table,
    .clozeParagraph,
  ]
}
