import GRDB
import GRDBSQLite

/// A prepared statement that is run hundreds of thousands of times: values go straight to SQLite, without
/// becoming GRDB's database values first.
struct BulkStatement {
  private let statement: Statement
  private let connection: OpaquePointer?

  init(_ db: Database, _ sql: String) throws {
    statement = try db.makeStatement(sql: sql)
    connection = db.sqliteConnection
  }

  /// Binds one value to each parameter, in order, and runs the statement to its end.
  func run(_ values: BulkValue...) throws { try run(values) }

  func run(_ values: [BulkValue]) throws {
    let handle = statement.sqliteStatement
    for (index, value) in values.enumerated() { value.bind(to: handle, at: Int32(index + 1)) }
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: connection.map { String(cString: sqlite3_errmsg($0)) },
        sql: statement.sql)
    }
  }
}

enum BulkValue {
  case integer(Int64)
  case text(String)
  case null

  static func integer(_ value: Int) -> BulkValue { .integer(Int64(value)) }
  static func integer(_ value: Int64?) -> BulkValue { value.map(BulkValue.integer) ?? .null }
  static func text(_ value: String?) -> BulkValue { value.map(BulkValue.text) ?? .null }
  static func flag(_ value: Bool) -> BulkValue { .integer(value ? 1 : 0) }

  fileprivate func bind(to statement: OpaquePointer, at index: Int32) {
    switch self {
    case .integer(let value): sqlite3_bind_int64(statement, index, value)
    case .null: sqlite3_bind_null(statement, index)
    case .text(var text):
      // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
      let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      _ = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          if let start = characters.baseAddress {
            sqlite3_bind_text(statement, index, start, Int32(characters.count), transient)
          } else {
            sqlite3_bind_text(statement, index, "", 0, transient)
          }
        }
      }
    }
  }
}
