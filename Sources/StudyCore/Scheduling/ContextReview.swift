/// A review as the context of others.
package struct ContextReview: Hashable, Sendable {
  /// Seconds from any fixed time.
  package var time: Double
  /// A node of the cards' ties.
  package var card: Int
  /// R: the probability of recall that the memory model gave for it, 0–1.
  package var predicted: Double
  package var isRecalled: Bool

  package init(time: Double, card: Int, predicted: Double, isRecalled: Bool) {
    self.time = time
    self.card = card
    self.predicted = predicted
    self.isRecalled = isRecalled
  }
}
