import FSRS

/// How the reviews of late went against what was predicted: all of them, and those of a card's neighbours.
package struct RecallContext: Hashable, Sendable {
  /// m, −1 … 1: above 0 if more was recalled than predicted.
  package var overall: Double
  /// h, −1 … 1: the same of the neighbours alone.
  package var neighbors: Double
}

/// Remembers how reviews went, and forgets it with time.
///
/// With y 1 for a recalled card and 0 for a forgotten one, R its prediction, and e^(−Δt/τ) what is left of a review after the time Δt:
/// m = Σ e^(−Δt/τ)·(y − R) / (κ + Σ e^(−Δt/τ)), and h of card i is the same sum over its neighbours j, each term times their strength a_ij.
/// Source: `graph-scheduling.md`, M1. A sum fades as a whole, so a review costs the same however many came before.
package struct ContextMemory: Sendable {
  /// κ: as if so many reviews more had gone as predicted.
  static let shrinkage = 1.0

  private let ties: WeightedAdjacency
  private let timeConstant: Double
  private var overall = FadingSum()
  private var cards: [FadingSum]

  /// - Parameters:
  ///   - ties: of the cards, which are its nodes.
  ///   - timeConstant: τ in seconds.
  package init(ties: WeightedAdjacency, timeConstant: Double) {
    self.ties = ties
    self.timeConstant = timeConstant
    cards = Array(repeating: FadingSum(), count: ties.nodeCount)
  }

  /// What is known before a review of the card.
  ///
  /// - Parameter time: seconds from any fixed time, not before the last review.
  package func context(of card: Int, at time: Double) -> RecallContext {
    var near = FadingSum()
    for neighbor in ties.neighbors(of: card) {
      let sum = cards[neighbor.node]
      guard sum.weight > 0 else { continue }
      let share = neighbor.strength * sum.share(at: time, timeConstant)
      near.residual += share * sum.residual
      near.weight += share * sum.weight
    }
    let share = overall.share(at: time, timeConstant)
    return RecallContext(
      overall: share * overall.residual / (ContextMemory.shrinkage + share * overall.weight),
      neighbors: near.residual / (ContextMemory.shrinkage + near.weight))
  }

  /// Takes in a review.
  package mutating func record(_ review: ContextReview) {
    let residual = (review.isRecalled ? 1 : 0) - review.predicted
    overall.add(residual, at: review.time, timeConstant)
    cards[review.card].add(residual, at: review.time, timeConstant)
  }
}

/// Σ e^(−Δt/τ)·(y − R) and Σ e^(−Δt/τ), as they were at a time.
private struct FadingSum {
  var residual = 0.0
  var weight = 0.0
  var time = 0.0

  /// What is left of it.
  func share(at now: Double, _ timeConstant: Double) -> Double { exponential((time - now) / timeConstant) }

  mutating func add(_ value: Double, at now: Double, _ timeConstant: Double) {
    let share = weight > 0 ? share(at: now, timeConstant) : 0
    residual = share * residual + value
    weight = share * weight + 1
    time = now
  }
}
