import GRDB
import StudyCore

extension StudyStore {
  /// The cards that a queue needs to choose from as if it had the whole collection: all in (re)learning that
  /// come back today, and reviews due and new cards until those that can come today are certainly among them.
  ///
  /// Of each block only one card comes a day, so cards are taken until enough blocks are found that nothing else
  /// holds back: reviews by whole days, for the order within a day is the queue's to decide, and new cards in the
  /// order in which they were imported. Everything is found in indexes, and only what is taken is read.
  ///
  /// - Parameters:
  ///   - progress: what was answered today.
  ///   - settings: the limits and the rollover hour.
  package func queueCandidates(
    at now: Moment, progress: DayProgress, settings: SchedulerSettings, filter: CardFilter = CardFilter()
  ) throws(StudyStoreError) -> [QueuedCard] {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let progress = progress.on(today)
    return try read { db in
      let condition = try CardCondition(filter, db)
      let rollover = now.nextRollover(rolloverHour: settings.rolloverHour).milliseconds
      var candidates = Candidates(heldBack: progress.blocksAnswered)
      try candidates.take(
        .all,
        from: CandidateQuery(
          index: "card_learning", column: "card.dueAt", limit: "card.dueAt < \(rollover)", condition, today),
        db)
      try candidates.take(
        .blocks(settings.reviewsPerDay - progress.reviewsAnswered, wholeRanks: true),
        from: CandidateQuery(
          index: "card_review", column: "card.dueDay", limit: "card.dueDay <= \(today.number)", condition,
          today),
        db)
      try candidates.take(
        .blocks(settings.newPerDay - progress.newAnswered, wholeRanks: false),
        from: CandidateQuery(
          index: "card_new", column: "card.id", limit: "card.phase = 0", condition, today), db)
      return candidates.cards
    }
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
  /// Blocks of which a card was answered today or comes before.
  private var heldBack: Set<BlockUID>

  init(heldBack: Set<BlockUID>) { self.heldBack = heldBack }

  mutating func take(_ amount: Amount, from query: CandidateQuery, _ db: Database) throws {
    if case .blocks(let wanted, _) = amount, wanted <= 0 { return }
    let rows = try Row.fetchCursor(db, sql: query.sql, arguments: query.arguments)
    var blocks: Set<BlockUID> = []
    var lastRank: Int64?
    while let row = try rows.next() {
      let rank: Int64 = row["rank"]
      if case .blocks(let wanted, let wholeRanks) = amount, blocks.count >= wanted,
        !(wholeRanks && rank == lastRank)
      {
        break
      }
      lastRank = rank
      let card = CardRows.card(row)
      if !heldBack.contains(card.key.block) { blocks.insert(card.key.block) }
      cards.append(card)
    }
    heldBack.formUnion(blocks)
  }
}

/// The cards of one partial index that a filter lets pass and that are not buried.
private struct CandidateQuery {
  let sql: String
  let arguments: StatementArguments

  /// - Parameters:
  ///   - column: the one that the index orders.
  ///   - limit: a condition on it.
  init(index: String, column: String, limit: String, _ condition: CardCondition, _ today: Day) {
    arguments = condition.arguments
    // CROSS JOIN keeps SQLite from starting at the blocks; the conditions name the index's own.
    sql = """
      SELECT \(CardRows.selection), \(column) AS rank
      FROM card INDEXED BY \(index) CROSS JOIN block ON block.id = card.block
      WHERE card.isActive = 1 AND card.isSuspended = 0 AND \(limit)
        AND (card.buriedUntil IS NULL OR card.buriedUntil <= \(today.number))\(condition.sql)
      ORDER BY \(column)
      """
  }
}
