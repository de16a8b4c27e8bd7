import Foundation

/// Every note is a concept with a strength of its own, which the reviews of all cards feed that stand in it or link to it. What the card's own trace
/// has lost may be found by way of its concepts, and what leans on strong concepts is learned better.
struct SharedConcepts: Influence {
  private struct Trace {
    /// 0–1, at the last review.
    var strength = 0.0
    /// Days until half of it is left.
    var halfLife = 4.0
    var time = 0.0

    func strength(at now: Double) -> Double { strength * exp2((time - now) / halfLife) }
  }

  private static let longestHalfLife = 60.0
  /// Of a card that links to the concept, against one that stands in its note.
  private static let shareOfLink = 0.5

  private let vault: Vault
  private let transfer: Double
  private let gain: Double
  private var traces: [Trace]

  init(_ truth: Vault, _ learner: Learner) {
    vault = truth
    transfer = learner.transfer
    gain = learner.conceptGain
    traces = Array(repeating: Trace(), count: truth.noteCount)
  }

  func recall(_ own: Double, of card: Int, at time: Double) -> Double {
    1 - (1 - own) * (1 - transfer * support(of: card, at: time))
  }

  func failure(_ usual: Double, of card: Int, at time: Double) -> Double {
    usual * (1 - transfer * support(of: card, at: time))
  }

  func encoding(of card: Int, at time: Double) -> Double { 1 + transfer / 2 * support(of: card, at: time) }

  /// The mean strength of the card's concepts.
  private func support(of card: Int, at time: Double) -> Double {
    let card = vault.cards[card]
    let sum = card.links.reduce(traces[card.note].strength(at: time)) { $0 + traces[$1].strength(at: time) }
    return sum / Double(card.links.count + 1)
  }

  mutating func record(_ card: Int, at time: Double, isRecalled: Bool) {
    let card = vault.cards[card]
    feed(card.note, 1, at: time, isRecalled)
    for link in card.links { feed(link, SharedConcepts.shareOfLink, at: time, isRecalled) }
  }

  private mutating func feed(_ concept: Int, _ share: Double, at time: Double, _ isRecalled: Bool) {
    let left = traces[concept].strength(at: time)
    traces[concept].strength = left + (1 - left) * gain * share * (isRecalled ? 1 : 0.5)
    traces[concept].time = time
    guard isRecalled else { return }
    traces[concept].halfLife = min(
      traces[concept].halfLife * (1 + 0.2 * share), SharedConcepts.longestHalfLife)
  }
}
