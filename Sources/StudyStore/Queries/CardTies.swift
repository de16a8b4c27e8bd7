import GRDB
import StudyCore

extension StudyStore {
  /// How strongly cards hang together: those of one note, and those of notes that a card leans on. Nodes are the cards' indexes. What
  /// says as little as a link that orders nothing ties nothing: of a note with very many cards no two are tied, which would be millions of
  /// ties.
  package func ties(of cards: [CardID]) throws(StudyStoreError) -> WeightedAdjacency {
    try read { db in
      var leanings = LeaningRows(db)
      let place = try db.cachedStatement(
        sql: "SELECT block.note, block.id FROM card JOIN block ON block.id = card.block WHERE card.id = ?")
      var ofNote: [Int64: [Int]] = [:]
      var places: [(note: Int64, block: Int64)?] = []
      for (index, card) in cards.enumerated() {
        let row = try Row.fetchOne(place, arguments: [card.rawValue])
        places.append(row.map { ($0[0], $0[1]) })
        if let row { ofNote[row[0], default: []].append(index) }
      }
      var ties: [WeightedAdjacency.Tie] = []
      for (index, place) in places.enumerated() {
        guard let place else { continue }
        let others = ofNote[place.note] ?? []
        let strength = LinkStrength.sameNote.damped(outDegree: others.count - 1, inDegree: others.count - 1)
        if strength >= FoundationOrder.leastStrength {
          ties += others.filter { $0 > index }.map { .init(index, $0, strength: strength) }
        }
        for leaning in try leanings.leanings(ofBlock: place.block, in: place.note)
        where leaning.strength >= FoundationOrder.leastStrength {
          ties += (ofNote[Int64(leaning.note)] ?? []).map { .init(index, $0, strength: leaning.strength) }
        }
      }
      return WeightedAdjacency(nodeCount: cards.count, ties: ties)
    }
  }
}
