import FSRS

// Graphs of links that were made up: one to six cards a note and zero to three links a card.

extension Vault {
  private static let madeNotes = 100

  /// Every note may link to every other.
  static func random(seed: UInt64) -> Vault {
    made(seed: seed) { random in random.nextIndex(below: madeNotes) }
  }

  /// A note is linked to the more, the more it is linked to already.
  static func hubs(seed: UInt64) -> Vault {
    var urn = Array(0..<madeNotes)
    return made(seed: seed) { random in
      let note = urn[random.nextIndex(below: urn.count)]
      urn += [note, note]
      return note
    }
  }

  private static func made(seed: UInt64, target: (inout SplitMix64) -> Int) -> Vault {
    var random = SplitMix64(seed: seed)
    var cards: [Card] = []
    for note in 0..<madeNotes {
      for _ in 0...random.nextIndex(below: 6) {
        var links: [Int] = []
        for _ in 0..<random.nextIndex(below: 4) {
          let link = target(&random)
          if link != note, !links.contains(link) { links.append(link) }
        }
        cards.append(Card(note: note, links: links))
      }
    }
    return Vault(noteCount: madeNotes, cards: cards)
  }
}
