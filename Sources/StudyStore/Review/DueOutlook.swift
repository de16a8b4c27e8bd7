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
  /// Whether cards in the notes are suspended.
  package var hasSuspended: Bool

  /// Whether any card will ever come by itself: one that is not suspended is new, in (re)learning or a review.
  package var isOpen: Bool { nextReview != nil || nextLearning != nil || new + overdue > 0 }
}

extension StudyStore {
  /// Reads nothing but indexes.
  package func dueOutlook(
    on today: Day, filter: CardFilter = CardFilter()
  ) throws(StudyStoreError) -> DueOutlook {
    try read { db in
      let condition = try CardCondition(filter, db)
      func value(_ what: String, index: String, _ limit: String) throws -> Int64? {
        try Int64.fetchOne(
          db,
          sql:
            "SELECT \(what) FROM card INDEXED BY \(index) WHERE card.isActive = 1 AND \(limit)\(condition.sql)",
          arguments: condition.arguments)
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
        hasSuspended: try value("1", index: "card_suspended", "card.isSuspended = 1") != nil)
    }
  }
}
