/// How good predictions of recall were.
package struct PredictionQuality: Hashable, Sendable {
  /// Mean of −ln p(what happened); smaller is better.
  package let logLoss: Double
  /// The probability that a recalled card had the higher prediction than a forgotten one (area under the ROC curve); 0.5 is
  /// chance, and nil where all cards were recalled, or all forgotten.
  package let areaUnderCurve: Double?

  /// - Parameter predictions: probabilities of recall, 0–1, and whether it was one. At least one.
  package init(_ predictions: [(probability: Double, isRecalled: Bool)]) {
    logLoss =
      predictions.reduce(0) { $0 + Logit.loss(Logit.of($1.probability), outcome: $1.isRecalled) }
      / Double(predictions.count)
    areaUnderCurve = PredictionQuality.areaUnderCurve(predictions)
  }

  /// By the ranks of those recalled (Mann and Whitney); equal predictions share their ranks.
  private static func areaUnderCurve(_ predictions: [(probability: Double, isRecalled: Bool)]) -> Double? {
    let sorted = predictions.sorted { $0.probability < $1.probability }
    let recalled = sorted.count(where: \.isRecalled)
    guard recalled > 0, recalled < sorted.count else { return nil }
    var rankSum = 0.0
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].probability == sorted[start].probability { end += 1 }
      // Ranks count from 1.
      let rank = Double(start + 1 + end) / 2
      rankSum += rank * Double(sorted[start..<end].count(where: \.isRecalled))
      start = end
    }
    let least = Double(recalled) * Double(recalled + 1) / 2
    return (rankSum - least) / (Double(recalled) * Double(sorted.count - recalled))
  }
}
