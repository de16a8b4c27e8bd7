extension CardKind {
  /// The cards that a block of this type and these fields makes, in Anki's order (`anki-formats.md` §8).
  ///
  /// A card without a question is none: that leaves out the reverse of an empty answer and a cloze text
  /// without gaps.
  package static func cards(of type: NoteType, fields: [Field]) -> [CardKind] {
    guard var question = fields.first?.text else { return [] }
    return question.withUTF8 { question in
      cards(of: type, question: question) { fields.indices.contains($0) && !fields[$0].text.isEmpty }
    }
  }

  /// - Parameters:
  ///   - question: the text of the first field.
  ///   - hasText: says of a field, by its index, whether there is one that is not empty.
  package static func cards(
    of type: NoteType, question: UnsafeBufferPointer<UInt8>, hasText: (Int) -> Bool
  ) -> [CardKind] {
    guard !question.isEmpty else { return [] }
    switch type.behavior {
    case .basic, .typed: return [.forward]
    case .reversed: return hasText(1) ? [.forward, .reverse] : [.forward]
    case .optionalReversed: return hasText(1) && hasText(2) ? [.forward, .reverse] : [.forward]
    case .cloze: return ClozeScanner.numbers(in: question).map(CardKind.cloze)
    }
  }
}
