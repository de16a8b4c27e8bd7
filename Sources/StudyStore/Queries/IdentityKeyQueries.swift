import GRDB
import StudyCore

extension StudyStore {
  /// Everything that reviewed blocks were ever known by: values by kind (`anki`, `reference`, `fingerprint`).
  package func identityKeys() throws(StudyStoreError) -> [BlockUID: [String: [String]]] {
    try read { db in
      var keys: [BlockUID: [String: [String]]] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT block.uid, identityKey.kind, identityKey.value
          FROM identityKey JOIN block ON block.id = identityKey.block
          WHERE block.uid IN (SELECT block FROM logEntry)
          ORDER BY identityKey.firstSeen, identityKey.kind, identityKey.value
          """)
      while let row = try rows.next() {
        keys[BlockUID(row[0]), default: [:]][row[1], default: []].append(row[2])
      }
      return keys
    }
  }
}
