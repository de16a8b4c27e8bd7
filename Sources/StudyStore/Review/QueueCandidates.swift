import GRDB
import StudyCore

extension StudyStore {
  /// The cards that a queue needs to choose from as if it had the whole collection: all in (re)learning that
  /// come back today, all reviews due, and new cards until those that can come today are certainly among them.
  ///
  /// New cards come in the order in which they were imported. Of each block only one comes a day, so cards are
  /// taken until enough blocks are found that nothing else holds back.
  ///
  /// - Parameters:
  ///   - progress: what was answered today.
  ///   - settings: the limit of new cards and the rollover hour.
  package func queueCandidates(
    at now: Moment, progress: DayProgress, settings: SchedulerSettings, filter: CardFilter = CardFilter()
  ) throws(StudyStoreError) -> [QueuedCard] {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let progress = progress.on(today)
    return try read { db in
      let condition = try CardCondition(filter, db)
      let rollover = now.nextRollover(rolloverHour: settings.rolloverHour).milliseconds
      var cards = try CandidateQuery(
        index: "card_learning", column: "card.dueAt", limit: "card.dueAt < ?", condition, today
      )
      .fetch(db, [rollover])
      cards += try CandidateQuery(
        index: "card_review", column: "card.dueDay", limit: "card.dueDay <= ?", condition, today
      )
      .fetch(db, [today.number])

      let wanted = settings.newPerDay - progress.newAnswered
      guard wanted > 0 else { return cards }
      let heldBack = progress.blocksAnswered.union(cards.map(\.key.block))
      var blocks: Set<BlockUID> = []
      let new = try CandidateQuery(
        index: "card_new", column: "card.id", limit: "card.phase = 0", condition, today
      )
      .cursor(db, [])
      while blocks.count < wanted, let card = try new.next() {
        if !heldBack.contains(card.key.block) { blocks.insert(card.key.block) }
        cards.append(card)
      }
      return cards
    }
  }
}

/// The cards of one partial index that a filter lets pass and that are not buried.
private struct CandidateQuery {
  private let sql: String
  private let condition: CardCondition
  private let today: Day

  /// - Parameters:
  ///   - column: the one that the index orders.
  ///   - limit: a condition with one value or none.
  init(
    index: String, column: String, limit: String, _ condition: CardCondition, _ today: Day
  ) {
    self.condition = condition
    self.today = today
    // CROSS JOIN keeps SQLite from starting at the blocks; the conditions name the index's own.
    sql = """
      SELECT \(CardRows.selection)
      FROM card INDEXED BY \(index) CROSS JOIN block ON block.id = card.block
      WHERE card.isActive = 1 AND card.isSuspended = 0 AND \(limit)
        AND (card.buriedUntil IS NULL OR card.buriedUntil <= ?)\(condition.sql)
      ORDER BY \(column)
      """
  }

  func cursor(_ db: Database, _ values: StatementArguments) throws -> some Cursor<QueuedCard> {
    try Row.fetchCursor(db, sql: sql, arguments: values + [today.number] + condition.arguments)
      .map(CardRows.card)
  }

  func fetch(_ db: Database, _ values: StatementArguments) throws -> [QueuedCard] {
    try Array(cursor(db, values))
  }
}
