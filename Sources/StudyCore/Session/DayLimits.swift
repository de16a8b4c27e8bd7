/// What the daily limits still allow.
///
/// A deck's own limit counts for it and the decks below it together; what has no own limit anywhere above it shares the general
/// one. A card must have room in the limits of all decks above it. Cards in interday learning take room of reviews, and unless it is set
/// otherwise new cards keep to what the reviews leave.
///
/// Source: Anki's limits (`fsrs.md` §3), where each deck at the top has a limit.
package struct DayLimits {
  private struct Node: Hashable {
    var remaining: Int
    /// New cards taken of what reviews left.
    var newTaken = 0
  }

  /// The decks whose limits count for one deck.
  private struct Chain: Hashable {
    var new: [DeckName?] = [nil]
    var reviews: [DeckName?] = [nil]
  }

  private let presets: Presets
  /// By the deck that has the limit; no deck for the general one.
  private var new: [DeckName?: Node] = [:]
  private var reviews: [DeckName?: Node] = [:]
  private var chains: [DeckName: Chain] = [:]

  package init(_ presets: Presets, _ progress: DayProgress) {
    self.presets = presets
    new[nil] = Node(remaining: presets.general.newPerDay)
    reviews[nil] = Node(remaining: presets.general.reviewsPerDay)
    for preset in presets.decks {
      if preset.ownLimits.contains(.new) { new[preset.deck] = Node(remaining: preset.settings.newPerDay) }
      if preset.ownLimits.contains(.reviews) {
        reviews[preset.deck] = Node(remaining: preset.settings.reviewsPerDay)
      }
    }
    for (deck, answers) in progress.answers {
      let newCards = answers[.new] ?? 0
      let reviewed = (answers[.review] ?? 0) + (answers[.interdayLearning] ?? 0)
      let chain = deck.map { limits(of: $0) } ?? Chain()
      for limit in chain.new { new[limit]?.remaining -= newCards }
      for limit in chain.reviews {
        reviews[limit]?.remaining -= reviewed + (presets.general.newIgnoresReviewLimit ? 0 : newCards)
      }
    }
  }

  /// Whether one more card may come. Cards in learning always may.
  package mutating func haveRoom(for kind: QueueKind, in deck: DeckName) -> Bool {
    switch kind {
    case .learning: return true
    case .interdayLearning, .review:
      return limits(of: deck).reviews.allSatisfy { reviews[$0]?.remaining ?? 0 > 0 }
    case .new:
      let chain = limits(of: deck)
      return chain.new.allSatisfy { new[$0]?.remaining ?? 0 > 0 }
        && (presets.general.newIgnoresReviewLimit
          || chain.reviews.allSatisfy { reviews[$0].map { $0.remaining > $0.newTaken } ?? false })
    }
  }

  /// Takes the room of one card.
  mutating func take(_ kind: QueueKind, in deck: DeckName) {
    let chain = limits(of: deck)
    switch kind {
    case .learning: break
    case .interdayLearning, .review:
      for limit in chain.reviews { reviews[limit]?.remaining -= 1 }
    case .new:
      for limit in chain.new { new[limit]?.remaining -= 1 }
      for limit in chain.reviews { reviews[limit]?.newTaken += 1 }
    }
  }

  /// Whether no card of the kind can come any more, of whatever deck.
  package func areUsedUp(for kind: QueueKind) -> Bool {
    switch kind {
    case .learning: false
    case .interdayLearning, .review: reviews.values.allSatisfy { $0.remaining <= 0 }
    case .new: new.values.allSatisfy { $0.remaining <= 0 }
    }
  }

  /// The decks whose limits count for a deck. Two decks with the same can be read together.
  package mutating func limitingDecks(_ limit: DailyLimit, of deck: DeckName) -> [DeckName?] {
    let chain = limits(of: deck)
    return limit == .new ? chain.new : chain.reviews
  }

  /// How many cards the limits of these decks have room for at most.
  package func room(_ limit: DailyLimit, in decks: [DeckName?]) -> Int {
    let nodes = limit == .new ? new : reviews
    return max(0, decks.map { nodes[$0]?.remaining ?? 0 }.min() ?? 0)
  }

  private mutating func limits(of deck: DeckName) -> Chain {
    if presets.decks.isEmpty { return Chain() }
    if let known = chains[deck] { return known }
    func decks(_ limit: DailyLimit) -> [DeckName?] {
      let own = presets.decks.filter { $0.ownLimits.contains(limit) && $0.deck.contains(deck) }
      return own.isEmpty ? [nil] : own.map(\.deck)
    }
    let chain = Chain(new: decks(.new), reviews: decks(.reviews))
    chains[deck] = chain
    return chain
  }
}
