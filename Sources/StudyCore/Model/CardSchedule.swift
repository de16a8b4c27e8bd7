import FSRS

package typealias MemoryState = FSRS.MemoryState
package typealias FSRS6 = FSRS.FSRS6
package typealias FSRS7 = FSRS.FSRS7
package typealias MemoryModel = FSRS.MemoryModel

/// Everything the scheduler keeps about one card. It is a fold over the card's log entries and can be
/// rebuilt at any time; the collection stores it beside the card only to answer quickly.
package struct CardSchedule: Hashable, Sendable {
  package enum Phase: Hashable, Sendable {
    case new
    /// In the learning steps; `step` is the index of the step being waited for, `due` the instant it ends.
    case learning(step: Int, due: Timestamp)
    /// A review card, due when the day begins. `interval` is the one given, in days.
    case review(due: Day, interval: Int)
    /// In the steps after a lapse; `interval` is the one in days that the lapse left.
    case relearning(step: Int, due: Timestamp, interval: Int)

    /// The word in JSON and on screen.
    package var name: String {
      switch self {
      case .new: "new"
      case .learning: "learning"
      case .review: "review"
      case .relearning: "relearning"
      }
    }
  }

  package var phase: Phase = .new
  package var memory: MemoryState?
  /// Answers that count, and how many of them were *again* on a review card.
  package var repetitions = 0
  package var lapses = 0
  package var lastReview: Timestamp?
  /// How often the card stayed in learning although its steps were over because its interval was under half
  /// a day, and on which study day (at most 3 a day, `design.md` §9).
  package var shortStays = 0
  package var shortStaysDay: Day?
  package var isSuspended = false
  package var buriedUntil: Day?
  /// 0 (none) to 7.
  package var flag = 0

  package init() {}
}
