/// What the daily limits still allow.
///
/// A deck's own limit counts for it and the decks below it together; what has no own limit anywhere above it shares the general
/// one. A card must have room in the limits of all decks above it. Cards in interday learning take room of reviews, and unless it is set
/// otherwise new cards keep to what the reviews leave.
///
/// All decks of one preset have the same limits above them, so presets stand for decks here: by their index in ``Presets/decks``, nil for
/// the general settings.
///
/// Source: Anki's limits (`fsrs.md` §3), where each deck at the top has a limit.
package struct DayLimits {
  /// Nodes of the tree that limit the cards of one preset.
  private struct Chain: Hashable {
    var new: [Int]
    var reviews: [Int]
  }

  private struct Node {
    var newLeft: Int
    var reviewsLeft: Int
    /// New cards taken of what reviews left.
    var newTaken = 0
  }

  private let ignoresReviewLimit: Bool
  /// The general one, then one for each preset; those without an own limit limit nothing.
  private var nodes: [Node]
  private var chains: [Chain]

  package init(_ presets: Presets, _ progress: DayProgress) {
    ignoresReviewLimit = presets.general.newIgnoresReviewLimit
    nodes = ([presets.general] + presets.decks.map(\.settings)).map {
      Node(newLeft: $0.newPerDay, reviewsLeft: $0.reviewsPerDay)
    }
    func limiting(_ limit: DailyLimit, _ deck: DeckName) -> [Int] {
      let own = presets.decks.indices.filter {
        presets.decks[$0].ownLimits.contains(limit) && presets.decks[$0].deck.contains(deck)
      }
      return own.isEmpty ? [0] : own.map { $0 + 1 }
    }
    chains =
      [Chain(new: [0], reviews: [0])]
      + presets.decks.map { Chain(new: limiting(.new, $0.deck), reviews: limiting(.reviews, $0.deck)) }
    for (deck, answers) in progress.answers {
      let newCards = answers[.new]
      let reviewed = answers[.review] + answers[.interdayLearning]
      let chain = chains[DayLimits.place(deck.flatMap(presets.index))]
      for node in chain.new { nodes[node].newLeft -= newCards }
      for node in chain.reviews { nodes[node].reviewsLeft -= reviewed + (ignoresReviewLimit ? 0 : newCards) }
    }
  }

  /// Where a preset stands when the general settings come first.
  static func place(_ preset: Int?) -> Int { preset.map { $0 + 1 } ?? 0 }

  /// Whether one more card of the kind may come: of each preset, the general settings first. Cards in learning always may.
  func room(for kind: QueueKind) -> [Bool] {
    chains.map { chain in
      switch kind {
      case .learning: true
      case .interdayLearning, .review: chain.reviews.allSatisfy { nodes[$0].reviewsLeft > 0 }
      case .new:
        chain.new.allSatisfy { nodes[$0].newLeft > 0 }
          && (ignoresReviewLimit || chain.reviews.allSatisfy { nodes[$0].reviewsLeft > nodes[$0].newTaken })
      }
    }
  }

  /// Takes the room of one card.
  ///
  /// - Returns: whether that was the last of some limit.
  mutating func take(_ kind: QueueKind, ofPreset preset: Int?) -> Bool {
    let chain = chains[DayLimits.place(preset)]
    var isLast = false
    switch kind {
    case .learning: break
    case .interdayLearning, .review:
      for node in chain.reviews {
        nodes[node].reviewsLeft -= 1
        isLast = isLast || nodes[node].reviewsLeft == 0
      }
    case .new:
      for node in chain.new {
        nodes[node].newLeft -= 1
        isLast = isLast || nodes[node].newLeft == 0
      }
      for node in chain.reviews {
        nodes[node].newTaken += 1
        isLast = isLast || nodes[node].newTaken == nodes[node].reviewsLeft
      }
    }
    return isLast
  }

  /// Names the limits that count for a preset: those with the same can be read together.
  package func limits(_ limit: DailyLimit, ofPreset preset: Int?) -> [Int] {
    let chain = chains[DayLimits.place(preset)]
    return limit == .new ? chain.new : chain.reviews
  }

  /// How many cards the limits have room for at most, of a deck or of all.
  package func room(_ limit: DailyLimit, ofPresets presets: [Int?]) -> Int {
    presets.map { room(limit, in: limits(limit, ofPreset: $0)) }.max() ?? 0
  }

  /// How many cards these limits have room for at most.
  package func room(_ limit: DailyLimit, in limits: [Int]) -> Int {
    max(0, limits.map { limit == .new ? nodes[$0].newLeft : nodes[$0].reviewsLeft }.min() ?? 0)
  }
}
