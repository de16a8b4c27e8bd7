import StudyCore

/// In which order an arm takes new cards before anything is learned.
enum NewOrder {
  static func of(_ mechanism: Arm.Mechanism, _ vault: Vault, _ leanings: [[FoundationOrder.Leaning]]) -> [Int]
  {
    switch mechanism {
    case .notes:
      return FoundationOrder.order(
        zip(vault.cards, leanings).map { .init(note: $0.note, leanings: $1) })
    case .blocks:
      // Each block as a note of its own, which leans on all blocks of the notes that it links to.
      return FoundationOrder.order(
        leanings.enumerated().map { card, leanings in
          let ofCards = leanings.flatMap { leaning in
            vault.cardsOfNote[leaning.note].map {
              FoundationOrder.Leaning(note: $0, strength: leaning.strength)
            }
          }
          return .init(note: card, leanings: ofCards)
        })
    case .flat, .mood, .ready, .apart, .context, .foundations, .oracle:
      return Array(vault.cards.indices)
    }
  }
}
