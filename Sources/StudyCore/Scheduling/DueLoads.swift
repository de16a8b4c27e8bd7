/// How many review cards are due on each day, by the preset they are scheduled with: suspended ones are not among them.
package struct DueLoads: Hashable, Sendable {
  private let presets: Presets
  /// By the deck of the preset; no deck for the general settings. Days without a card are left out.
  private var counts: [DeckName?: [Day: Int]] = [:]

  package init(_ presets: Presets) { self.presets = presets }

  /// A card's schedule changes from one to another.
  package mutating func move(_ card: QueuedCard, from old: CardSchedule) {
    guard old.loadedDay != card.schedule.loadedDay else { return }
    let preset = presets.preset(of: card.deck)?.deck
    if let day = old.loadedDay { add(-1, on: day, of: preset) }
    if let day = card.schedule.loadedDay { add(1, on: day, of: preset) }
  }

  /// - Parameter preset: its deck; none for the general settings.
  package mutating func add(_ count: Int, on day: Day, of preset: DeckName?) {
    let sum = (counts[preset]?[day] ?? 0) + count
    counts[preset, default: [:]][day] = sum == 0 ? nil : sum
    if counts[preset]?.isEmpty == true { counts[preset] = nil }
  }

  /// What is due beside a card; nil where the load is not balanced.
  package func beside(_ card: QueuedCard) -> DueLoad? {
    guard presets.general.balancesLoad else { return nil }
    let preset = presets.preset(of: card.deck)
    let buries = (preset?.settings ?? presets.general).buriedSiblings.contains(.review)
    return DueLoad(counts: counts[preset?.deck] ?? [:], siblings: buries ? card.siblingDays : [])
  }
}

extension CardSchedule {
  /// The day on which a review card is due that is not suspended.
  package var loadedDay: Day? {
    guard !isSuspended, case .review(let day, _) = phase else { return nil }
    return day
  }
}

/// What is due beside one card.
package struct DueLoad: Hashable, Sendable {
  /// Cards of its preset by day.
  package var counts: [Day: Int]
  /// The days on which its siblings are due, if siblings wait for each other.
  package var siblings: [Day]

  package init(counts: [Day: Int], siblings: [Day]) {
    self.counts = counts
    self.siblings = siblings
  }
}
