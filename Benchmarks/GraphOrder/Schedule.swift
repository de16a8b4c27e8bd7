import FSRS

/// What the scheduler believes: FSRS-7 with the published defaults. Times are days.
struct Schedule: Sendable {
  struct Entry: Sendable {
    var state: FSRS7.State
    var time: Double
    /// The day on which it comes back.
    var due: Int
    /// The time at which recall is 0.9.
    var stability: Double
  }

  static let desiredRetention = 0.9
  private let model = FSRS7()
  private(set) var entries: [Entry?]

  init(cards: Int) { entries = Array(repeating: nil, count: cards) }

  /// R; nil for a card never seen.
  func recall(_ card: Int, at time: Double) -> Double? {
    entries[card].map { model.retrievability($0.state, elapsedDays: time - $0.time) }
  }

  /// Takes in an answer.
  ///
  /// - Returns: the days of which one is to be the next: today alone, if it was forgotten. Until one is chosen it is the first.
  mutating func answer(_ card: Int, at time: Double, rating: Rating) -> ClosedRange<Int> {
    let state =
      entries[card].map { model.next($0.state, elapsedDays: time - $0.time, rating: rating) }
      ?? model.firstState(rating: rating)
    let stability = model.interval(state, desiredRetention: Schedule.desiredRetention)
    let today = Int(time)
    let bounds = Fuzz.bounds(interval: stability, minimum: 1, maximum: 36_500)
    let days = rating == .again ? today...today : today + bounds.lowerBound...today + bounds.upperBound
    entries[card] = Entry(state: state, time: time, due: days.lowerBound, stability: stability)
    return days
  }

  mutating func choose(_ day: Int, for card: Int) { entries[card]?.due = day }
}
