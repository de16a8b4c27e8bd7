/// Corrects the prediction of a memory model by how other reviews went of late: p = σ(logit R + b0 + b1·m + b2·h).
///
/// Source: `graph-scheduling.md`, M1. Four numbers of a learner; `ContextFit` finds them.
package struct ContextTerm: Hashable, Sendable {
  /// b0, in logits.
  package var bias: Double
  /// b1, for all reviews of late.
  package var overall: Double
  /// b2, for those of the card's neighbours: what the links are worth.
  package var neighbors: Double
  /// τ in seconds, after which a review counts e times less.
  package var timeConstant: Double

  package init(bias: Double, overall: Double, neighbors: Double, timeConstant: Double) {
    self.bias = bias
    self.overall = overall
    self.neighbors = neighbors
    self.timeConstant = timeConstant
  }

  /// The probability of recall, 0–1, of a card for which the memory model says `predicted`.
  package func recall(_ predicted: Double, in context: RecallContext) -> Double {
    Logit.probability(
      Logit.of(predicted) + bias + overall * context.overall + neighbors * context.neighbors)
  }
}
