import GRDB
import StudyCore

extension StudyStore {
  /// The concepts within so many links of one, whichever way the links point, itself included. Only what is near is read.
  package func neighbourhood(of concept: Int64, depth: Int) throws(StudyStoreError) -> Set<Int64> {
    try read { db in
      let next = try db.cachedStatement(
        sql: """
          SELECT link.concept FROM link
          WHERE link.note = (SELECT note FROM concept WHERE id = ?1) AND link.concept IS NOT NULL
            AND link.countsForGraph = 1
          UNION
          SELECT concept.id FROM link JOIN concept ON concept.note = link.note
          WHERE link.concept = ?1 AND link.countsForGraph = 1
          """)
      var found: Set<Int64> = [concept]
      var front = [concept]
      var links = 0
      while links < depth, !front.isEmpty {
        links += 1
        front = try front.flatMap { try Int64.fetchAll(next, arguments: [$0]) }
          .filter { found.insert($0).inserted }
      }
      return found
    }
  }

  /// The cards of the notes of some concepts, in the order of the cards.
  package func cards(ofConcepts concepts: Set<Int64>) throws(StudyStoreError) -> [CardID] {
    try read { db in
      let cards = try db.cachedStatement(
        sql: """
          SELECT card.id FROM concept JOIN block ON block.note = concept.note JOIN card ON card.block = block.id
          WHERE concept.id = ? AND card.isActive = 1
          """)
      return try concepts.flatMap { try Int64.fetchAll(cards, arguments: [$0]) }.sorted().map(CardID.init)
    }
  }
}
