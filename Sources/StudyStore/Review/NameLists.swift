import GRDB
import StudyCore

extension StudyStore {
  /// The decks that have cards in the notes.
  package func deckNames() throws(StudyStoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM deck
          WHERE EXISTS (SELECT 1 FROM block WHERE block.deck = deck.id AND block.removedAt IS NULL) ORDER BY name
          """)
    }
  }

  /// The tags of the blocks in the notes.
  package func tagNames() throws(StudyStoreError) -> [String] {
    try read { db in try NameRows.tags(db).filter { try NameRows.isInNotes($0, db) } }
  }

  /// Whether a block in the notes carries the tag or one below it.
  package func hasTag(_ wanted: String) throws(StudyStoreError) -> Bool {
    try read { db in try NameRows.tags(in: wanted, db).contains { try NameRows.isInNotes($0, db) } }
  }
}

/// Decks and tags by name, read from indexes however many blocks have them.
enum NameRows {
  /// The rows of a deck and the decks below it.
  static func decks(in deck: DeckName, _ db: Database) throws -> [Int64] {
    try Row.fetchAll(db, sql: "SELECT id, name FROM deck")
      .filter { deck.contains(DeckName($0["name"])) }.map { $0["id"] }
  }

  /// A tag and the tags below it, as blocks spell them.
  static func tags(in wanted: String, _ db: Database) throws -> [String] {
    try tags(db).filter { CardFilter.tag(wanted, contains: $0) }
  }

  /// Each tag once, in order. The index is asked for the next tag after each, so that a tag of many blocks takes no longer than
  /// another.
  static func tags(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        WITH RECURSIVE next(tag) AS (
          SELECT min(tag) FROM blockTag
          UNION ALL
          SELECT (SELECT min(tag) FROM blockTag WHERE blockTag.tag > next.tag) FROM next WHERE next.tag IS NOT NULL
        )
        SELECT tag FROM next WHERE tag IS NOT NULL
        """)
  }

  static func isInNotes(_ tag: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM blockTag CROSS JOIN block ON block.id = blockTag.block
            WHERE blockTag.tag = ? AND block.removedAt IS NULL)
          """), arguments: [tag]) ?? false
  }
}
