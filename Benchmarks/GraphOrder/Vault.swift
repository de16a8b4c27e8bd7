import StudyCore

/// Notes with cards whose texts link to other notes: all that an order by links knows.
struct Vault: Sendable {
  /// A card block; here with one card.
  struct Card: Sendable {
    var note: Int
    /// Each other note once.
    var links: [Int]
  }

  let noteCount: Int
  /// In the order of the notes.
  let cards: [Card]
  /// The cards of each note.
  let cardsOfNote: [[Int]]

  init(noteCount: Int, cards: [Card]) {
    self.noteCount = noteCount
    self.cards = cards
    var members = [[Int]](repeating: [], count: noteCount)
    for (index, card) in cards.enumerated() { members[card.note].append(index) }
    cardsOfNote = members
  }

  var linkCount: Int { cards.reduce(0) { $0 + $1.links.count } }

  /// What each card leans on, as strong as the program takes it to be.
  var leanings: [[FoundationOrder.Leaning]] {
    var linking = [Set<Int>](repeating: [], count: noteCount)
    for card in cards { for link in card.links { linking[link].insert(card.note) } }
    return cards.map { card in
      card.links.map { note in
        .init(
          note: note,
          strength: LinkStrength.card.damped(outDegree: card.links.count, inDegree: linking[note].count))
      }
    }
  }

  /// Ties between the cards of a note, and between a card and those of the notes that it links to.
  var ties: WeightedAdjacency {
    var ties: [WeightedAdjacency.Tie] = []
    for members in cardsOfNote where members.count > 1 {
      let strength = LinkStrength.sameNote.damped(
        outDegree: members.count - 1, inDegree: members.count - 1)
      for (place, first) in members.enumerated() {
        for second in members[..<place] { ties.append(.init(first, second, strength: strength)) }
      }
    }
    for (card, leanings) in leanings.enumerated() {
      for leaning in leanings {
        for other in cardsOfNote[leaning.note] {
          ties.append(.init(card, other, strength: leaning.strength))
        }
      }
    }
    return WeightedAdjacency(nodeCount: cards.count, ties: ties)
  }
}
