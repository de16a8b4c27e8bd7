/// What besides its own trace decides whether a card is recalled.
enum World: String, Sendable, CaseIterable {
  case nothing = "W0 no transfer"
  case concepts = "W1 shared concepts"
  case wrongLinks = "W2 shared concepts, links 30–70 % right"
  case interference = "W3 interference"
  case mood = "W4 mood"

  /// The links as they are in the learner's head; those that the scheduler sees are the vault's.
  func truth(of vault: Vault, for learner: Learner) -> Vault {
    self == .wrongLinks ? vault.partlyRight(learner.rightLinks, seed: learner.seed &+ 1) : vault
  }

  /// - Parameter truth: links as they are.
  func influence(on truth: Vault, of learner: Learner) -> any Influence {
    switch self {
    case .nothing: NoInfluence()
    case .concepts, .wrongLinks: SharedConcepts(truth, learner)
    case .interference: Confusion(truth, learner)
    case .mood: Mood(learner)
    }
  }
}

/// Changes what a card's own trace would give. Times are days.
protocol Influence: Sendable {
  /// The probability of recall, from that of the card's own trace.
  func recall(_ own: Double, of card: Int, at time: Double) -> Double
  /// The same without what passes by itself.
  func lastingRecall(_ own: Double, of card: Int, at time: Double) -> Double
  /// The probability that a new card is not known after it was read, from that of any card.
  func failure(_ usual: Double, of card: Int, at time: Double) -> Double
  /// What the stability that a review leaves is multiplied by.
  func encoding(of card: Int, at time: Double) -> Double
  /// In logits, while studying.
  func mood(at time: Double) -> Double
  mutating func record(_ card: Int, at time: Double, isRecalled: Bool)
}

extension Influence {
  func recall(_ own: Double, of card: Int, at time: Double) -> Double { own }
  func lastingRecall(_ own: Double, of card: Int, at time: Double) -> Double {
    recall(own, of: card, at: time)
  }
  func failure(_ usual: Double, of card: Int, at time: Double) -> Double { usual }
  func encoding(of card: Int, at time: Double) -> Double { 1 }
  func mood(at time: Double) -> Double { 0 }
  mutating func record(_ card: Int, at time: Double, isRecalled: Bool) {}
}

struct NoInfluence: Influence {}
