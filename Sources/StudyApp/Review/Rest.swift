import StudyCore
import StudyStore

/// Why no card comes now, and when one will.
package struct Rest: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// There are no cards at all, or none that the filter lets pass.
    case noCards
    case allSuspended
    /// So many new cards wait for the next day because today's are learned.
    case newLimit(waiting: Int, limit: Int)
    case reviewLimit(waiting: Int, limit: Int)
    /// Cards were put off until tomorrow, or are siblings of cards answered today.
    case waitUntilTomorrow(Int)
    /// Everything was answered that is due.
    case nothingDue
    /// Every card of a cram was known in the end.
    case cramOver
    /// A cram has cards, but none that may be asked today.
    case allBuried
  }

  package var reason: Reason
  /// When the next card comes; nil if none will.
  package var next: Timestamp?
  /// Whether that card is one in the (re)learning steps.
  package var isLearning = false
}

extension ReviewService {
  /// To be asked when a queue of the scope has no card to show.
  ///
  /// - Parameter presets: the queue's.
  package func rest(_ scope: ReviewScope, limits presets: Presets, at now: Moment) throws -> Rest {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let outlook = try store.dueOutlook(on: today, filter: scope.filter)
    guard outlook.isOpen else { return Rest(reason: outlook.hasSuspended ? .allSuspended : .noCards) }

    let progress = try progress(at: now)
    let new = scope.only == .due ? 0 : outlook.new
    let overdue = scope.only == .new ? 0 : outlook.overdue
    let limits = DayLimits(presets, progress)
    let asked: [Int?] =
      scope.filter.deck.map { [presets.index(of: $0)] } ?? [nil] + presets.decks.indices.map { $0 }
    let isUsedUp = { limits.room($0, ofPresets: asked) == 0 }
    let shown = scope.filter.deck.map(presets.settings) ?? presets.general
    let held = settings.newIgnoresReviewLimit ? 0 : new
    let reason: Rest.Reason =
      if new > 0 && isUsedUp(.new) {
        .newLimit(waiting: new, limit: shown.newPerDay)
      } else if overdue + held > 0 && isUsedUp(.reviews) {
        .reviewLimit(waiting: overdue + held, limit: shown.reviewsPerDay)
      } else if new + overdue > 0 {
        .waitUntilTomorrow(new + overdue)
      } else {
        .nothingDue
      }

    let start = { (day: Day) in
      day.start(rolloverHour: settings.rolloverHour, utcOffset: now.utcOffset)
    }
    let waits = overdue > 0 || new > 0 && settings.newPerDay > 0
    let days = [waits ? today.adding(1) : nil, scope.only == .new ? nil : outlook.nextReview]
    let next = ([outlook.nextLearning] + days.map { $0.map(start) }).compactMap { $0 }.min()
    return Rest(reason: reason, next: next, isLearning: next != nil && next == outlook.nextLearning)
  }
}
