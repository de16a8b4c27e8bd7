import FSRS

/// The day that a learner gives to cards, written as Anki's "Set Due Date" takes it: `0` is today, `3` in three days,
/// `3-7` a day of those for each card; or a date. `!` at the end sets the interval as well.
package struct DueChoice: Hashable, Sendable {
  /// When the cards come.
  package enum When: Hashable, Sendable {
    /// So many days from today; of several, each card gets one of its own.
    case inDays(ClosedRange<Int>)
    case on(Day)
  }

  package var when: When
  /// Whether the interval becomes the days until then, also that of a card that has one.
  package var setsInterval: Bool

  /// The farthest day, in days from today.
  package static let longest = 36_500

  package init(_ when: When, setsInterval: Bool = false) {
    self.when = when
    self.setsInterval = setsInterval
  }

  /// Nil for a text of another form. The ends of a range may stand either way round.
  package init?(_ text: String) {
    let setsInterval = text.hasSuffix("!")
    let text = setsInterval ? String(text.dropLast()) : text
    if let day = Day(iso: text) {
      self.init(.on(day), setsInterval: setsInterval)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let days = parts.compactMap(DueChoice.days)
    guard (1...2).contains(parts.count), days.count == parts.count, let least = days.min(),
      let most = days.max()
    else { return nil }
    self.init(.inDays(least...most), setsInterval: setsInterval)
  }

  private static func days(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let days = Int(text), days <= longest
    else { return nil }
    return days
  }

  /// The day for one card.
  ///
  /// - Parameter uniform: which day of a range it is, 0 ..< 1.
  package func day(today: Day, uniform: Double) -> Day {
    switch when {
    case .on(let day): day
    case .inDays(let days):
      today.adding(days.lowerBound + min(Int(uniform * Double(days.count)), days.count - 1))
    }
  }
}

extension Scheduler {
  /// What the log keeps when a learner sets a card's day. Card and number of reviews decide on a day of a range, so that the same
  /// wish always means the same day.
  package func settingDue(
    _ choice: DueChoice, of schedule: CardSchedule, card: CardKey, at moment: Moment
  ) -> LogEntry.Action {
    let seed = StableHash.of([
      "due", card.block.rawValue, card.kind.direction.rawValue, String(card.kind.ordinal),
      String(schedule.repetitions),
    ])
    var generator = SplitMix64(seed: seed)
    let today = moment.studyDay(rolloverHour: settings.rolloverHour)
    let day = choice.day(today: today, uniform: generator.nextUniform())
    let days = max(1, day.days(since: today))
    // What would be computed anew with other settings is written down; what the card has need not be.
    let interval =
      choice.setsInterval
      ? days
      : daysSinceReview(schedule, until: day, at: moment) ?? (schedule.keptInterval == nil ? days : nil)
    return .setDue(day, interval: interval)
  }

  /// Of a card that is remembered the interval goes from its last answer to the day, as in Anki with FSRS.
  private func daysSinceReview(_ schedule: CardSchedule, until day: Day, at moment: Moment) -> Int? {
    guard schedule.memory != nil, let last = schedule.lastReview else { return nil }
    return max(1, day.days(since: moment.studyDay(of: last, rolloverHour: settings.rolloverHour)))
  }

  /// A card without memory keeps its interval when its day is set, as in Anki; without one it gets the days until then.
  func interval(of schedule: CardSchedule, setDue day: Day, at moment: Moment) -> Int {
    schedule.keptInterval ?? max(1, day.days(since: moment.studyDay(rolloverHour: settings.rolloverHour)))
  }
}

extension CardSchedule {
  /// The interval in days of a review card, or the one that a lapse left.
  fileprivate var keptInterval: Int? {
    switch phase {
    case .review(_, let interval), .relearning(_, _, let interval): interval
    case .new, .learning: nil
    }
  }
}
