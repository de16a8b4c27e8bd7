import GRDB
import StudyCore

extension StudyStore {
  /// The entries of one card, oldest first, with those that were taken back.
  package func logEntries(of card: CardKey) throws(StudyStoreError) -> [LogEntry] {
    try read { try LogRows.entries(of: card, $0) }
  }

  /// Reads the whole log, oldest first, without holding it in memory.
  package func forEachLogEntry(
    naming: BlockNaming = .here, _ body: (LogEntry) throws -> Void
  ) throws(StudyStoreError) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: LogRows.selection + " ORDER BY logEntry.id, deviceUID")
      while let row = try rows.next() { try body(LogRows.entry(row, naming: naming)) }
    }
  }

  /// What was answered on a study day. It reads the entries of that day and the history of their cards, however
  /// long the log is.
  package func dayProgress(on day: Day, presets: Presets) throws(StudyStoreError) -> DayProgress {
    let histories: [(deck: DeckName?, entries: [LogEntry])] = try read { db in
      let answered = try Row.fetchAll(
        db.cachedStatement(
          sql: LogRows.selection + " WHERE logEntry.studyDay = ? AND logEntry.kind = 'answer'"),
        arguments: [day.number]
      ).map { LogRows.entry($0).card }
      return try Set(answered).map { card in
        let known = try CardRows.id(of: card, db).flatMap { try CardRows.fetch($0, db) }
        return (known?.deck, try LogRows.entries(of: card, db))
      }
    }
    var progress = DayProgress(day: day)
    for (deck, entries) in histories {
      let scheduler = deck.map(presets.scheduler) ?? Scheduler(settings: presets.general)
      progress.count(
        Replay(scheduler: scheduler).steps(of: entries), in: deck, rolloverHour: presets.general.rolloverHour)
    }
    return progress
  }
}
