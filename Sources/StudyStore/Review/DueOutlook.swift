import GRDB
import StudyCore

/// What there is although nothing comes now: to say why, and when something will.
package struct DueOutlook: Hashable, Sendable {
  /// The next day after today for which a review is due.
  package var nextReview: Day?
  /// The next end of a step of a card in (re)learning.
  package var nextLearning: Timestamp?
  /// New cards that are not suspended.
  package var new: Int
  /// Reviews due today or before, not suspended.
  package var overdue: Int
  /// Cards in the notes, and how many of them are suspended.
  package var cards: Int
  package var suspended: Int
}

extension StudyStore {
  package func dueOutlook(
    on today: Day, filter: CardFilter = CardFilter()
  ) throws(StudyStoreError) -> DueOutlook {
    try read { db in
      let condition = try CardCondition(filter, db)
      func value(_ what: String, index: String? = nil, _ limit: String) throws -> Int64? {
        try Int64.fetchOne(
          db,
          sql: """
            SELECT \(what) FROM card\(index.map { " INDEXED BY " + $0 } ?? "")\(condition.join)
            WHERE card.isActive = 1 AND \(limit)\(condition.sql)
            """, arguments: condition.arguments)
      }
      let isOpen = "card.isSuspended = 0 AND "
      return DueOutlook(
        nextReview: try value(
          "min(card.dueDay)", index: "card_review", isOpen + "card.dueDay > \(today.number)"
        ).map { Day(number: Int($0)) },
        nextLearning: try value("min(card.dueAt)", index: "card_learning", isOpen + "card.dueAt IS NOT NULL")
          .map(Timestamp.init(milliseconds:)),
        new: Int(try value("count(*)", index: "card_new", isOpen + "card.phase = 0") ?? 0),
        overdue: Int(
          try value("count(*)", index: "card_review", isOpen + "card.dueDay <= \(today.number)") ?? 0),
        cards: Int(try value("count(*)", "true") ?? 0),
        suspended: Int(try value("count(*)", "card.isSuspended = 1") ?? 0))
    }
  }
}
