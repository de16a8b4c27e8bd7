import GRDB
import StudyCore

/// Reads cards as the queue and the log know them.
enum CardRows {
  /// A card with its block, joined under their own names.
  static let source = "card JOIN block ON block.id = card.block"

  static let selection =
    "card.id AS id, card.deck AS deck, block.uid AS uid, card.direction AS direction, card.ordinal AS ordinal, "
    + "card.isLinkQuestion AS isLinkQuestion, "
    + ScheduleColumns.selection

  /// The days on which siblings are due, in one text with commas; only the queue and the scheduler ask for them.
  static let siblingDays = """
    (SELECT group_concat(sibling.dueDay) FROM card AS sibling
      WHERE sibling.block = card.block AND sibling.id <> card.id AND sibling.dueDay IS NOT NULL
        AND sibling.isActive = 1 AND sibling.isSuspended = 0) AS siblingDays
    """

  static func card(_ row: Row, _ decks: inout DeckNames, _ db: Database) throws -> QueuedCard {
    let id: Int64 = row["id"]
    return QueuedCard(
      id: CardID(id), key: key(block: row["uid"], direction: row["direction"], ordinal: row["ordinal"]),
      deck: try decks.name(row["deck"], db), schedule: ScheduleColumns.schedule(of: row), position: Int(id),
      siblingDays: siblingDays(row), isLinkQuestion: row["isLinkQuestion"])
  }

  private static func siblingDays(_ row: Row) -> [Day] {
    guard row.hasColumn("siblingDays"), let text = row["siblingDays"] as String? else { return [] }
    return text.split(separator: ",").compactMap { Int($0).map(Day.init) }.sorted()
  }

  static func key(block: String, direction: String, ordinal: Int) -> CardKey {
    CardKey(
      block: BlockUID(block),
      kind: CardKind(direction: CardKind.Direction(rawValue: direction) ?? .forward, ordinal: ordinal))
  }

  static func fetch(_ id: CardID, _ db: Database) throws -> QueuedCard? {
    var decks = DeckNames()
    return try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(selection), \(siblingDays) FROM \(source) WHERE card.id = ?"),
      arguments: [id.rawValue]
    ).map { try card($0, &decks, db) }
  }

  /// - Parameters:
  ///   - sql: what follows `FROM` and ``source``.
  ///   - siblings: whether the days of siblings are wanted.
  static func fetchAll(
    _ sql: String, arguments: StatementArguments = [], siblings: Bool = false, _ db: Database
  ) throws -> [QueuedCard] {
    var decks = DeckNames()
    let columns = siblings ? selection + ", " + siblingDays : selection
    return try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(source) " + sql, arguments: arguments)
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
