import FSRS
import StudyCore
import Testing

/// The day that a learner gives to cards. What it does to a card was compared with Anki 26.9.3 (`set_due_date`): with memory the interval
/// goes from the last answer to the day; without, a review card keeps its own, any other gets the days, at least 1.
struct DueChoiceTests {
  private let scheduler = Scheduler()
  private let now: Moment
  private let today: Day

  init() throws {
    now = try moment("2026-11-24T20:00:00+01:00")
    today = now.studyDay(rolloverHour: 4)
  }

  @Test(arguments: [
    ("0", DueChoice(.inDays(0...0))), ("3", DueChoice(.inDays(3...3))),
    ("3-7", DueChoice(.inDays(3...7))), ("7-3", DueChoice(.inDays(3...7))),
    ("3-7!", DueChoice(.inDays(3...7), setsInterval: true)), ("36500", DueChoice(.inDays(36_500...36_500))),
    ("2026-12-24", DueChoice(.on(Day(number: 20_811)))),
    ("2026-12-24!", DueChoice(.on(Day(number: 20_811)), setsInterval: true)),
  ]) func `it is written as in Anki, or as a date`(text: String, choice: DueChoice) {
    #expect(DueChoice(text) == choice)
  }

  @Test(arguments: [
    "", "!", "-", "-3", "3-", "3--7", "3-7-9", "x", "3.5", "3!!", "36501", "٣", " 3", "2026-13-01",
    "99999999999999999999",
  ]) func `anything else is no day`(text: String) { #expect(DueChoice(text) == nil) }

  private func setting(_ text: String, _ schedule: CardSchedule, card: Int = 7) throws -> CardSchedule {
    let choice = try #require(DueChoice(text))
    let action = scheduler.settingDue(choice, of: schedule, card: key(card), at: now)
    return scheduler.applying(action, to: schedule, card: key(card), at: now)
  }

  private func schedule(_ phase: CardSchedule.Phase) -> CardSchedule {
    var schedule = CardSchedule()
    schedule.phase = phase
    return schedule
  }

  @Test(arguments: [("0", 0, 1), ("5", 5, 5), ("10!", 10, 10), ("2026-11-26", 2, 2)])
  func `new cards and those in the steps become review cards`(text: String, days: Int, interval: Int) throws {
    for phase in [CardSchedule.Phase.new, .learning(step: 1, due: now.timestamp)] {
      let set = try setting(text, schedule(phase))
      #expect(set.phase == .review(due: today.adding(days), interval: interval))
    }
  }

  @Test(arguments: [("0", 0, 40), ("9", 9, 40), ("9!", 9, 9), ("0!", 0, 1)])
  func `a card with an interval keeps it without the mark`(text: String, days: Int, interval: Int) throws {
    for phase in [
      CardSchedule.Phase.review(due: today.adding(20), interval: 40),
      .relearning(step: 0, due: now.timestamp, interval: 40),
    ] {
      let set = try setting(text, schedule(phase))
      #expect(set.phase == .review(due: today.adding(days), interval: interval))
    }
  }

  @Test(arguments: [("0", 0, 12), ("9", 9, 21), ("9!", 9, 9)])
  func `the interval of a card that is remembered begins at its last answer`(
    text: String, days: Int, interval: Int
  ) throws {
    var before = schedule(.review(due: today.adding(20), interval: 40))
    before.memory = .fsrs6(FSRS6.State(stability: 30, difficulty: 5))
    before.lastReview = now.timestamp.adding(seconds: -12 * 86_400)
    #expect(try setting(text, before).phase == .review(due: today.adding(days), interval: interval))
  }

  @Test func `of a range each card gets a day of its own, always the same`() throws {
    let days = try (0..<400).map { card -> Int in
      let set = try setting("3-7", CardSchedule(), card: card)
      #expect(try setting("3-7", CardSchedule(), card: card) == set)
      guard case .review(let day, let interval) = set.phase else { return -1 }
      #expect(interval == day.days(since: today))
      return day.days(since: today)
    }
    let counts = Dictionary(grouping: days) { $0 }.mapValues(\.count)
    #expect(counts.keys.sorted() == [3, 4, 5, 6, 7])
    #expect(counts.values.allSatisfy { (50...110).contains($0) }, "80 of 400 are to be expected: \(counts)")
  }

  @Test func `memory stays, and what was put off comes`() throws {
    var before = scheduler.outcome(of: .good, for: CardSchedule(), card: key(7), at: now).schedule
    before.buriedUntil = today.adding(1)
    before.isSuspended = true
    let set = try setting("4", before)
    #expect(set.memory == before.memory && set.lastReview == before.lastReview)
    #expect(set.repetitions == 1 && set.buriedUntil == nil && set.isSuspended)
  }

  /// Nothing is remembered of a card that was never answered, whatever its day: its first answer is a first review. As Anki
  /// with FSRS has it.
  @Test(arguments: [7, 6]) func `the first answer to a new card with a day is a first review`(version: Int)
    throws
  {
    var settings = SchedulerSettings()
    if version == 6 { settings.model = .fsrs6(FSRS6()) }
    settings.spreadsIntervals = false
    let scheduler = Scheduler(settings: settings)
    let set = try setting("60", CardSchedule())
    let later = now.adding(seconds: 60 * 86_400)
    let outcomes = scheduler.outcomes(for: set, card: key(7), at: later)
    for rating in Rating.allCases {
      let outcome = outcomes[rating]
      #expect(outcome.schedule.memory == settings.model.firstState(rating: rating))
      #expect(outcome.schedule.repetitions == 1 && outcome.schedule.lastReview == later.timestamp)
    }
    guard case .relearning(0, _, _) = outcomes.again.schedule.phase else {
      Issue.record("again is \(outcomes.again.schedule.phase)")
      return
    }
    #expect(outcomes.again.schedule.lapses == 1)
    #expect(outcomes.hard.interval >= 86_400)
    #expect(outcomes.hard.interval < outcomes.good.interval)
    #expect(outcomes.good.interval < outcomes.easy.interval)
  }

  /// So that replaying under another beginning of the day gives what was meant.
  @Test func `the log keeps every interval that was computed`() throws {
    let choice = try #require(DueChoice("5"))
    let action = scheduler.settingDue(choice, of: CardSchedule(), card: key(7), at: now)
    #expect(action == .setDue(today.adding(5), interval: 5))
    var settings = SchedulerSettings()
    settings.rolloverHour = 22
    let elsewhere = Scheduler(settings: settings)
    #expect(
      elsewhere.applying(action, to: CardSchedule(), card: key(7), at: now).phase
        == .review(due: today.adding(5), interval: 5))
  }
}
