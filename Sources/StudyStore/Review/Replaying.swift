import GRDB
import StudyCore

extension StudyStore {
  /// Sets the schedules of the cards to what the log says, in one transaction.
  package func replay(_ cards: [CardID], presets: Presets) throws(StudyStoreError) {
    try write { db in
      for card in cards { try LogWriting.replay(card, presets, db) }
    }
  }

  /// The blocks that are copies of others: their cards begin suspended.
  package func copies() throws(StudyStoreError) -> Set<BlockUID> {
    try read { db in
      Set(try String.fetchAll(db, sql: "SELECT uid FROM block WHERE isCopy").map { BlockUID($0) })
    }
  }
}
