import GRDB
import StudyCore

extension StudyStore {
  /// Marks the card's block to come back to later, with a few words why; nil takes the mark away.
  package func mark(_ card: CardID, text: String?, at now: Timestamp) throws(StudyStoreError) {
    try write { db in
      guard let text else {
        return try db.execute(
          sql: "DELETE FROM mark WHERE block = (SELECT block FROM card WHERE id = ?)",
          arguments: [card.rawValue])
      }
      try db.execute(
        sql: """
          INSERT INTO mark (block, at, text) SELECT block, ?2, ?3 FROM card WHERE id = ?1
          ON CONFLICT DO UPDATE SET at = excluded.at, text = excluded.text
          """, arguments: [card.rawValue, now.milliseconds, text])
    }
  }
}
