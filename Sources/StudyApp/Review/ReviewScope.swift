import StudyCore
import StudyStore

/// Which cards a quiz asks.
package struct ReviewScope: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case new, due }

  package var filter: CardFilter
  /// So many new cards in place of what the daily limit leaves.
  package var newCards: Int?
  /// Only new cards, or none. Cards in (re)learning of today always come.
  package var only: Kind?
  /// Reviews due within so many days come after what is due today.
  package var daysAhead: Int?

  package init(
    filter: CardFilter = CardFilter(), newCards: Int? = nil, only: Kind? = nil, daysAhead: Int? = nil
  ) {
    self.filter = filter
    self.newCards = newCards
    self.only = only
    self.daysAhead = daysAhead
  }

  /// The presets with the limits that were asked for, and with the orders of the deck that is reviewed.
  func presets(_ presets: Presets, _ progress: DayProgress) -> Presets {
    var result = presets
    if let deck = filter.deck { result.general.order = presets.settings(of: deck).order }
    if let newCards {
      result = result.limiting(.new, to: progress.answered(.new) + newCards)
      result.general.newIgnoresReviewLimit = true
    }
    switch only {
    case .new:
      result = result.limiting(.reviews, to: 0)
      result.general.newIgnoresReviewLimit = true
    case .due: result = result.limiting(.new, to: 0)
    case nil: break
    }
    return result
  }
}
