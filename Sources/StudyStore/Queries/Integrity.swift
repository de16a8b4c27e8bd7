import GRDB

extension StudyStore {
  /// What SQLite itself finds wrong with the file, and rows that lead nowhere; empty if all is well.
  package func integrityProblems() throws(StudyStoreError) -> [String] {
    try read { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
        "a row of \(row["table"] as String? ?? "?") leads to a row of \(row["parent"] as String? ?? "?") that is not there"
      }
      return integrity.map { "the database file: \($0)" } + Set(dangling).sorted() + (try danglingLinks(db))
    }
  }

  /// Links are not held together by the schema.
  private func danglingLinks(_ db: Database) throws -> [String] {
    try ["target": "linkTarget", "concept": "concept", "file": "file", "block": "block"].sorted {
      $0.key < $1.key
    }
    .compactMap { column, table in
      let count =
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM link
            WHERE \(column) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \(table) WHERE id = link.\(column))
            """) ?? 0
      return count == 0 ? nil : "\(count) links lead to a \(column) that is not there; import with --force"
    }
  }

  package func sqliteVersion() throws(StudyStoreError) -> String {
    try read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "" }
  }
}
