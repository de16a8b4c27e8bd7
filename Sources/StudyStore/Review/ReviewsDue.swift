import GRDB
import StudyCore

extension StudyStore {
  /// The reviews due until a day, overdue ones included, that a filter lets pass and that may be shown on `today`.
  package func reviews(
    dueUntil day: Day, on today: Day, filter: CardFilter = CardFilter()
  ) throws(StudyStoreError) -> [QueuedCard] {
    try read { db in
      let condition = try CardCondition(filter, db)
      return try CardRows.fetchAll(
        """
        WHERE card.isActive = 1 AND card.isSuspended = 0 AND card.dueDay <= \(day.number)
          AND (card.buriedUntil IS NULL OR card.buriedUntil <= \(today.number))\(condition.sql)
        ORDER BY card.dueDay
        """, arguments: condition.arguments, siblings: true, db)
    }
  }
}
