import FSRS
import StudyCore
import Testing

/// The rules of scheduling as a table. Numbers of days come from FSRS-7's defaults: a first *hard* asks for
/// 0.597 days, *good* for 4.78, *easy* for 53.9; *again* for 3 seconds.
struct SchedulerTests {
  private let scheduler = Scheduler()
  private let card = key(1)

  private func settings(_ change: (inout SchedulerSettings) -> Void) -> Scheduler {
    var settings = SchedulerSettings()
    change(&settings)
    return Scheduler(settings: settings)
  }

  private func reviewed(_ interval: Int, due: Day, last: Moment) -> CardSchedule {
    var schedule = CardSchedule()
    schedule.phase = .review(due: due, interval: interval)
    schedule.memory = .fsrs7(FSRS7.State(slow: 5.7, fast: 32, difficulty: 3.5))
    schedule.lastReview = last.timestamp
    schedule.repetitions = 2
    return schedule
  }

  @Test func newCardWalksTheSteps() throws {
    let now = try moment("2026-11-24T09:00:00+01:00")
    let outcomes = settings { $0.spreadsIntervals = false }.outcomes(for: CardSchedule(), card: card, at: now)
    #expect(outcomes.again.schedule.phase == .learning(step: 0, due: now.timestamp.adding(seconds: 60)))
    #expect(outcomes.hard.schedule.phase == .learning(step: 0, due: now.timestamp.adding(seconds: 330)))
    #expect(outcomes.good.schedule.phase == .learning(step: 1, due: now.timestamp.adding(seconds: 600)))
    #expect([outcomes.again, outcomes.hard, outcomes.good].map(\.interval) == [60, 330, 600])
    guard case .review(let due, let interval) = outcomes.easy.schedule.phase else {
      Issue.record("easy graduates at once")
      return
    }
    #expect((50...58).contains(interval))
    #expect(due.days(since: now.studyDay(rolloverHour: 4)) == interval)
    #expect(outcomes.easy.interval == Int64(interval) * 86_400)
  }

  @Test func everyAnswerUpdatesMemoryByFractionalDays() throws {
    let now = try moment("2026-11-24T09:00:00+01:00")
    let first = scheduler.outcome(of: .good, for: CardSchedule(), card: card, at: now)
    let second = scheduler.outcome(of: .good, for: first.schedule, card: card, at: now.adding(seconds: 600))
    let model = FSRS7()
    let expected = model.next(model.firstState(rating: .good), elapsedDays: 600.0 / 86_400, rating: .good)
    #expect(second.schedule.memory == .fsrs7(expected))
    #expect(second.schedule.repetitions == 2)
    #expect(second.schedule.lastReview == now.adding(seconds: 600).timestamp)
    guard case .review(_, let interval) = second.schedule.phase else {
      Issue.record("good after the last step graduates")
      return
    }
    #expect((8...12).contains(interval))
  }

  @Test func hardRepeatsALaterStep() throws {
    let now = try moment("2026-11-24T09:00:00+01:00")
    let scheduler = settings { $0.spreadsIntervals = false }
    let second = scheduler.outcome(of: .good, for: CardSchedule(), card: card, at: now)
    let again = scheduler.outcome(of: .hard, for: second.schedule, card: card, at: now.adding(seconds: 600))
    #expect(again.schedule.phase == .learning(step: 1, due: now.adding(seconds: 1200).timestamp))
  }

  private static let firstStepHard: [(steps: [Int64], seconds: Int64)] = [
    ([600], 900), ([172_800], 259_200), ([100, 301], 200), ([], 86_400),
  ]

  @Test(arguments: firstStepHard)
  func hardOnTheFirstStep(steps: [Int64], seconds: Int64) throws {
    let scheduler = settings { $0.learningSteps = steps }
    let now = try moment("2026-11-24T09:00:00+01:00")
    #expect(scheduler.outcome(of: .hard, for: CardSchedule(), card: card, at: now).interval == seconds)
  }

