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
  package func dayProgress(on day: Day, scheduler: Scheduler) throws(StudyStoreError) -> DayProgress {
    let histories = try read { db in
      let answered = try Row.fetchAll(
        db.cachedStatement(
          sql: LogRows.selection + " WHERE logEntry.studyDay = ? AND logEntry.kind = 'answer'"),
        arguments: [day.number]
      ).map { LogRows.entry($0).card }
      return try Set(answered).map { try LogRows.entries(of: $0, db) }
    }
    let replay = Replay(scheduler: scheduler)
    return DayProgress(day: day, steps: histories.flatMap { replay.steps(of: $0) })
  }
}
