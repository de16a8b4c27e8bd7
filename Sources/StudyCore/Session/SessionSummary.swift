/// What a review session did so far. Answers taken back do not count.
package struct SessionSummary: Hashable, Sendable {
  /// Answers by rating.
  package private(set) var again = 0
  package private(set) var hard = 0
  package private(set) var good = 0
  package private(set) var easy = 0
  /// Time taken for all answers.
  package private(set) var secondsTaken = 0.0

  package var answers: Int { again + hard + good + easy }

  package init() {}

  mutating func count(_ rating: Rating, secondsTaken: Double) {
    switch rating {
    case .again: again += 1
    case .hard: hard += 1
    case .good: good += 1
    case .easy: easy += 1
    }
    self.secondsTaken += secondsTaken
  }
}
