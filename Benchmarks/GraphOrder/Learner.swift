import FSRS
import Foundation

/// How one learner's memory works and how much they study: drawn from a prior.
struct Learner: Sendable {
  let seed: UInt64
  /// The memory as it is; the scheduler knows only the published defaults.
  let model: FSRS7
  /// Of study on a day, for every card of the collection.
  let secondsPerCard: Double
  /// How much concepts help (W1, W2), 0–1.
  let transfer: Double
  /// How much a review does for a concept, 0–1.
  let conceptGain: Double
  /// How many of the links are right in W2.
  let rightLinks: Double
  /// How much confusion costs (W3), 0–1.
  let confusion: Double
  /// How much the mood sways recall (W4), in logits.
  let mood: Double

  var fate: Fate { Fate(seed: seed) }

  init(seed: UInt64) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    let pace = exp(0.4 * random.nextNormal())
    let weights = FSRS7.Parameters.default.weights.enumerated().map { index, weight in
      weight * exp(0.08 * random.nextNormal()) * (index < 4 ? pace : 1)
    }
    model = FSRS7(parameters: FSRS7.Parameters(clamping: weights) ?? .default)
    secondsPerCard = Learner.secondsPerCard * exp(0.2 * random.nextNormal())
    transfer = random.nextUniform(in: 0.2...0.6)
    conceptGain = random.nextUniform(in: 0.15...0.4)
    rightLinks = random.nextUniform(in: 0.3...0.7)
    confusion = random.nextUniform(in: 0.1...0.3)
    mood = random.nextUniform(in: 0.3...0.9)
  }

  /// So that most cards are learned at the horizon, but not all.
  private static let secondsPerCard = 0.85
}
