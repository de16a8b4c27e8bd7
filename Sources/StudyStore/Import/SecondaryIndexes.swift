import GRDB

/// Fills an empty table without its indexes and makes them once at the end: sorting all keys together takes a
/// fraction of the time of inserting each where it belongs. Indexes of few rows (`WHERE …`) cost nothing
/// meanwhile, but a scan of the whole table at the end.
enum SecondaryIndexes {
  /// Runs `work`, which fills the table; a table that has rows keeps its indexes meanwhile.
  static func rebuilt(of table: String, _ db: Database, during work: () throws -> Void) throws {
    let isEmpty = try !(Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false)
    guard isEmpty else { return try work() }
    let indexes = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL AND sql NOT LIKE '% WHERE %'
        """,
      arguments: [table])
    for index in indexes { try db.execute(sql: "DROP INDEX \(index["name"] as String)") }
    try work()
    for index in indexes { try db.execute(sql: index["sql"]) }
  }
}
