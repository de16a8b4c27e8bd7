import FSRS

/// Everything a learner can set about scheduling, with the defaults of Anki.
package struct SchedulerSettings: Hashable, Sendable {
  /// The probability of recall at which a card comes back, above 0 and below 1.
  package var desiredRetention = 0.9
  /// Delays of the steps in seconds.
  package var learningSteps: [Int64] = [60, 600]
  package var relearningSteps: [Int64] = [600]
  /// Days, at least 1.
  package var maximumInterval = 36_500
  package var newPerDay = 20
  package var reviewsPerDay = 200
  /// How many seconds early a card in learning may come when nothing else is left.
  package var learnAhead: Int64 = 1200
  /// The local hour (0–23) at which a study day begins.
  package var rolloverHour = 4
  package var parameters: Parameters = .default
  /// Names the parameters in the log; 0 is the published defaults.
  package var parameterSet = 0

  package init() {}
}
