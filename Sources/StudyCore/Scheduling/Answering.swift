import FSRS

/// One card being answered at one moment: the rules of scheduling.
///
/// Every answer updates memory. A card in the (re)learning steps moves along them; one that leaves them, and
/// every review card, gets the interval that the memory model asks for.
struct Answering {
  let settings: SchedulerSettings
  let before: CardSchedule
  let moment: Moment
  let spread: Spread

  private var model: MemoryModel { settings.model }

  /// A card whose steps are over stays in learning when its interval is shorter than this, in days…
  private static let shortestWholeDays = 0.5
  /// …for its interval, but at least these seconds…
  private static let shortestStay: Int64 = 600
  /// …and no more often than this on one study day.
  private static let staysPerDay = 3
  private static let day: Int64 = 86_400

  private enum Stage {
    case learning
    /// `interval` in days is the one that the lapse left.
    case relearning(interval: Int)

    func delays(_ settings: SchedulerSettings) -> [Int64] {
      switch self {
      case .learning: settings.learningSteps
      case .relearning: settings.relearningSteps
      }
    }
  }

  func outcome(_ rating: Rating) -> Outcome {
    switch before.phase {
    case .new: stepping(rating, from: 0, in: .learning)
    case .learning(let step, _): stepping(rating, from: step, in: .learning)
    case .relearning(let step, _, let interval):
      stepping(rating, from: step, in: .relearning(interval: interval))
    case .review(_, let interval):
      rating == .again ? lapsing() : reviewing(rating, previous: interval)
    }
  }
}

// MARK: - The phases

extension Answering {
  private func stepping(_ rating: Rating, from step: Int, in stage: Stage) -> Outcome {
    let steps = LearningSteps(delays: stage.delays(settings))
    let next: LearningSteps.Next?
    switch rating {
    case .again: return startingOver(in: stage)
    case .hard: next = steps.hard(at: step)
    case .good: next = steps.good(at: step)
    case .easy: return graduating()
    }
    guard let next else { return leavingSteps(rating, from: step, in: stage) }
    return waiting(rating, step: next.step, seconds: next.seconds, in: stage)
  }

  /// *Easy* in the steps ends them, with a day more than *good* would give at least.
  private func graduating() -> Outcome {
    let good = wholeDays(interval(.good), atLeast: 1)
    return due(.easy, inDays: wholeDays(interval(.easy), atLeast: good + 1))
  }

  /// *Again* goes back to the first step, and a card in relearning gets the interval of this lapse.
  private func startingOver(in stage: Stage) -> Outcome {
    var stage = stage
    if case .relearning = stage { stage = .relearning(interval: lapseInterval) }
    guard let next = LearningSteps(delays: stage.delays(settings)).again else {
      return leavingSteps(.again, from: 0, in: stage)
    }
    return waiting(.again, step: next.step, seconds: next.seconds, in: stage)
  }

  /// What a lapse leaves, in days: rounded and not spread.
  private var lapseInterval: Int { max(1, Int(min(interval(.again), FSRS7.longestInterval).rounded())) }

  private func leavingSteps(_ rating: Rating, from step: Int, in stage: Stage) -> Outcome {
    let interval = interval(rating)
    guard interval < Self.shortestWholeDays else {
      return due(rating, inDays: wholeDays(interval, atLeast: 1))
    }
    switch model {
    case .fsrs6(let model): return leavingForLess(rating, interval, model, from: step, in: stage)
    case .fsrs7: return leavingForLess(rating, interval, from: step, in: stage)
    }
  }

  /// Anki's rule (`fsrs.md` §3): less than half a day is waited in learning if there are no steps or an option says so, else a
  /// day.
  private func leavingForLess(
    _ rating: Rating, _ interval: Double, _ model: FSRS6, from step: Int, in stage: Stage
  ) -> Outcome {
    let delays = stage.delays(settings)
    guard model.allowsShortTerm, settings.keepsShortIntervals || delays.isEmpty else {
      return due(rating, inDays: wholeDays(interval, atLeast: 1))
    }
    var (step, stage) = (step, stage)
    if case .relearning = stage, rating == .good {
      step = delays.count
      stage = .relearning(interval: wholeDays(interval, atLeast: 1))
    }
    return waiting(rating, step: step, seconds: Int64(interval * Double(Self.day)), in: stage)
  }

