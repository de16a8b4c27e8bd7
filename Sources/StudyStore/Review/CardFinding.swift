import GRDB
import StudyCore

extension StudyStore {
  /// The cards in the notes whose short id begins with `prefix`; more than one means that it is ambiguous.
  ///
  /// Letters that Crockford's base 32 leaves out are read as the digits they look like.
  package func cards(
    shortIDPrefix prefix: String, limit: Int
  ) throws(StudyStoreError) -> [(id: CardID, shortID: String)] {
    let digits = ["i": "1", "l": "1", "o": "0"]
    let wanted = prefix.lowercased().map { digits[String($0)] ?? String($0) }.joined()
    guard !wanted.isEmpty else { return [] }
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, shortID FROM card INDEXED BY card_shortID
          WHERE shortID >= ?1 AND shortID < ?1 || '~' AND isActive = 1 ORDER BY shortID LIMIT ?2
          """, arguments: [wanted, limit]
      ).map { (CardID($0["id"]), $0["shortID"]) }
    }
  }

  /// A card as the queue knows it, also one that is hidden; nil if there is none.
  package func card(_ id: CardID) throws(StudyStoreError) -> QueuedCard? {
    try read { try CardRows.fetch(id, $0) }
  }

  /// The cards in the notes that a filter lets pass, in the order of their import.
  package func cards(matching filter: CardFilter) throws(StudyStoreError) -> [QueuedCard] {
    try read { db in
      let condition = try CardCondition(filter, db)
      return try CardRows.fetchAll(
        "WHERE card.isActive = 1\(condition.sql) ORDER BY card.id", arguments: condition.arguments, db)
    }
  }

  /// The other cards of a card's block that are in the notes.
  package func siblings(of id: CardID) throws(StudyStoreError) -> [QueuedCard] {
    try read { db in
      try CardRows.fetchAll(
        """
        WHERE card.block = (SELECT block FROM card WHERE id = ?1) AND card.id <> ?1 AND card.isActive = 1
        ORDER BY card.id
        """, arguments: [id.rawValue], siblings: true, db)
    }
  }
}

extension StudyStore {
  /// The decks of these cards.
  package func decks(of cards: [CardID]) throws(StudyStoreError) -> [CardID: DeckName] {
    try read { db in
      let statement = try db.makeStatement(
        sql: """
          SELECT deck.name FROM card JOIN deck ON deck.id = card.deck WHERE card.id = ?
          """)
      var decks: [CardID: DeckName] = [:]
      for card in cards {
        decks[card] = try String.fetchOne(statement, arguments: [card.rawValue]).map { DeckName($0) }
      }
      return decks
    }
  }
}
