import FSRS

// The same cards with other links.

extension Vault {
  /// The placebo: links change their targets by pairs, so that every card keeps its number of links and every note the number of
  /// links to it, but what they say is gone.
  func rewired(seed: UInt64) -> Vault {
    var random = SplitMix64(seed: seed)
    var cards = cards
    let ends = cards.indices.flatMap { card in cards[card].links.indices.map { (card: card, link: $0) } }
    guard ends.count > 1 else { return self }
    for _ in 0..<(20 * ends.count) {
      let first = ends[random.nextIndex(below: ends.count)]
      let second = ends[random.nextIndex(below: ends.count)]
      let (one, other) = (cards[first.card].links[first.link], cards[second.card].links[second.link])
      guard one != other, accepts(other, cards[first.card]), accepts(one, cards[second.card]) else {
        continue
      }
      cards[first.card].links[first.link] = other
      cards[second.card].links[second.link] = one
    }
    return Vault(noteCount: noteCount, cards: cards)
  }

  /// Links of which each is right with a probability and otherwise leads to any note.
  func partlyRight(_ probability: Double, seed: UInt64) -> Vault {
    var random = SplitMix64(seed: seed)
    var cards = cards
    for card in cards.indices {
      for link in cards[card].links.indices where random.nextUniform() >= probability {
        let note = random.nextIndex(below: noteCount)
        if accepts(note, cards[card]) { cards[card].links[link] = note }
      }
    }
    return Vault(noteCount: noteCount, cards: cards)
  }

  private func accepts(_ link: Int, _ card: Card) -> Bool { link != card.note && !card.links.contains(link) }
}
