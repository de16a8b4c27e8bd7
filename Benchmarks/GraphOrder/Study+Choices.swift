import Foundation
import StudyCore

// Where the arms differ.

extension Study {
  /// So many cards are to stand between neighbours (M0c).
  private static let distance = 5

  mutating func begin(_ day: Int) {
    session = Session()
    session.day = day
    let time = session.time
    session.due = sorted(schedule.entries.indices.filter { isDue($0, on: day, at: time) }, at: time)
    switch arm.mechanism {
    case .ready:
      let isReady = readiness(at: time)
      new = new.sorted { (isReady[$0] ? 0 : 1, $0) < (isReady[$1] ? 0 : 1, $1) }
    case .oracle:
      let failures = vault.cards.indices.map { truth.failureOfNew($0, at: time) }
      new.sort { (failures[$0], $0) < (failures[$1], $1) }
    case .flat, .mood, .blocks, .notes, .apart, .context, .foundations: break
    }
  }

  private func isDue(_ card: Int, on day: Int, at time: Double) -> Bool {
    guard let entry = schedule.entries[card] else { return false }
    guard arm.mechanism == .oracle else { return entry.due <= day }
    return truth.lastingRecall(card, at: time) <= Schedule.desiredRetention
  }

  /// By due day, or the least likely to be recalled first; otherwise as chance decides. Who knows the truth begins with what is lost least: it is
  /// saved at the least cost.
  private func sorted(_ cards: [Int], at time: Double) -> [Int] {
    let keys = cards.map { card in
      let key: Double =
        switch arm.mechanism {
        case .oracle: -truth.lastingRecall(card, at: time)
        case .mood, .context: context.recall(schedule.recall(card, at: time) ?? 0, of: card, at: time)
        case .flat, .blocks, .notes, .ready, .apart, .foundations: Double(schedule.entries[card]?.due ?? 0)
        }
      return (key, learner.fate.uniform(.order, card, session.day), card)
    }
    return keys.sorted { $0 < $1 }.map(\.2)
  }

  mutating func next() -> Int? {
    if let card = session.nextLearning(ahead: false) { return card }
    if let card = session.urgent.first {
      new.removeAll { $0 == card }
      return card
    }
    if let place = place(in: session.due) { return session.due[place] }
    if takesNewCards, let place = place(in: new) { return new.remove(at: place) }
    return session.nextLearning(ahead: true)
  }

  /// The first card; for M0c the first without a neighbour among the last few, if there is one.
  private func place(in cards: [Int]) -> Int? {
    guard arm.mechanism == .apart, !cards.isEmpty else { return cards.isEmpty ? nil : 0 }
    let last = session.shown.suffix(Study.distance)
    let place = cards.firstIndex { card in
      !ties.neighbors(of: card).contains {
        $0.strength >= tunables.leastApart && last.contains($0.node)
      }
    }
    return place ?? 0
  }

  /// Any of the days; for M0c rather not near those of neighbours: each day weighs Π (1 − a·e^(−|Δday|/2)).
  func dueDay(of card: Int, among days: ClosedRange<Int>) -> Int {
    var weights = [Double](repeating: 1, count: days.count)
    if arm.mechanism == .apart {
      for neighbor in ties.neighbors(of: card) where neighbor.strength >= tunables.leastApart {
        guard let due = schedule.entries[neighbor.node]?.due else { continue }
        for (place, day) in days.enumerated() {
          weights[place] *= 1 - neighbor.strength * exp(-Double(abs(day - due)) / 2)
        }
      }
    }
    var luck = learner.fate.uniform(.spread, card, session.day) * weights.reduce(0, +)
    for (place, weight) in weights.enumerated() {
      luck -= weight
      if luck < 0 { return days.lowerBound + place }
    }
    return days.upperBound
  }

  /// M0b: whether every note that a card leans on is learned well enough.
  private func readiness(at time: Double) -> [Bool] {
    let isKnown = vault.cardsOfNote.map { cards in
      let sum = cards.reduce(0.0) { sum, card in
        guard let entry = schedule.entries[card], entry.stability >= 7 else { return sum }
        return sum + (schedule.recall(card, at: time) ?? 0)
      }
      return cards.isEmpty || sum / Double(cards.count) >= tunables.readiness
    }
    return leanings.map { leanings in
      leanings.allSatisfy { $0.strength < FoundationOrder.leastStrength || isKnown[$0.note] }
    }
  }

  /// What a forgotten card leans on, the least known first: not what was seen today, or is known anyway.
  func foundations(of card: Int) -> [Int] {
    let time = session.time
    let shown = Set(session.shown)
    let cards = leanings[card].filter { $0.strength >= FoundationOrder.leastStrength }
      .flatMap { vault.cardsOfNote[$0.note] }
      .filter { !shown.contains($0) && !session.urgent.contains($0) }
      .map { (recall: schedule.recall($0, at: time) ?? 0, card: $0) }
      .filter { $0.recall < 0.95 }
    return cards.sorted { $0 < $1 }.prefix(tunables.foundations).map(\.card)
  }
}
