import GRDB
import StudyCore

/// How many cards come on one day.
package struct DueDay: Hashable, Sendable {
  package var day: Day
  package var count: Int
}

extension StudyStore {
  /// How many cards in (re)learning and reviews come on each day from today on. What is overdue counts today,
  /// a buried card on the day it comes back; new cards count nowhere.
  ///
  /// - Parameters:
  ///   - days: how many days, at least 1, today included.
  package func dueDays(
    at now: Moment, days: Int, rolloverHour: Int, filter: CardFilter = CardFilter()
  ) throws(StudyStoreError) -> [DueDay] {
    let today = now.studyDay(rolloverHour: rolloverHour)
    let end = today.adding(max(1, days))
    let start = { (day: Day) in day.start(rolloverHour: rolloverHour, utcOffset: now.utcOffset).milliseconds }
    return try read { db in
      let condition = try CardCondition(filter, db)
      func count(_ day: String, index: String, limit: String, _ values: StatementArguments) throws -> [Row] {
        try Row.fetchAll(
          db,
          sql: """
            SELECT max(?1, \(day), coalesce(card.buriedUntil, 0)) AS day, count(*) AS count
            FROM card INDEXED BY \(index)
            WHERE card.isActive = 1 AND card.isSuspended = 0 AND \(limit)\(condition.sql)
            GROUP BY 1
            """, arguments: values + condition.arguments)
      }
      let learning = try count(
        "?1 + (card.dueAt - ?2) / 86400000", index: "card_learning", limit: "card.dueAt < ?3",
        [today.number, start(today), start(end)])
      let reviews = try count(
        "card.dueDay", index: "card_review", limit: "card.dueDay < ?2", [today.number, end.number])
      var counts: [Int: Int] = [:]
      for row in learning + reviews { counts[row["day"], default: 0] += row["count"] }
      return (today.number..<end.number).map { DueDay(day: Day(number: $0), count: counts[$0] ?? 0) }
    }
  }
}
