import Foundation
import GRDB
import GRDBSQLite

/// The collections that wrote to the log, this one among them.
///
/// The name of an entry is unique because no two collections write under one device's name. A collection is one file:
/// where somebody copies it, the copy takes a name of its own before it writes.
enum DeviceRows {
  private static let setting = "device"
  /// The file that writes under the name, as its file system numbers it.
  private static let fileSetting = "deviceFile"

  /// The name of this collection's own device: random, made with the first entry, then kept with the file.
  static func own(_ db: Database) throws -> String {
    let file = fileNumber(db)
    if let known = try ownIfNamed(db) {
      if let file, try value(of: fileSetting, db) == nil { try set(fileSetting, to: file, db) }
      return known
    }
    let name = try String.fetchOne(db, sql: "SELECT lower(hex(randomblob(8)))") ?? ""
    try set(setting, to: name, db)
    if let file { try set(fileSetting, to: file, db) }
    return name
  }

  /// Writes the device's name again, as it is.
  static func touch(_ db: Database) throws {
    _ = try row(of: own(db), db)
    try db.execute(sql: "UPDATE setting SET value = value WHERE key = ?", arguments: [setting])
  }

  /// Nil while nothing was ever written by this file.
  static func ownIfNamed(_ db: Database) throws -> String? {
    let isCopy = try value(of: fileSetting, db).map { $0 != fileNumber(db) } ?? false
    return isCopy ? nil : try value(of: setting, db)
  }

  static func row(of uid: String, _ db: Database) throws -> Int64 {
    let select = try db.cachedStatement(sql: "SELECT id FROM device WHERE uid = ?")
    if let known = try Int64.fetchOne(select, arguments: [uid]) { return known }
    try db.execute(sql: "INSERT INTO device (uid) VALUES (?)", arguments: [uid])
    return db.lastInsertedRowID
  }

  /// Nil for a collection in memory.
  private static func fileNumber(_ db: Database) -> String? {
    guard let name = sqlite3_db_filename(db.sqliteConnection, "main") else { return nil }
    // Foundation asks for all attributes, which an answer has no time for.
    var status = stat()
    return stat(name, &status) == 0 ? String(status.st_ino) : nil
  }

  private static func value(of setting: String, _ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE key = ?"), arguments: [setting])
  }

  private static func set(_ setting: String, to value: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [setting, value])
  }
}
