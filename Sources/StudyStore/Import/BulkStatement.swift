import GRDB
import GRDBSQLite

/// A prepared statement that is run hundreds of thousands of times: values go straight to SQLite and come straight
/// from it, without becoming GRDB's database values in between.
struct BulkStatement {
  private let statement: Statement
  private let connection: OpaquePointer?

  init(_ db: Database, _ sql: String) throws {
    statement = try db.makeStatement(sql: sql)
    connection = db.sqliteConnection
  }

  /// Runs the statement to its end.
  ///
  /// - Parameter bind: binds a value to each parameter, in order.
  @inline(__always)
  func run(_ bind: (inout BulkBinder) throws -> Void) throws {
    var binder = BulkBinder(statement: statement.sqliteStatement)
    try bind(&binder)
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Runs a query and hands out its rows, which are valid until the closure returns.
  func forEachRow(
    _ bind: (inout BulkBinder) -> Void = { _ in }, _ body: (BulkRow) throws -> Void
  ) throws {
    var binder = BulkBinder(statement: statement.sqliteStatement)
    bind(&binder)
    defer { sqlite3_reset(statement.sqliteStatement) }
    while true {
      let code = sqlite3_step(statement.sqliteStatement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code) }
      try body(BulkRow(statement: statement.sqliteStatement))
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: connection.map { String(cString: sqlite3_errmsg($0)) },
      sql: statement.sql)
  }
}

/// Binds values to the parameters of a statement, one after the other.
struct BulkBinder {
  fileprivate let statement: OpaquePointer
  private var index: Int32 = 0

  fileprivate init(statement: OpaquePointer) { self.statement = statement }

  mutating func bind(_ value: Int64) {
    index += 1
    sqlite3_bind_int64(statement, index, value)
  }

  mutating func bind(_ value: Int) { bind(Int64(value)) }
  mutating func bind(_ value: Bool) { bind(value ? 1 : 0) }

  mutating func bind(_ value: Int64?) {
    if let value { bind(value) } else { bindNull() }
  }

  mutating func bind(_ value: String?) {
    if let value { bind(value) } else { bindNull() }
  }

  mutating func bind(_ value: String) {
    index += 1
    var text = value
    // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { characters in
        if let start = characters.baseAddress {
          sqlite3_bind_text(statement, index, start, Int32(characters.count), transient)
        } else {
          sqlite3_bind_text(statement, index, "", 0, transient)
        }
      }
    }
  }

  private mutating func bindNull() {
    index += 1
    sqlite3_bind_null(statement, index)
  }
}

/// The row a query stands at. Columns count from 0.
struct BulkRow {
  fileprivate let statement: OpaquePointer

  /// Nil for NULL.
  func integer(_ column: Int32) -> Int64? {
    sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : sqlite3_column_int64(statement, column)
  }

  /// Empty for NULL.
  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Hands out the bytes of a text without copying them; none for NULL.
  func withText<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = sqlite3_column_text(statement, column)
    return body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  func flag(_ column: Int32) -> Bool { sqlite3_column_int64(statement, column) != 0 }
}
