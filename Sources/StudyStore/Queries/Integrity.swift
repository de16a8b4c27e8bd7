import GRDB

extension StudyStore {
  /// What SQLite itself finds wrong with the file, and rows that lead nowhere; empty if all is well.
  package func integrityProblems() throws(StudyStoreError) -> [String] {
    try read { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
        "a row of \(row["table"] as String? ?? "?") leads to a row of \(row["parent"] as String? ?? "?") that is not there"
      }
      return integrity.map { "the database file: \($0)" } + Set(dangling).sorted()
    }
  }

  package func sqliteVersion() throws(StudyStoreError) -> String {
    try read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "" }
  }
}
