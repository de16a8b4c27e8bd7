/// The part of the day's queue that a card belongs to, in the order in which Anki gathers them (`fsrs.md` §3).
package enum QueueKind: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// In steps that end on the day of the last answer.
  case learning
  /// In a step that passed the rollover: from its day on the card is mixed with the reviews.
  case interdayLearning
  case review
  case new

  /// Of a card in a step.
  ///
  /// - Parameters:
  ///   - due: when the step ends.
  ///   - answered: when the card was answered last.
  ///   - day: the study day of an instant.
  static func ofStep(due: Timestamp, answered: Timestamp?, day: (Timestamp) -> Day) -> QueueKind {
    answered.map { day(due) > day($0) } ?? false ? .interdayLearning : .learning
  }

  package static func < (left: QueueKind, right: QueueKind) -> Bool { left.rawValue < right.rawValue }
}

/// A number for each kind.
package struct KindCounts: Hashable, Sendable {
  private var learning = 0
  private var interdayLearning = 0
  private var reviews = 0
  private var new = 0

  package init() {}

  package subscript(kind: QueueKind) -> Int {
    get {
      switch kind {
      case .learning: learning
      case .interdayLearning: interdayLearning
      case .review: reviews
      case .new: new
      }
    }
    set {
      switch kind {
      case .learning: learning = newValue
      case .interdayLearning: interdayLearning = newValue
      case .review: reviews = newValue
      case .new: new = newValue
      }
    }
  }
}

extension CardSchedule {
  /// `utcOffset` (seconds east of UTC) and `rolloverHour` (0–23) say where days begin.
  package func queueKind(rolloverHour: Int, utcOffset: Int) -> QueueKind {
    switch phase {
    case .new: .new
    case .review: .review
    case .learning(_, let due), .relearning(_, let due, _):
      .ofStep(due: due, answered: lastReview) {
        Moment(timestamp: $0, utcOffset: utcOffset).studyDay(rolloverHour: rolloverHour)
      }
    }
  }
}
