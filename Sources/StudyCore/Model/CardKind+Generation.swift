extension CardKind {
  /// The cards that a block of this type and these fields makes, in Anki's order (`anki-formats.md` §8).
  ///
  /// A card without a question is none: that leaves out the reverse of an empty answer and a cloze text
  /// without gaps.
  package static func cards(of type: NoteType, fields: [Field]) -> [CardKind] {
    guard let first = fields.first, !first.text.isEmpty else { return [] }
    let hasText = { (index: Int) in fields.indices.contains(index) && !fields[index].text.isEmpty }
    switch type.behavior {
    case .basic, .typed: return [.forward]
    case .reversed: return hasText(1) ? [.forward, .reverse] : [.forward]
    case .optionalReversed: return hasText(1) && hasText(2) ? [.forward, .reverse] : [.forward]
    case .cloze: return Set(ClozeScanner.scan(first.text).map(\.number)).sorted().map(CardKind.cloze)
    }
  }
}