  @Test func withoutStepsTheFirstAgainStaysThreeTimesThenWaitsForTomorrow() throws {
    let scheduler = settings { $0.learningSteps = [] }
    var now = try moment("2026-11-24T09:00:00+01:00")
    var schedule = CardSchedule()
    for stay in 1...3 {
      let outcome = scheduler.outcome(of: .again, for: schedule, card: card, at: now)
      #expect(outcome.interval == 600, "under ten minutes becomes ten minutes")
      #expect(outcome.schedule.shortStays == stay)
      #expect(outcome.schedule.phase.name == "learning")
      schedule = outcome.schedule
      now = now.adding(seconds: 600)
    }
    let today = now.studyDay(rolloverHour: 4)
    let fourth = scheduler.outcome(of: .again, for: schedule, card: card, at: now).schedule
    #expect(fourth.phase == .review(due: today.adding(1), interval: 1))

    let tomorrow = now.adding(seconds: 86_400)
    let next = scheduler.outcome(of: .again, for: schedule, card: card, at: tomorrow).schedule
    #expect(next.shortStays == 1 && next.shortStaysDay == today.adding(1), "a new day, a new count")
  }

  @Test func aShortIntervalAfterTheStepsIsItsDelay() throws {
    var now = try moment("2026-11-24T09:00:00+01:00")
    var schedule = CardSchedule()
    for rating in [Rating.again, .good] {
      schedule = scheduler.outcome(of: rating, for: schedule, card: card, at: now).schedule
      now = now.adding(seconds: 600)
    }
    let leaving = scheduler.outcome(of: .good, for: schedule, card: card, at: now)
    let asked = MemoryModel.fsrs7(FSRS7()).interval(
      try #require(leaving.schedule.memory), desiredRetention: 0.9)
    #expect(asked < 0.5 && asked > 600.0 / 86_400)
    #expect(leaving.interval == Int64((asked * 86_400).rounded()))
    #expect(leaving.schedule.phase.name == "learning")
  }

  @Test(arguments: [
    // Ends before the rollover at four, on it, past it, and two days on.
    ("2026-11-24T03:49:59+01:00", Int64(600), Int64(600), "2026-11-24T03:59:59+01:00"),
    ("2026-11-24T03:50:00+01:00", 600, 86_400, "2026-11-24T04:00:00+01:00"),
    ("2026-11-24T03:55:00+01:00", 600, 86_400, "2026-11-24T04:00:00+01:00"),
    ("2026-11-24T09:00:00+01:00", 86_400, 86_400, "2026-11-25T04:00:00+01:00"),
    ("2026-11-24T09:00:00+01:00", 172_800, 172_800, "2026-11-26T04:00:00+01:00"),
  ])
  func aStepPastTheRolloverBecomesWholeDays(
    now: String, step: Int64, interval: Int64, due: String
  ) throws {
    let scheduler = settings {
      $0.learningSteps = [step]
      $0.spreadsIntervals = false
    }
    let outcome = scheduler.outcome(of: .again, for: CardSchedule(), card: card, at: try moment(now))
    #expect(outcome.interval == interval)
    #expect(outcome.schedule.phase == .learning(step: 0, due: try moment(due).timestamp))
  }

  /// Up to a quarter later, at most five minutes, and never past the end of the day; what is told is the delay itself.
  @Test(arguments: [(Int64(60), 15_000), (600, 150_000), (3600, 300_000), (64_800, 300_000)])
  func stepsEndALittleLater(step: Int64, most: Int) throws {
    let scheduler = settings { $0.learningSteps = [step] }
    let now = try moment("2026-11-24T09:59:00+01:00")
    let rollover = now.nextRollover(rolloverHour: 4).milliseconds
    let lateness = (0..<500).map { number -> Int in
      let outcome = scheduler.outcome(of: .again, for: CardSchedule(), card: key(number), at: now)
      #expect(outcome.interval == step)
      guard case .learning(0, let due) = outcome.schedule.phase else { return -1 }
      #expect(due.milliseconds < rollover)
      return Int(due.milliseconds - now.timestamp.milliseconds - step * 1000)
    }
    let room = min(most, Int(rollover - now.timestamp.milliseconds - step * 1000))
    #expect(lateness.allSatisfy { (0...room).contains($0) })
    #expect((lateness.max() ?? 0) > room * 9 / 10 && (lateness.min() ?? room) < room / 10)
  }

  @Test func aLapseCountsAndRelearns() throws {
    let now = try moment("2026-11-24T09:00:00+01:00")
    let schedule = reviewed(5, due: try day("2026-11-24"), last: now.adding(seconds: -5 * 86_400))
    let scheduler = settings { $0.spreadsIntervals = false }
    let lapse = scheduler.outcome(of: .again, for: schedule, card: card, at: now)
    #expect(lapse.schedule.lapses == 1)
    #expect(
      lapse.schedule.phase == .relearning(step: 0, due: now.timestamp.adding(seconds: 600), interval: 1))
    let again = scheduler.outcome(of: .again, for: lapse.schedule, card: card, at: now.adding(seconds: 600))
    #expect(again.schedule.lapses == 1, "only a review card lapses")
  }

