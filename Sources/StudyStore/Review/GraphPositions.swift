import GRDB
import StudyCore

/// Puts new cards in an order in which foundations come before what leans on them.
///
/// Begins with the cards that would come next and looks from them along what their notes lean on, so it reads no more of a large collection than the
/// day needs. Cards that were learned already, suspended or buried are no longer in the way.
struct GraphPositions {
  private struct Block {
    var row: Int64
    var note: Int64
    var cards: [QueuedCard]
    /// Where the block stands among all.
    var position: Int { cards.map(\.position).min() ?? 0 }
  }

  private let db: Database
  private var leaningRows: LeaningRows
  private let condition: CardCondition
  private let today: Day
  private var blocks: [Block] = []
  private var leanings: [[FoundationOrder.Leaning]] = []
  private var known: Set<Int64> = []
  private var searchedNotes: Set<Int64> = []
  /// Whether cards that nobody wrote may be found: not as long as those that were written fill the day.
  private var findsLinkQuestions = false

  /// Blocks that are looked at, for each that was given.
  private static let reach = 10
  private static let leastReach = 100

  init(_ db: Database, _ condition: CardCondition, today: Day) {
    self.db = db
    self.condition = condition
    self.today = today
    leaningRows = LeaningRows(db)
  }

  /// The cards, and those that they lean on, with positions in the order of the graph.
  mutating func ordered(_ cards: [QueuedCard]) throws -> [QueuedCard] {
    findsLinkQuestions = cards.contains(where: \.isLinkQuestion)
    for block in try blocks(of: cards) { add(block) }
    let limit = max(GraphPositions.leastReach, blocks.count * GraphPositions.reach)
    var next = 0
    while next < blocks.count {
      let block = blocks[next]
      // A note's blocks stay together.
      if blocks.count < limit { try search(block.note) }
      let found = try leaningRows.leanings(ofBlock: block.row, in: block.note)
      leanings.append(found)
      for leaning in found where leaning.strength >= FoundationOrder.leastStrength && blocks.count < limit {
        try search(Int64(leaning.note))
      }
      next += 1
    }
    return inOrder()
  }

  private mutating func add(_ block: Block) {
    if known.insert(block.row).inserted { blocks.append(block) }
  }

  private func inOrder() -> [QueuedCard] {
    let byPosition = blocks.indices.sorted { blocks[$0].position < blocks[$1].position }
    let order = FoundationOrder.order(
      byPosition.map { .init(note: Int(blocks[$0].note), leanings: leanings[$0]) })
    return order.enumerated().flatMap { position, index in
      blocks[byPosition[index]].cards.map { card in
        var card = card
        card.position = position
        return card
      }
    }
  }

  // MARK: Reading

  private func blocks(of cards: [QueuedCard]) throws -> [Block] {
    let byID = Dictionary(uniqueKeysWithValues: cards.map { ($0.id.rawValue, $0) })
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT block.id, block.note, group_concat(card.id) FROM card JOIN block ON block.id = card.block
        WHERE card.id IN (\(cards.map { String($0.id.rawValue) }.joined(separator: ", ")))
        GROUP BY block.id ORDER BY min(card.id)
        """)
    return rows.map { row in
      let ids = (row[2] as String).split(separator: ",").compactMap { Int64($0) }
      return Block(row: row[0], note: row[1], cards: ids.compactMap { byID[$0] })
    }
  }

  /// Adds the new cards of a note that the filter lets pass.
  private mutating func search(_ note: Int64) throws {
    guard searchedNotes.insert(note).inserted else { return }
    var decks = DeckNames()
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(CardRows.selection), \(CardRows.siblingDays), block.id AS blockRow
          FROM block CROSS JOIN card ON card.block = block.id
          WHERE block.note = ? AND card.isLinkQuestion <= ? AND card.phase = 0 AND card.isActive = 1 AND card.isSuspended = 0
            AND (card.buriedUntil IS NULL OR card.buriedUntil <= \(today.number))\(condition.sql)
          ORDER BY card.id
          """), arguments: [note, findsLinkQuestions] + condition.arguments)
    var found: [Int64: Block] = [:]
    var order: [Int64] = []
    for row in rows {
      let block: Int64 = row["blockRow"]
      if found[block] == nil { order.append(block) }
      found[block, default: Block(row: block, note: note, cards: [])].cards.append(
        try CardRows.card(row, &decks, db))
    }
    for block in order.compactMap({ found[$0] }) { add(block) }
  }
}
