/// A limit of so many cards a day.
package enum DailyLimit: Hashable, Sendable, CaseIterable {
  case new, reviews
}

/// The settings of one deck and of the decks below it.
package struct Preset: Hashable, Sendable {
  package let deck: DeckName
  /// Complete: with what it takes over from the decks above it.
  package var settings: SchedulerSettings
  /// The daily limits that are its own. Each counts for the deck and those below it together.
  package var ownLimits: Set<DailyLimit>

  package init(deck: DeckName, settings: SchedulerSettings, ownLimits: Set<DailyLimit> = []) {
    self.deck = deck
    self.settings = settings
    self.ownLimits = ownLimits
  }
}

/// All settings of scheduling: the general ones, and those of decks that have some of their own. Any other deck has those of the
/// nearest deck above it that has, else the general ones.
package struct Presets: Hashable, Sendable {
  package var general: SchedulerSettings
  /// The deepest decks first.
  package private(set) var decks: [Preset]

  package init(general: SchedulerSettings = SchedulerSettings(), decks: [Preset] = []) {
    self.general = general
    self.decks = decks.sorted { $0.deck.parts.count > $1.deck.parts.count }
  }

  /// The preset of the deck itself or the nearest one above it; nil where the general settings count.
  package func preset(of deck: DeckName) -> Preset? { index(of: deck).map { decks[$0] } }

  /// Where that preset stands in ``decks``.
  package func index(of deck: DeckName) -> Int? { decks.firstIndex { $0.deck.contains(deck) } }

  func settings(ofPreset index: Int?) -> SchedulerSettings { index.map { decks[$0].settings } ?? general }

  package func settings(of deck: DeckName) -> SchedulerSettings { preset(of: deck)?.settings ?? general }

  /// What decides about the cards of a deck.
  package func scheduler(of deck: DeckName) -> Scheduler { Scheduler(settings: settings(of: deck)) }

  /// The same with one limit for everything together in place of those of decks.
  package func limiting(_ limit: DailyLimit, to count: Int) -> Presets {
    var result = self
    switch limit {
    case .new: result.general.newPerDay = count
    case .reviews: result.general.reviewsPerDay = count
    }
    for index in decks.indices { result.decks[index].ownLimits.remove(limit) }
    return result
  }
}
