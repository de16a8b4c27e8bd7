import GRDB
import StudyCore

extension StudyStore {
  /// The cards that a queue needs to choose from as if it had the whole collection: all in (re)learning that
  /// come back today, and reviews due and new cards until those that can come today are certainly among them.
  ///
  /// Siblings and limits may hold cards back, so cards of decks that share their limits are taken until these have room for no
  /// more, counting each block once: reviews by whole days, for the order within a day is the queue's to decide,
  /// and new cards in the order in which they were imported. Orders that these lists are not in need all that is due.
  /// Everything is found in indexes, and only what is taken is read.
  ///
  /// - Parameters:
  ///   - progress: what was answered today.
  ///   - presets: the limits, the orders and the rollover hour.
  package func queueCandidates(
    at now: Moment, progress: DayProgress, presets: Presets, filter: CardFilter = CardFilter()
  ) throws(StudyStoreError) -> [QueuedCard] {
    let settings = presets.general
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let progress = progress.on(today)
    return try read { db in
      let condition = try CardCondition(filter, db)
      let rollover = now.nextRollover(rolloverHour: settings.rolloverHour).milliseconds
      let rooms = try LimitRooms(presets, progress, db)
      var candidates = Candidates(heldBack: Set(progress.blocks.keys))
      try candidates.take(
        .all,
        from: CandidateQuery(
          index: "card_learning", column: "card.dueAt", limit: "card.dueAt < \(rollover)", condition, today),
        db)
      for room in rooms.reviews where room.count > 0 {
        try candidates.take(
          settings.order.reviews.isByDay ? .blocks(room.count, wholeRanks: true) : .all,
          from: CandidateQuery(
            index: "card_review", column: "card.dueDay",
            limit: "card.dueDay <= \(today.number)" + room.condition,
            condition, today),
          db)
      }
      for room in rooms.new {
        var left = room.count
        // Cards that nobody wrote take the room that the others leave.
        for isLinkQuestion in filter.isLinkQuestions ? [1] : [0, 1] where left > 0 {
          left -= try candidates.take(
            settings.order.gathering.isByPosition ? .blocks(left, wholeRanks: false) : .all,
            from: CandidateQuery(
              index: "card_new", column: "card.id",
              isDescending: settings.order.gathering == .positionDescending,
              limit: "card.phase = 0 AND card.isLinkQuestion = \(isLinkQuestion)" + room.condition, condition,
              today), db)
        }
      }
      if settings.order.gathering == .graph { try candidates.orderByGraph(condition, today, db) }
      return candidates.cards
    }
  }
}

extension QueueOrder.Reviews {
  /// Whether cards that are due on an earlier day come first.
  fileprivate var isByDay: Bool { self == .due || self == .dueThenDeck }
}

extension QueueOrder.Gathering {
  fileprivate var isByPosition: Bool {
    switch self {
    case .graph, .position, .positionDescending: true
    case .deck, .deckThenRandomNotes, .randomNotes, .randomCards: false
    }
  }
}

/// Decks that share their limits, and how many cards they can have today at most.
private struct LimitRooms {
  struct Room {
    var count: Int
    /// The decks, as a condition to be added to others.
    var condition: String
  }

  let new: [Room]
  let reviews: [Room]

  init(_ presets: Presets, _ progress: DayProgress, _ db: Database) throws {
    let limits = DayLimits(presets, progress)
    let decks =
      presets.decks.isEmpty ? [] : try Row.fetchAll(db, sql: "SELECT id, name FROM deck ORDER BY id")
    func rooms(_ limit: DailyLimit) -> [Room] {
      guard !decks.isEmpty else {
        return [Room(count: limits.room(limit, in: limits.limits(limit, ofPreset: nil)), condition: "")]
      }
      var groups: [[Int]: [String]] = [:]
      for deck in decks {
        let limiting = limits.limits(limit, ofPreset: presets.index(of: DeckName(deck["name"])))
        groups[limiting, default: []].append(String(deck["id"] as Int64))
      }
      return groups.map { limiting, ids in
        Room(
          count: limits.room(limit, in: limiting),
          condition: " AND card.deck IN (\(ids.joined(separator: ", ")))")
      }
    }
    new = rooms(.new)
    reviews = rooms(.reviews)
  }
}

/// The cards taken so far, kind by kind.
private struct Candidates {
  enum Amount {
    case all
    /// Cards of so many blocks that nothing holds back; with `wholeRanks` also the rest of the last day.
    case blocks(Int, wholeRanks: Bool)
  }

  private(set) var cards: [QueuedCard] = []
  /// Numbers of blocks of which a card was answered today or comes before.
  private var heldBack: Set<UInt64>
  private var decks = DeckNames()

  init(heldBack: Set<UInt64>) { self.heldBack = heldBack }

  /// - Returns: of how many blocks that nothing holds back.
  @discardableResult
  mutating func take(_ amount: Amount, from query: CandidateQuery, _ db: Database) throws -> Int {
    let rows = try Row.fetchCursor(db, sql: query.sql, arguments: query.arguments)
    var blocks: Set<UInt64> = []
    var lastRank: Int64?
    while let row = try rows.next() {
      let rank: Int64 = row["rank"]
      if case .blocks(let wanted, let wholeRanks) = amount, blocks.count >= wanted,
        !(wholeRanks && rank == lastRank)
      {
        break
      }
      lastRank = rank
      let card = try CardRows.card(row, &decks, db)
      let block = card.key.block.number
      if !heldBack.contains(block) { blocks.insert(block) }
      cards.append(card)
    }
    heldBack.formUnion(blocks)
    return blocks.count
  }

  /// Adds the new cards that those taken lean on, and gives all of them their places in the order of the graph.
  mutating func orderByGraph(_ condition: CardCondition, _ today: Day, _ db: Database) throws {
    let isNew = { (card: QueuedCard) in card.schedule.phase == .new }
    let new = cards.filter(isNew)
    guard !new.isEmpty else { return }
    cards.removeAll(where: isNew)
    var positions = GraphPositions(db, condition, today: today)
    cards += try positions.ordered(new)
  }
}

/// The cards of one partial index that a filter lets pass and that are not buried.
private struct CandidateQuery {
  let sql: String
  let arguments: StatementArguments

  /// - Parameters:
  ///   - column: the one that the index orders.
  ///   - limit: a condition on it.
  init(
    index: String, column: String, isDescending: Bool = false, limit: String, _ condition: CardCondition,
    _ today: Day
  ) {
    arguments = condition.arguments
    // CROSS JOIN keeps SQLite from starting at the blocks; the conditions name the index's own.
    sql = """
      SELECT \(CardRows.selection), \(CardRows.siblingDays), \(column) AS rank
      FROM card INDEXED BY \(index) CROSS JOIN block ON block.id = card.block
      WHERE card.isActive = 1 AND card.isSuspended = 0 AND \(limit)
        AND (card.buriedUntil IS NULL OR card.buriedUntil <= \(today.number))\(condition.sql)
      ORDER BY \(column)\(isDescending ? " DESC" : "")
      """
  }
}
