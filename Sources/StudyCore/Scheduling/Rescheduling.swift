import FSRS

extension Scheduler {
  /// The day and interval in days that the settings of today ask for; nil for a card that keeps its own: one whose interval they could have
  /// given, and one that is no review card or is suspended.
  ///
  /// The interval begins at the last answer. What should have come already comes today, and an overdue card stays.
  ///
  /// Source: Anki's rescheduling (`fsrs.md` §3), which moves every card; here those stay that need not move, so that doing it twice is
  /// doing it once.
  ///
  /// - Parameter load: what is due beside the card; nil if the load is not balanced.
  package func rescheduled(
    _ schedule: CardSchedule, card: CardKey, at now: Moment, beside load: DueLoad? = nil
  ) -> (due: Day, interval: Int)? {
    guard !schedule.isSuspended, case .review(let due, let previous) = schedule.phase,
      let memory = schedule.memory, let last = schedule.lastReview
    else { return nil }
    let wanted = model.interval(memory, desiredRetention: settings.desiredRetention)
    let maximum = max(settings.maximumInterval, 1)
    guard !Fuzz.bounds(interval: wanted, minimum: 1, maximum: maximum).contains(previous) else { return nil }

    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let lastDay = now.studyDay(of: last, rolloverHour: settings.rolloverHour)
    let elapsed = today.days(since: lastDay)
    // Days that have passed have no load.
    let isToCome = wanted > Double(elapsed + 1)
    let interval = spread(schedule, card, from: lastDay, isToCome ? load : nil)
      .days(interval: wanted, minimum: isToCome ? elapsed + 1 : 1, maximum: maximum)
    let moved = interval > elapsed ? lastDay.adding(interval) : min(due, today)
    return moved == due ? nil : (moved, interval)
  }
}
