import StudyCore

/// M1 in use: fitted anew to the log a few times, and otherwise kept up to date with every review.
struct ContextUse: Sendable {
  /// Whether links told something at the last fit.
  struct Gate: Sendable {
    var isOpen: Bool
    /// b2.
    var neighbors: Double
    /// Out-of-fold log loss that b2 saves, mean over reviews.
    var gain: Double
  }

  private let ties: WeightedAdjacency
  private let noTies: WeightedAdjacency
  private let usesLinks: Bool
  private var reviews: [ContextReview] = []
  private var term: ContextTerm?
  private var memory: ContextMemory
  private(set) var gate: Gate?

  /// - Parameter ties: nil to go by mood alone.
  init(cards: Int, ties: WeightedAdjacency?) {
    noTies = WeightedAdjacency(nodeCount: cards, ties: [])
    self.ties = ties ?? noTies
    usesLinks = ties != nil
    memory = ContextMemory(ties: noTies, timeConstant: 1)
  }

  func recall(_ predicted: Double, of card: Int, at time: Double) -> Double {
    guard let term else { return predicted }
    return term.recall(predicted, in: memory.context(of: card, at: time * 86_400))
  }

  mutating func record(_ card: Int, at time: Double, predicted: Double, isRecalled: Bool) {
    let review = ContextReview(
      time: time * 86_400, card: card, predicted: predicted, isRecalled: isRecalled)
    reviews.append(review)
    if term != nil { memory.record(review) }
  }

  mutating func refit() {
    if usesLinks, let fit = ContextFit(reviews, ties: ties) {
      gate = Gate(isOpen: fit.isUsable, neighbors: fit.term.neighbors, gain: fit.gain)
      if fit.isUsable { return use(fit.term, ties) }
    }
    guard let fit = ContextFit(reviews, ties: noTies), fit.withoutLinks.logLoss < fit.model.logLoss else {
      term = nil
      return
    }
    use(fit.term, noTies)
  }

  private mutating func use(_ term: ContextTerm, _ ties: WeightedAdjacency) {
    self.term = term
    memory = ContextMemory(ties: ties, timeConstant: term.timeConstant)
    for review in reviews { memory.record(review) }
  }
}
