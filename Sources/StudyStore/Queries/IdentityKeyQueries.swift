import GRDB
import StudyCore

extension StudyStore {
  /// Everything that the blocks of the log were ever known by, here and where their entries come from: values by kind
  /// (`anki`, `reference`, `fingerprint`), for each name that the log has for a block.
  package func identityKeys() throws(StudyStoreError) -> [BlockUID: [String: [String]]] {
    try read { db in
      var keys: [BlockUID: [String: [String]]] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT name, kind, value FROM (
            SELECT blockName.name, kind, value FROM identityKey JOIN blockName USING (block)
            UNION SELECT uid, kind, value FROM foreignIdentity)
          WHERE name IN (SELECT block FROM logEntry)
          ORDER BY kind, value
          """)
      while let row = try rows.next() {
        keys[BlockUID(row[0]), default: [:]][row[1], default: []].append(row[2])
      }
      return keys
    }
  }
}
