import Foundation

/// Cards that are tied may be taken for each other: what was recalled of one gets in the way of the other for days, and what is learned meanwhile
/// is learned worse.
struct Confusion: Influence {
  private static let days = 3.0
  private static let gain = 0.3
  /// Of the pairs that are tied.
  private static let confusable = 0.3

  private let neighbors: [[Int]]
  private let cost: Double
  /// 0–1, and when it was so.
  private var levels: [(level: Double, time: Double)]

  init(_ truth: Vault, _ learner: Learner) {
    let ties = truth.ties
    let fate = learner.fate
    neighbors = (0..<ties.nodeCount).map { card in
      ties.neighbors(of: card).map(\.node).filter {
        fate.uniform(.confusable, min(card, $0), max(card, $0)) < Confusion.confusable
      }
    }
    cost = learner.confusion
    levels = Array(repeating: (0, 0), count: ties.nodeCount)
  }

  private func level(of card: Int, at time: Double) -> Double {
    levels[card].level * exp((levels[card].time - time) / Confusion.days)
  }

  func recall(_ own: Double, of card: Int, at time: Double) -> Double {
    own * (1 - cost * level(of: card, at: time))
  }

  func lastingRecall(_ own: Double, of card: Int, at time: Double) -> Double { own }

  func failure(_ usual: Double, of card: Int, at time: Double) -> Double {
    usual + (1 - usual) * cost * level(of: card, at: time)
  }

  func encoding(of card: Int, at time: Double) -> Double { 1 - cost / 2 * level(of: card, at: time) }

  mutating func record(_ card: Int, at time: Double, isRecalled: Bool) {
    guard isRecalled else { return }
    // Who told it from the others just now is less confused about it.
    levels[card] = (level(of: card, at: time) / 2, time)
    for neighbor in neighbors[card] {
      let left = level(of: neighbor, at: time)
      levels[neighbor] = (left + (1 - left) * Confusion.gain, time)
    }
  }
}
