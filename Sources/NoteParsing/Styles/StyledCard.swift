import StudyCore

/// A card that is written in another way than between START and END.
struct StyledCard {
  var syntax: CardSyntax
  var noteType: NoteType
  /// Texts of the type's first fields; those that are left out are empty.
  var texts: [String]
  /// From the first byte of the card to the end of its last line, what names it included.
  var range: Range<Int>
  var names = CardNames()
  /// The deck that the card itself names.
  var deck: String?

  var block: ParsedBlock {
    let fields = noteType.fields.enumerated().map { index, name in
      Field(name: name, text: index < texts.count ? texts[index] : "")
    }
    return ParsedBlock(
      syntax: syntax, noteType: noteType, fields: fields, tags: names.tags, ankiID: names.ankiID,
      blockReference: names.blockReference, deck: deck, memories: names.memories)
  }
}

/// Reads the cards of one style. It sees a note whose START … END cards are taken, and never fails.
protocol CardStyleReader {
  /// The cards in order of their places, apart from each other, and what there is to say about other places.
  func read(_ text: StyleText) -> StyleFindings
}

struct StyleFindings {
  var cards: [StyledCard] = []
  var problems: [(problem: NoteProblem, offset: Int)] = []
}
