import StudyCore

/// What was said of a review before it, and how it went. Probabilities of recall, 0–1.
struct Forecast: Sendable {
  /// Days.
  var time: Double
  /// By FSRS alone.
  var model: Double
  /// By FSRS and what the arm corrects.
  var arm: Double
  var truth: Double
  var isRecalled: Bool
}

/// How good the forecasts of the last fifth of the time were. All three are of the same reviews: with two arms other cards are asked, which
/// alone makes them easier or harder to tell apart.
struct ForecastQuality: Sendable {
  var model: PredictionQuality
  var arm: PredictionQuality
  var truth: PredictionQuality

  /// Nil if there was no review then.
  init?(_ forecasts: [Forecast]) {
    let last = forecasts.filter { $0.time >= 0.8 * Double(Study.days) }
    guard !last.isEmpty else { return nil }
    func quality(_ probability: (Forecast) -> Double) -> PredictionQuality {
      PredictionQuality(last.map { (probability($0), $0.isRecalled) })
    }
    model = quality(\.model)
    arm = quality(\.arm)
    truth = quality(\.truth)
  }
}
