import GRDB
import StudyCore

/// Reads cards as the queue and the log know them.
enum CardRows {
  /// A card with its block, joined under their own names.
  static let source = "card JOIN block ON block.id = card.block"

  static let selection =
    "card.id AS id, card.deck AS deck, block.uid AS uid, card.direction AS direction, card.ordinal AS ordinal, "
    + ScheduleColumns.selection

  static func card(_ row: Row, _ decks: inout DeckNames, _ db: Database) throws -> QueuedCard {
    let id: Int64 = row["id"]
    return QueuedCard(
      id: CardID(id), key: key(block: row["uid"], direction: row["direction"], ordinal: row["ordinal"]),
      deck: try decks.name(row["deck"], db), schedule: ScheduleColumns.schedule(of: row), position: Int(id))
  }

  static func key(block: String, direction: String, ordinal: Int) -> CardKey {
    CardKey(
      block: BlockUID(block),
      kind: CardKind(direction: CardKind.Direction(rawValue: direction) ?? .forward, ordinal: ordinal))
  }

  static func fetch(_ id: CardID, _ db: Database) throws -> QueuedCard? {
    var decks = DeckNames()
    return try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(selection) FROM \(source) WHERE card.id = ?"),
      arguments: [id.rawValue]
    ).map { try card($0, &decks, db) }
  }

  /// - Parameter sql: what follows `FROM` and ``source``.
  static func fetchAll(
    _ sql: String, arguments: StatementArguments = [], _ db: Database
  ) throws -> [QueuedCard] {
    var decks = DeckNames()
    return try Row.fetchAll(db, sql: "SELECT \(selection) FROM \(source) " + sql, arguments: arguments)
      .map { try card($0, &decks, db) }
  }

  /// The card of that key, under whatever name the log has for its block.
  static func id(of key: CardKey, _ db: Database) throws -> CardID? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM card
          WHERE block = (SELECT block FROM blockName WHERE name = ?) AND direction = ? AND ordinal = ?
          """),
      arguments: [key.block.rawValue, key.kind.direction.rawValue, key.kind.ordinal]
    ).map(CardID.init)
  }
}
