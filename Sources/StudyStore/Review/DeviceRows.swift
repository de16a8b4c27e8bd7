import GRDB

/// The machines that wrote to the log, this one among them.
enum DeviceRows {
  private static let setting = "device"

  /// The name of this collection's own device: random, made with the first entry, then kept.
  static func own(_ db: Database) throws -> String {
    if let known = try ownIfNamed(db) { return known }
    try db.execute(
      sql: "INSERT INTO setting (key, value) VALUES (?, lower(hex(randomblob(8))))", arguments: [setting])
    return try ownIfNamed(db) ?? ""
  }

  /// Writes the device's name again, as it is.
  static func touch(_ db: Database) throws {
    _ = try row(of: own(db), db)
    try db.execute(sql: "UPDATE setting SET value = value WHERE key = ?", arguments: [setting])
  }

  /// Nil while nothing was ever written.
  static func ownIfNamed(_ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE key = ?"), arguments: [setting])
  }

  static func row(of uid: String, _ db: Database) throws -> Int64 {
    let select = try db.cachedStatement(sql: "SELECT id FROM device WHERE uid = ?")
    if let known = try Int64.fetchOne(select, arguments: [uid]) { return known }
    try db.execute(sql: "INSERT INTO device (uid) VALUES (?)", arguments: [uid])
    return db.lastInsertedRowID
  }
}
