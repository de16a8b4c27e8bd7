import GRDB
import StudyCore

extension StudyStore {
  /// The entries of one card, oldest first, with those that were taken back.
  package func logEntries(of card: CardKey) throws(StudyStoreError) -> [LogEntry] {
    try read { try LogRows.entries(of: card, $0) }
  }

  /// Reads the whole log, oldest first, without holding it in memory.
  package func forEachLogEntry(_ body: (LogEntry) throws -> Void) throws(StudyStoreError) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: LogRows.selection() + " ORDER BY logEntry.id, deviceUID")
      while let row = try rows.next() { try body(LogRows.entry(row)) }
    }
  }

  /// What was answered on a study day. It reads the entries of that day and the history of their cards, however
  /// long the log is.
  package func dayProgress(on day: Day, scheduler: Scheduler) throws(StudyStoreError) -> DayProgress {
    let answered = """
      (SELECT DISTINCT block, direction, ordinal FROM logEntry WHERE studyDay = ? AND kind = 'answer') AS answered
      CROSS JOIN logEntry ON logEntry.block = answered.block AND logEntry.direction = answered.direction
        AND logEntry.ordinal = answered.ordinal
      """
    let entries = try read { db in
      try Row.fetchAll(
        db.cachedStatement(sql: LogRows.selection(from: answered)), arguments: [day.number]
      ).map(LogRows.entry)
    }
    let replay = Replay(scheduler: scheduler)
    let steps = Dictionary(grouping: entries, by: \.card).values.flatMap { replay.steps(of: $0) }
    return DayProgress(day: day, steps: steps)
  }
}
