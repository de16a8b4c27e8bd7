import FSRS

/// Decides when a card comes back: FSRS with learning steps (`design.md` §9). Pure: the same card, moment
/// and settings always give the same outcome.
package struct Scheduler: Hashable, Sendable {
  package let settings: SchedulerSettings
  var model: MemoryModel { settings.model }

  package init(settings: SchedulerSettings = SchedulerSettings()) {
    self.settings = settings
  }

  /// What each rating would do. `card` seeds the fuzz together with the number of reviews, so that the
  /// preview and the answer agree.
  ///
  /// - Parameter load: what is due beside the card; nil if the load is not balanced or not known.
  package func outcomes(
    for schedule: CardSchedule, card: CardKey, at moment: Moment, beside load: DueLoad? = nil
  ) -> Outcomes {
    let answering = answering(schedule, card, moment, load)
    return Outcomes(
      again: answering.outcome(.again), hard: answering.outcome(.hard),
      good: answering.outcome(.good), easy: answering.outcome(.easy))
  }

  /// What one rating does.
  package func outcome(
    of rating: Rating, for schedule: CardSchedule, card: CardKey, at moment: Moment,
    beside load: DueLoad? = nil
  ) -> Outcome {
    answering(schedule, card, moment, load).outcome(rating)
  }

  /// The outcome as the log keeps it.
  package func logged(_ outcome: Outcome, secondsTaken: Double) -> LogEntry.Answer {
    LogEntry.Answer(
      rating: outcome.rating, secondsTaken: secondsTaken, interval: outcome.interval,
      model: model.name, parameterSet: settings.parameterSet,
      phase: outcome.schedule.phase)
  }

  /// An action as the log is to keep it for a card that stands so: an answer with what it does to the card now, which may not be what
  /// it did when the card was shown.
  package func logged(
    _ action: LogEntry.Action, for schedule: CardSchedule, card: CardKey, at moment: Moment,
    beside load: DueLoad? = nil
  ) -> LogEntry.Action {
    guard case .answer(let answer) = action else { return action }
    let outcome = outcome(of: answer.rating, for: schedule, card: card, at: moment, beside: load)
    return .answer(logged(outcome, secondsTaken: answer.secondsTaken))
  }

  /// Whether a memory is of the model of these settings; otherwise the model was changed since, or the card's deck.
  package func remembers(_ memory: MemoryState) -> Bool {
    switch (model, memory) {
    case (.fsrs6, .fsrs6), (.fsrs7, .fsrs7): true
    case (.fsrs6, .fsrs7), (.fsrs7, .fsrs6): false
    }
  }

  /// The probability of recall, 0–1, nil for a card without a review.
  package func retrievability(of schedule: CardSchedule, at timestamp: Timestamp) -> Double? {
    guard let memory = schedule.memory, let last = schedule.lastReview else { return nil }
    return model.retrievability(memory, elapsedDays: timestamp.days(since: last))
  }

  /// The time since the last review over the interval that the desired retention asks for: 1 for a card that is due to the hour,
  /// more for an overdue one. 0 for a card without a review.
  func relativeOverdueness(of schedule: CardSchedule, at timestamp: Timestamp) -> Double {
    guard let memory = schedule.memory, let last = schedule.lastReview else { return 0 }
    return timestamp.days(since: last)
      / model.interval(memory, desiredRetention: settings.desiredRetention)
  }

  /// The time in days at which recall is 0.9, nil for a card without a review.
  package func stability(of schedule: CardSchedule) -> Double? { schedule.memory.map(model.stability) }

  private func answering(
    _ schedule: CardSchedule, _ card: CardKey, _ moment: Moment, _ load: DueLoad?
  ) -> Answering {
    let today = moment.studyDay(rolloverHour: settings.rolloverHour)
    return Answering(
      settings: settings, before: schedule, moment: moment, spread: spread(schedule, card, from: today, load))
  }

  /// How intervals of the card from a day on are spread: always alike for the same card and number of reviews.
  func spread(_ schedule: CardSchedule, _ card: CardKey, from day: Day, _ load: DueLoad?) -> Spread {
    let seed = StableHash.of([
      card.block.rawValue, card.kind.direction.rawValue, String(card.kind.ordinal),
      String(schedule.repetitions),
    ])
    var generator = SplitMix64(seed: seed)
    guard settings.spreadsIntervals else { return Spread() }
    return Spread(
      uniform: generator.nextUniform(), delayUniform: generator.nextUniform(),
      balancer: load.map { LoadBalancer(start: day, load: $0, easyDays: settings.easyDays) })
  }
}
