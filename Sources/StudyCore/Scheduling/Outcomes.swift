/// What one rating does to a card.
package struct Outcome: Hashable, Sendable {
  package var rating: Rating
  package var schedule: CardSchedule
  /// The interval given, in seconds: the delay of a step, or a whole number of days.
  package var interval: Int64
  /// Whether the card became a leech, once more.
  package var isLeech = false

  package init(rating: Rating, schedule: CardSchedule, interval: Int64) {
    self.rating = rating
    self.schedule = schedule
    self.interval = interval
  }
}

/// What each of the four ratings would do to a card, for the buttons.
package struct Outcomes: Hashable, Sendable {
  package var again, hard, good, easy: Outcome

  package subscript(rating: Rating) -> Outcome {
    switch rating {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}
