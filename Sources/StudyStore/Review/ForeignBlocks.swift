import GRDB
import StudyCore

/// Blocks as logs of other collections name them, and which blocks here they are.
///
/// Two machines that import the same notes name a block alike, unless they first saw it in different words or folders.
/// Then the keys that come with the log tell which block it is. The log itself stays as it was written.
enum ForeignBlocks {
  /// Strongest first. A block id is unique within one note only, and another collection's notes are not known.
  private static let kinds = [
    IdentityKey.ankiID(AnkiNoteID(0)).kind, IdentityKey.fingerprint(0).kind,
    IdentityKey.blockReference("").kind,
  ]

  /// Remembers what a block is known by elsewhere.
  static func remember(_ keys: [String: [String]], of name: BlockUID, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO foreignIdentity (uid, kind, value) VALUES (?, ?, ?)")
    for (kind, values) in keys {
      for value in values { try insert.execute(arguments: [name.rawValue, kind, value]) }
    }
  }

  /// Finds out which blocks here the names mean.
  ///
  /// - Returns: rows of the blocks that have a new name now.
  static func recognise(_ names: some Sequence<BlockUID>, _ db: Database) throws -> Set<Int64> {
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO foreignBlock (uid) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM block WHERE uid = ?1)
        """)
    let isWaiting = try db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM foreignBlock WHERE uid = ? AND block IS NULL)")
    let update = try db.cachedStatement(sql: "UPDATE foreignBlock SET block = ? WHERE uid = ?")
    var renamed = Set<Int64>()
    for name in names {
      try insert.execute(arguments: [name.rawValue])
      guard try Bool.fetchOne(isWaiting, arguments: [name.rawValue]) ?? false,
        let block = try block(named: name, db)
      else { continue }
      try update.execute(arguments: [block, name.rawValue])
      renamed.insert(block)
    }
    return renamed
  }

  /// Gives cards that an import wrote the history that waited for them.
  ///
  /// - Parameters:
  ///   - blocks: rows of the blocks that were written.
  ///   - lastCard: row of the last card that there was before.
  static func recognise(
    in blocks: some Collection<Int64>, cardsAfter lastCard: Int64, _ presets: Presets, _ db: Database
  ) throws {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM logEntry)") ?? false else { return }
    let mistaken = try giveBackNames(db)
    let renamed = try recognise(waiting(for: blocks, db), db)
    let new = try Int64.fetchSet(
      db,
      sql: """
        SELECT card.id FROM card WHERE card.id > ? AND EXISTS (
          SELECT 1 FROM logEntry
          WHERE logEntry.block IN (SELECT name FROM blockName WHERE blockName.block = card.block)
            AND logEntry.direction = card.direction AND logEntry.ordinal = card.ordinal)
        """, arguments: [lastCard])
    try Replaying.replay(
      Set(cards(of: mistaken.union(renamed), db)).union(new.map { CardID($0) }), presets, db)
  }

  static func cards(of blocks: some Sequence<Int64>, _ db: Database) throws -> [CardID] {
    let select = try db.cachedStatement(sql: "SELECT id FROM card WHERE block = ?")
    return try blocks.flatMap { try Int64.fetchAll(select, arguments: [$0]).map(CardID.init) }
  }

  /// A block that came here under its own name is the one that is meant.
  ///
  /// - Returns: rows of the blocks that were taken for it.
  private static func giveBackNames(_ db: Database) throws -> Set<Int64> {
    let own = "uid IN (SELECT uid FROM block)"
    let mistaken = try Int64.fetchSet(
      db, sql: "SELECT block FROM foreignBlock WHERE block IS NOT NULL AND \(own)")
    try db.execute(sql: "DELETE FROM foreignBlock WHERE \(own)")
    return mistaken
  }

  private static func waiting(for blocks: some Sequence<Int64>, _ db: Database) throws -> Set<BlockUID> {
    guard
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM foreignBlock WHERE block IS NULL)") ?? false
    else { return [] }
    let select = try db.cachedStatement(
      sql: """
        SELECT DISTINCT foreignIdentity.uid FROM identityKey JOIN foreignIdentity USING (kind, value)
          JOIN foreignBlock ON foreignBlock.uid = foreignIdentity.uid AND foreignBlock.block IS NULL
        WHERE identityKey.block = ?
        """)
    return Set(try blocks.flatMap { try String.fetchAll(select, arguments: [$0]).map { BlockUID($0) } })
  }

  /// The one block that has the strongest key which any block here has.
  private static func block(named name: BlockUID, _ db: Database) throws -> Int64? {
    let select = try db.cachedStatement(
      sql: """
        SELECT DISTINCT identityKey.block FROM foreignIdentity JOIN identityKey USING (kind, value)
        WHERE foreignIdentity.uid = ? AND kind = ? LIMIT 2
        """)
    for kind in kinds {
      let found = try Int64.fetchAll(select, arguments: [name.rawValue, kind])
      guard let block = found.first else { continue }
      return try found.count == 1 && !areApart(name, block, db) ? block : nil
    }
    return nil
  }

  /// A device has one name for a block: under two names it means two blocks, such as one and its copy.
  private static func areApart(_ name: BlockUID, _ block: Int64, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM logEntry WHERE logEntry.block = ?1 AND device IN (
              SELECT device FROM logEntry WHERE logEntry.block IN (
                SELECT name FROM blockName WHERE blockName.block = ?2)))
          """), arguments: [name.rawValue, block]) ?? false
  }
}