  @Test func buttonsOfAReviewCardAreOrdered() throws {
    let now = try moment("2026-11-24T09:00:00+01:00")
    for block in 0..<200 {
      for interval in [1, 3, 5, 12, 40, 400] {
        let schedule = reviewed(
          interval, due: try day("2026-11-24"), last: now.adding(seconds: Int64(-86_400 * interval)))
        let outcomes = scheduler.outcomes(for: schedule, card: key(block), at: now)
        #expect(outcomes.hard.interval < outcomes.good.interval)
        #expect(outcomes.good.interval < outcomes.easy.interval)
      }
    }
  }

  @Test func easyInTheStepsIsADayMoreThanGood() throws {
    let now = try moment("2026-11-24T09:00:00+01:00")
    let short = settings { $0.maximumInterval = 3 }
    let forgotten = scheduler.outcome(of: .again, for: CardSchedule(), card: card, at: now).schedule
    let easy = scheduler.outcome(of: .easy, for: forgotten, card: card, at: now.adding(seconds: 60))
    #expect(easy.interval == 2 * 86_400, "good would ask for less than a day")
    #expect(short.outcome(of: .easy, for: CardSchedule(), card: card, at: now).interval == 3 * 86_400)
  }

  @Test func fuzzIsSeededByCardAndNumberOfReviews() throws {
    let now = try moment("2026-11-24T09:00:00+01:00")
    let schedule = reviewed(30, due: try day("2026-11-24"), last: now.adding(seconds: -30 * 86_400))
    let preview = scheduler.outcomes(for: schedule, card: card, at: now)
    for rating in Rating.allCases {
      #expect(scheduler.outcome(of: rating, for: schedule, card: card, at: now) == preview[rating])
    }
    let intervals = Set(
      (0..<50).map { scheduler.outcomes(for: schedule, card: key($0), at: now).good.interval })
    #expect(intervals.count > 5, "different cards spread")
  }

  @Test func retrievabilityIsTheModels() throws {
    let now = try moment("2026-11-24T09:00:00+01:00")
    let schedule = reviewed(5, due: try day("2026-11-24"), last: now)
    let memory = try #require(schedule.memory)
    #expect(scheduler.retrievability(of: CardSchedule(), at: now.timestamp) == nil)
    #expect(
      scheduler.retrievability(of: schedule, at: now.timestamp.adding(seconds: 43_200))
        == MemoryModel.fsrs7(FSRS7()).retrievability(memory, elapsedDays: 0.5))
    #expect(scheduler.stability(of: schedule) == MemoryModel.fsrs7(FSRS7()).stability(memory))
  }

  @Test func dueTimes() throws {
    var schedule = CardSchedule()
    #expect(schedule.due(rolloverHour: 4, utcOffset: 3600) == nil)
    schedule.phase = .review(due: try day("2026-11-24"), interval: 9)
    let start = try moment("2026-11-24T04:00:00+01:00")
    #expect(schedule.due(rolloverHour: 4, utcOffset: 3600) == start.timestamp)
  }
}
