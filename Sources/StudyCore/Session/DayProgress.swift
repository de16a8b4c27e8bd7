/// What was answered on one study day, as far as the daily rules need it. Answers taken back do not count.
package struct DayProgress: Hashable, Sendable {
  package var day: Day
  /// Answers given to new cards and to review cards. Cards in the steps count for neither.
  package var newAnswered = 0
  package var reviewsAnswered = 0
  /// Blocks with an answer on this day; their other cards wait until tomorrow.
  package var blocksAnswered: Set<BlockUID> = []

  package init(day: Day) { self.day = day }

  /// Counts the answers of a day in replayed logs, of any number of cards.
  package init(day: Day, steps: some Sequence<Replay.Step>) {
    self.init(day: day)
    for step in steps where step.entry.studyDay == day {
      if case .answer = step.entry.action { count(answerTo: step.before, of: step.entry.card) }
    }
  }

  /// Counts one answer; `schedule` is the card's before it.
  package mutating func count(answerTo schedule: CardSchedule, of card: CardKey) {
    switch schedule.phase {
    case .new: newAnswered += 1
    case .review: reviewsAnswered += 1
    case .learning, .relearning: break
    }
    blocksAnswered.insert(card.block)
  }

  /// Itself on its day; on any other day nothing was answered yet.
  package func on(_ day: Day) -> DayProgress { day == self.day ? self : DayProgress(day: day) }
}
