import FSRS
import StudyCore
import Testing

/// Where other settings put a card that was answered before.
struct ReschedulingTests {
  private let now: Moment
  private let today: Day

  init() throws {
    now = try moment("2026-11-24T20:00:00+01:00")
    today = now.studyDay(rolloverHour: 4)
  }

  private func scheduler(
    retention: Double = 0.9, _ change: (inout SchedulerSettings) -> Void = { _ in }
  ) -> Scheduler {
    var settings = SchedulerSettings()
    settings.model = .fsrs6(FSRS6())
    settings.desiredRetention = retention
    change(&settings)
    return Scheduler(settings: settings)
  }

  /// Answered `elapsed` days ago, and recalled with 0.9 after `stability` days.
  private func schedule(stability: Double, interval: Int, elapsed: Int) -> CardSchedule {
    var schedule = CardSchedule()
    schedule.phase = .review(due: today.adding(interval - elapsed), interval: interval)
    schedule.memory = .fsrs6(FSRS6.State(stability: stability, difficulty: 5))
    schedule.lastReview = now.timestamp.adding(seconds: -86_400 * Int64(elapsed))
    return schedule
  }

  @Test func anIntervalThatTheSettingsCouldHaveGivenStays() {
    // Of 30 days fuzz makes 26 to 34: 1 + 0.675 + 1.3 + 0.5 = 3.475 to both sides.
    for interval in [27, 30, 33] {
      let kept = schedule(stability: 30, interval: interval, elapsed: 3)
      #expect(scheduler().rescheduled(kept, card: key(1), at: now) == nil)
    }
    let moved = scheduler().rescheduled(
      schedule(stability: 30, interval: 60, elapsed: 3), card: key(1), at: now)
    #expect(moved.map { (27...33).contains($0.interval) } == true)
    #expect(moved.map { $0.due == today.adding($0.interval - 3) } == true)
  }

  @Test func aHigherRetentionBringsCardsEarlierAndALowerOneLater() throws {
    let start = schedule(stability: 30, interval: 30, elapsed: 2)
    let higher = try #require(scheduler(retention: 0.97).rescheduled(start, card: key(1), at: now))
    let lower = try #require(scheduler(retention: 0.8).rescheduled(start, card: key(1), at: now))
    #expect(higher.interval < 27 && lower.interval > 33)
    let model = MemoryModel.fsrs6(FSRS6())
    let wanted = try model.interval(#require(start.memory), desiredRetention: 0.97)
    #expect(Fuzz.bounds(interval: wanted, minimum: 1, maximum: 36_500).contains(higher.interval))
  }

  @Test func whatShouldHaveComeComesTodayAndOverdueCardsStay() throws {
    let strict = scheduler(retention: 0.99)
    let future = schedule(stability: 10, interval: 60, elapsed: 40)
    #expect(strict.rescheduled(future, card: key(1), at: now)?.due == today)
    let overdue = schedule(stability: 10, interval: 20, elapsed: 40)
    #expect(strict.rescheduled(overdue, card: key(1), at: now) == nil)
  }

  /// Any card and settings: what was moved once does not move again, and never lies in the past unless it did.
  @Test(arguments: UInt64(1)...5) func twiceIsOnce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for number in 0..<400 {
      let scheduler = scheduler(retention: .random(in: 0.7...0.99, using: &random)) {
        $0.maximumInterval = [36_500, 365, 30].randomElement(using: &random) ?? 365
      }
      let interval = Int.random(in: 1...400, using: &random)
      var card = schedule(
        stability: .random(in: 0.1...400, using: &random), interval: interval,
        elapsed: .random(in: 0...500, using: &random))
      let load = DueLoad(
        counts: Dictionary(uniqueKeysWithValues: (0..<99).map { (today.adding($0), $0 % 7) }), siblings: [])
      let beside = Bool.random(using: &random) ? load : nil
      guard case .review(let before, _) = card.phase,
        let moved = scheduler.rescheduled(card, card: key(number), at: now, beside: beside)
      else { continue }
      #expect(moved.due >= min(before, today) && moved.interval <= scheduler.settings.maximumInterval)
      card.phase = .review(due: moved.due, interval: moved.interval)
      #expect(scheduler.rescheduled(card, card: key(number), at: now, beside: beside) == nil)
    }
  }

  @Test func cardsThatAreNoReviewsStay() {
    var suspended = schedule(stability: 30, interval: 90, elapsed: 1)
    suspended.isSuspended = true
    var learning = schedule(stability: 30, interval: 90, elapsed: 1)
    learning.phase = .learning(step: 0, due: now.timestamp)
    for card in [CardSchedule(), suspended, learning] {
      #expect(scheduler().rescheduled(card, card: key(1), at: now) == nil)
    }
  }
}
