import FSRS

/// Probabilities and their logits, ln(p/(1 − p)).
enum Logit {
  /// Probabilities are kept within these, so that logits stay finite.
  static let probabilities = 1e-4...(1 - 1e-4)

  static func of(_ probability: Double) -> Double {
    let kept = min(max(probability, probabilities.lowerBound), probabilities.upperBound)
    return logarithm(kept / (1 - kept))
  }

  /// σ(z) = 1/(1 + e^(−z)).
  static func probability(_ logit: Double) -> Double { 1 / (1 + exponential(-logit)) }

  /// The logarithmic loss −ln p(outcome) of a prediction, from its logit without loss of digits.
  static func loss(_ logit: Double, outcome: Bool) -> Double {
    let wrong = outcome ? -logit : logit
    return max(wrong, 0) + logarithm(1 + exponential(-abs(wrong)))
  }
}