  /// FSRS-7 (`design.md` §9): less than half a day is waited in learning, a few times a day.
  private func leavingForLess(
    _ rating: Rating, _ interval: Double, from step: Int, in stage: Stage
  ) -> Outcome {
    let today = moment.studyDay(rolloverHour: settings.rolloverHour)
    let stays = before.shortStaysDay == today ? before.shortStays : 0
    guard stays < Self.staysPerDay else { return due(rating, inDays: 1) }
    let seconds = max(Self.shortestStay, Int64((interval * Double(Self.day)).rounded()))
    var outcome = waiting(rating, step: step, seconds: seconds, in: stage)
    outcome.schedule.shortStays = stays + 1
    outcome.schedule.shortStaysDay = today
    return outcome
  }

  private func lapsing() -> Outcome {
    var outcome: Outcome
    let left = lapseInterval
    if settings.relearningSteps.isEmpty, interval(.again) >= Self.shortestWholeDays {
      outcome = due(.again, inDays: left)
    } else {
      outcome = startingOver(in: .relearning(interval: left))
    }
    outcome.schedule.lapses += 1
    outcome.isLeech = settings.isLeech(lapses: outcome.schedule.lapses)
    if outcome.isLeech, settings.leechAction == .suspend { outcome.schedule.isSuspended = true }
    return outcome
  }

  private func reviewing(_ rating: Rating, previous: Int) -> Outcome {
    let intervals = ReviewIntervals(previous: previous, maximum: maximumInterval, spread: spread)
    let hard = intervals.hard(interval(.hard))
    if rating == .hard { return due(rating, inDays: hard) }
    let good = intervals.good(interval(.good), hard: hard)
    if rating == .good { return due(rating, inDays: good) }
    return due(rating, inDays: intervals.easy(interval(.easy), good: good))
  }
}

// MARK: - The parts

extension Answering {
  private func memory(after rating: Rating) -> MemoryState {
    guard let memory = before.memory, let last = before.lastReview else {
      return model.firstState(rating: rating)
    }
    return model.next(memory, elapsed: elapsed(since: last), rating: rating)
  }

  /// Study days are whole ones before the next rollover (`fsrs.md` §3).
  private func elapsed(since last: Timestamp) -> MemoryModel.Elapsed {
    let rollover = moment.nextRollover(rolloverHour: settings.rolloverHour)
    return MemoryModel.Elapsed(
      days: moment.timestamp.days(since: last),
      studyDays: max(0, Int(rollover.days(since: last).rounded(.down))))
  }

  /// What the memory model asks for, in fractional days.
  private func interval(_ rating: Rating) -> Double {
    model.interval(memory(after: rating), desiredRetention: settings.desiredRetention)
  }

  private var maximumInterval: Int { max(settings.maximumInterval, 1) }

  private func wholeDays(_ interval: Double, atLeast minimum: Int) -> Int {
    spread.days(interval: interval, minimum: minimum, maximum: maximumInterval)
  }

  /// The card as every answer leaves it, before its next phase is known.
  private func answered(_ rating: Rating, _ phase: CardSchedule.Phase, interval: Int64) -> Outcome {
    var schedule = before
    schedule.phase = phase
    schedule.memory = memory(after: rating)
    schedule.repetitions += 1
    schedule.lastReview = moment.timestamp
    schedule.buriedUntil = nil
    return Outcome(rating: rating, schedule: schedule, interval: interval)
  }

  private func due(_ rating: Rating, inDays days: Int) -> Outcome {
    let day = moment.studyDay(rolloverHour: settings.rolloverHour).adding(days)
    return answered(rating, .review(due: day, interval: days), interval: Int64(days) * Self.day)
  }

  /// A step. A delay that reaches past the rollover becomes whole days: it ends when its day begins.
  private func waiting(_ rating: Rating, step: Int, seconds: Int64, in stage: Stage) -> Outcome {
    var end = moment.timestamp.adding(seconds: seconds)
    var interval = seconds
    let rollover = moment.nextRollover(rolloverHour: settings.rolloverHour)
    if end >= rollover {
      let fullDays = Int64(end.days(since: rollover))
      end = rollover.adding(seconds: fullDays * Self.day)
      interval = (fullDays + 1) * Self.day
    } else {
      // It is to end on the day on which its delay does.
      let late = end.milliseconds + spread.lateness(of: seconds)
      end = Timestamp(milliseconds: min(late, rollover.milliseconds - 1))
    }
    switch stage {
    case .learning: return answered(rating, .learning(step: step, due: end), interval: interval)
    case .relearning(let left):
      return answered(rating, .relearning(step: step, due: end, interval: left), interval: interval)
    }
  }
}
