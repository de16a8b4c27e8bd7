import GRDB
import StudyCore

extension StudyStore {
  /// The decks that have cards in the notes.
  package func deckNames() throws(StudyStoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT deck.name FROM deck JOIN block ON block.deck = deck.id
          WHERE block.removedAt IS NULL ORDER BY deck.name
          """)
    }
  }

  /// The tags of the blocks in the notes.
  package func tagNames() throws(StudyStoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT tag FROM blockTag JOIN block ON block.id = blockTag.block
          WHERE block.removedAt IS NULL ORDER BY tag
          """)
    }
  }
}
