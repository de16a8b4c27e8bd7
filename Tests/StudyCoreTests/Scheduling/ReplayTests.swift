import FSRS
import StudyCore
import Testing

struct ReplayTests {
  private static let seeds: [UInt64] = Array(1...60)
  private let scheduler = Scheduler()
  private var replay: Replay { Replay(scheduler: scheduler) }

  /// A log that grows as a learner's does, with the schedule kept beside it.
  private struct History {
    var entries: [LogEntry] = []
    /// One schedule more than entries that count.
    var schedules = [CardSchedule()]
    var now: Moment

    mutating func append(_ action: LogEntry.Action) {
      let id = LogEntry.ID(number: now.timestamp.milliseconds, device: "a")
      entries.append(
        LogEntry(id: id, card: key(7), moment: now, studyDay: now.studyDay(rolloverHour: 4), action: action))
    }
  }

  private func randomAction(
    _ history: History, _ random: inout SplitMix64
  ) throws -> (LogEntry.Action, CardSchedule) {
    let schedule = try #require(history.schedules.last)
    let today = history.now.studyDay(rolloverHour: 4)
    let actions: [LogEntry.Action] = [
      .suspend, .resume, .bury(until: today.adding(1)), .unbury, .reset, .setDue(today.adding(5)),
      .setDue(today.adding(5), interval: 2), .flag(3),
    ]
    if Int.random(in: 0..<10, using: &random) == 0, let action = actions.randomElement(using: &random) {
      return (action, scheduler.applying(action, to: schedule, card: key(7), at: history.now))
    }
    let rating = try #require(Rating.allCases.randomElement(using: &random))
    let outcome = scheduler.outcome(of: rating, for: schedule, card: key(7), at: history.now)
    return (.answer(scheduler.logged(outcome, secondsTaken: 3)), outcome.schedule)
  }

  /// Answers, other actions and undos at random; an undo takes back the newest entry that still counts.
  private func randomHistory(seed: UInt64) throws -> History {
    var random = SplitMix64(seed: seed)
    var history = History(now: try moment("2026-01-10T20:00:00+01:00"))
    for _ in 0..<40 {
      let pause = Int64.random(in: 1...3_000_000, using: &random)
      history.now = history.now.adding(seconds: Bool.random(using: &random) ? pause : pause % 900 + 1)
      if Int.random(in: 0..<5, using: &random) == 0, let last = Replay.effective(history.entries).last {
        history.append(.undo(last.id))
        history.schedules.removeLast()
      } else {
        let (action, schedule) = try randomAction(history, &random)
        history.append(action)
        history.schedules.append(schedule)
      }
      #expect(replay.schedule(of: history.entries) == history.schedules.last)
    }
    return history
  }

  /// Steps, retention, the longest interval and the model may change; where cards were put stays.
  @Test(arguments: seeds) func `other settings leave cards where their answers put them`(seed: UInt64) throws
  {
    let history = try randomHistory(seed: seed)
    var settings = SchedulerSettings()
    settings.learningSteps = [300]
    settings.relearningSteps = []
    settings.desiredRetention = 0.8
    settings.maximumInterval = 30
    settings.model = .fsrs6(FSRS6())
    let replayed = Replay(scheduler: Scheduler(settings: settings)).schedule(of: history.entries)
    let kept = try #require(history.schedules.last)
    #expect(replayed.phase == kept.phase)
    #expect(replayed.repetitions == kept.repetitions && replayed.lapses == kept.lapses)
    #expect(replayed.lastReview == kept.lastReview && replayed.isSuspended == kept.isSuspended)
    if case .fsrs7 = replayed.memory { Issue.record("memory is of the old model") }
    #expect((replayed.memory == nil) == (kept.memory == nil))
  }

  @Test(arguments: seeds) func answeringEqualsReplayingAndUndoIsTheExactInverse(seed: UInt64) throws {
    let history = try randomHistory(seed: seed)
    let steps = replay.steps(of: history.entries)
    #expect([CardSchedule()] + steps.map(\.after) == history.schedules)
    #expect(zip(steps, history.schedules).allSatisfy { $0.before == $1 })
  }

  @Test(arguments: seeds.prefix(10)) func orderAndOriginOfEntriesDoNotMatter(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let history = try randomHistory(seed: seed)
    #expect(replay.schedule(of: history.entries.shuffled(using: &random)) == history.schedules.last)
  }

  @Test func anUndoTakenBackTakesNothingBack() throws {
    var history = History(now: try moment("2026-01-10T20:00:00+01:00"))
    history.append(.flag(2))
    history.now = history.now.adding(seconds: 1)
    history.append(.undo(history.entries[0].id))
    #expect(replay.schedule(of: history.entries).flag == 0)
    history.now = history.now.adding(seconds: 1)
    history.append(.undo(history.entries[1].id))
    #expect(replay.schedule(of: history.entries).flag == 2)
  }

  @Test func resetForgetsWhatWasLearnedAndKeepsWhatWasSet() throws {
    let now = try moment("2026-01-10T20:00:00+01:00")
    var schedule = scheduler.outcome(of: .easy, for: CardSchedule(), card: key(7), at: now).schedule
    for action in [LogEntry.Action.flag(4), .suspend, .bury(until: Day(number: 99_999)), .reset] {
      schedule = scheduler.applying(action, to: schedule, card: key(7), at: now)
    }
    var expected = CardSchedule()
    expected.flag = 4
    expected.isSuspended = true
    #expect(schedule == expected)
  }

  @Test func settingTheDayKeepsAReviewCardsInterval() throws {
    let now = try moment("2026-01-10T20:00:00+01:00")
    let today = now.studyDay(rolloverHour: 4)
    let new = scheduler.applying(.setDue(today.adding(3)), to: CardSchedule(), card: key(7), at: now)
    #expect(new.phase == .review(due: today.adding(3), interval: 3))
    let moved = scheduler.applying(.setDue(today), to: new, card: key(7), at: now)
    #expect(moved.phase == .review(due: today, interval: 3))
    let answered = scheduler.outcome(of: .good, for: moved, card: key(7), at: now).schedule
    #expect(answered.memory == .fsrs7(FSRS7().firstState(rating: .good)), "its first review")
  }

  @Test func buryingEndsWithItsDay() throws {
    var schedule = CardSchedule()
    schedule.buriedUntil = try day("2026-01-11")
    #expect(schedule.isBuried(on: try day("2026-01-10")))
    #expect(!schedule.isBuried(on: try day("2026-01-11")))
  }
}
