import FSRS

/// An answer that counts, as figures are made of it.
package struct StudyRecord: Hashable, Sendable {
  /// What the card was before it.
  package enum Stage: Hashable, Sendable {
    case new, learning, relearning
    /// With the interval it had, in days.
    case review(interval: Int)
  }

  /// Tells cards apart: any number from 0.
  package var card: Int
  package var time: Timestamp
  package var day: Day
  package var rating: Rating
  package var secondsTaken: Double
  package var stage: Stage
  /// The probability of recall, 0–1, that the memory model gave before; nil for a card without a memory.
  package var predicted: Double?

  package init(
    card: Int, time: Timestamp, day: Day, rating: Rating, secondsTaken: Double, stage: Stage,
    predicted: Double?
  ) {
    self.card = card
    self.time = time
    self.day = day
    self.rating = rating
    self.secondsTaken = secondsTaken
    self.stage = stage
    self.predicted = predicted
  }

  package var isRecalled: Bool { rating != .again }
}

extension StudyRecord {
  /// The answer of one step of a replay; nil for what is no answer.
  package init?(_ step: Replay.Step, card: Int, scheduler: Scheduler) {
    guard case .answer(let answer) = step.entry.action else { return nil }
    let stage: Stage =
      switch step.before.phase {
      case .new: .new
      case .learning: .learning
      case .relearning: .relearning
      case .review(_, let interval): .review(interval: interval)
      }
    self.init(
      card: card, time: step.entry.moment.timestamp, day: step.entry.studyDay, rating: answer.rating,
      secondsTaken: answer.secondsTaken, stage: stage,
      predicted: scheduler.retrievability(of: step.before, at: step.entry.moment.timestamp))
  }
}
