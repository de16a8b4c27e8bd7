import StudyStore

/// Which cards a quiz asks.
package struct ReviewScope: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case new, due }

  package var filter: CardFilter
  /// So many new cards in place of what the daily limit leaves.
  package var newCards: Int?
  /// Only new cards, or none. Cards in (re)learning always come.
  package var only: Kind?

  package init(filter: CardFilter = CardFilter(), newCards: Int? = nil, only: Kind? = nil) {
    self.filter = filter
    self.newCards = newCards
    self.only = only
  }
}
