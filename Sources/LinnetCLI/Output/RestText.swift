import StudyApp
import StudyCore

/// Why nothing comes now, when something will, and what to try.
enum RestText {
  static func text(_ rest: Rest, now: Moment) -> String {
    [reason(rest.reason), next(rest, now: now), advice(rest.reason)].compactMap { $0 }.joined(separator: "\n")
  }

  private static func reason(_ reason: Rest.Reason) -> String {
    switch reason {
    case .noCards: "There are no cards here yet."
    case .allSuspended: "All cards here are suspended."
    case .newLimit(let waiting, let limit):
      limit == 0
        ? "Nothing is due. \(Words.count(waiting, "new card")) wait\(waiting == 1 ? "s" : "")."
        : "Today's \(Words.count(limit, "new card")) are learned; \(Words.grouped(waiting)) more "
          + (waiting == 1 ? "waits." : "wait.")
    case .reviewLimit(let waiting, let limit):
      "Today's \(Words.count(limit, "review")) are done; \(Words.grouped(waiting)) more wait until tomorrow."
    case .waitUntilTomorrow(let count):
      "Nothing more is due today. \(Words.count(count, "card")) wait\(count == 1 ? "s" : "") until tomorrow: "
        + "only one card of a block comes a day, and some may be buried."
    case .nothingDue: "Nothing is due now."
    case .cramOver: "That was every card of this cram. \(ReviewSummary.cramLeavesNothing)"
    case .allBuried: "The cards here are put off until tomorrow."
    }
  }

  /// `The next card is due in 8 minutes, at 14:05.`
  static func next(_ rest: Rest, now: Moment) -> String? {
    guard let next = rest.next else { return nil }
    let moment = Moment(timestamp: next, utcOffset: now.utcOffset)
    let seconds = max(0, next.seconds - now.timestamp.seconds)
    if rest.isLearning, seconds < 86_400 {
      let minutes = Int((seconds + 59) / 60)
      let clock = moment.description.split(separator: "T").last.map { $0.prefix(5) } ?? ""
      return minutes <= 0
        ? "The next card is due now."
        : "The next card is due in \(Words.count(minutes, "minute")), at \(clock)."
    }
    let day = moment.studyDay(rolloverHour: 0)
    let days = day.days(since: now.studyDay(rolloverHour: 0))
    return days <= 1
      ? "The next cards come tomorrow, \(day)." : "The next cards come in \(days) days, on \(day)."
  }

  private static func advice(_ reason: Rest.Reason) -> String? {
    switch reason {
    case .noCards: "Write card blocks into your notes and run linnet import; linnet help syntax shows how."
    case .allSuspended: "linnet resume lets them come again."
    case .newLimit(let waiting, _): "linnet review --new \(min(10, waiting)) asks some of them now."
    case .reviewLimit: "linnet review --ahead 1 asks them now, with those of tomorrow."
    case .waitUntilTomorrow, .nothingDue, .cramOver, .allBuried: nil
    }
  }
}
