import FSRS

extension Scheduler {
  /// The schedule after one action of the log. An undo changes nothing by itself: a replay leaves out what it
  /// names (``Replay``).
  package func applying(
    _ action: LogEntry.Action, to schedule: CardSchedule, card: CardKey, at moment: Moment
  ) -> CardSchedule {
    var result = schedule
    switch action {
    case .answer(let answer):
      // Memory is what the model of today says of it. Where the card went then, it went, whatever steps and
      // retention are set now.
      result = outcome(of: answer.rating, for: schedule, card: card, at: moment).schedule
      result.phase = answer.phase ?? result.phase
    case .undo: break
    case .suspend: result.isSuspended = true
    case .resume: result.isSuspended = false
    case .bury(let day): result.buriedUntil = day
    case .unbury: result.buriedUntil = nil
    case .reset:
      result = CardSchedule()
      result.isSuspended = schedule.isSuspended
      result.flag = schedule.flag
    case .setDue(let day, let interval):
      result.phase = .review(
        due: day, interval: interval ?? self.interval(of: schedule, setDue: day, at: moment))
      result.buriedUntil = nil
    case .reschedule(let day, let interval): result.phase = .review(due: day, interval: interval)
    case .adopt(let memory): adopt(memory, into: &result, at: moment)
    case .flag(let number): result.flag = number
    }
    return result
  }

  /// A review card as the other program had it: its interval is taken for the time after which recall is 0.9, which is what
  /// SM-2 aims at.
  private func adopt(_ foreign: ForeignMemory, into schedule: inout CardSchedule, at moment: Moment) {
    guard schedule.phase == .new else { return }
    let interval = Int(min(max(1, foreign.interval), FSRS7.longestInterval).rounded())
    switch foreign.strength {
    case .memory(let stability, let difficulty):
      schedule.memory = model.state(stability: stability, difficulty: difficulty)
    case .ease(let ease):
      schedule.memory = model.state(ease: ease / 100, interval: Double(interval))
    }
    schedule.phase = .review(due: foreign.due, interval: interval)
    schedule.repetitions = 1
    let lastDay = foreign.due.adding(-interval)
    schedule.lastReview = min(
      moment.timestamp, lastDay.start(rolloverHour: settings.rolloverHour, utcOffset: moment.utcOffset))
  }
}

extension CardSchedule {
  /// When the card is due, nil for a new one. Suspension and burying do not count here.
  ///
  /// `utcOffset` (seconds east of UTC) and `rolloverHour` (0–23) say when the due day of a review card
  /// begins.
  package func due(rolloverHour: Int, utcOffset: Int) -> Timestamp? {
    switch phase {
    case .new: nil
    case .learning(_, let due), .relearning(_, let due, _): due
    case .review(let day, _): day.start(rolloverHour: rolloverHour, utcOffset: utcOffset)
    }
  }

  /// Whether the card waits for a later study day than this one.
  package func isBuried(on day: Day) -> Bool { buriedUntil.map { day < $0 } ?? false }

  /// Whether the card may be shown on that day, due or not.
  package func canCome(on day: Day) -> Bool { !isSuspended && !isBuried(on: day) }
}
