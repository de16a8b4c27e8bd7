/// Gathers the cards of one day in order: those that the limits have room for and that no sibling holds back.
///
/// Source: Anki's queue builder (`fsrs.md` §3). All cards of a block are of one deck, so one preset decides about siblings.
struct Gathering {
  private let presets: Presets
  private let progress: DayProgress
  private var limits: DayLimits
  /// Blocks of which there was room for a card, whether it was taken or waits for its sibling.
  private var blocks: Set<BlockUID> = []

  init(_ presets: Presets, _ progress: DayProgress, cards: Int) {
    self.presets = presets
    self.progress = progress
    limits = DayLimits(presets, progress)
    // Once, for it is made with every answer.
    blocks.reserveCapacity(cards)
  }

  /// The cards of one kind that come today, of those given in order. Kinds are to be asked for in their order.
  mutating func take(_ kind: QueueKind, of cards: some Sequence<QueuedCard>) -> [CardID] {
    var taken: [CardID] = []
    for card in cards {
      if limits.areUsedUp(for: kind) { break }
      if take(card, kind) { taken.append(card.id) }
    }
    return taken
  }

  private mutating func take(_ card: QueuedCard, _ kind: QueueKind) -> Bool {
    guard limits.haveRoom(for: kind, in: card.deck) else { return false }
    let isFirst = blocks.insert(card.key.block).inserted
    if !isFirst || isAnsweredBefore(card.key, kind),
      presets.settings(of: card.deck).buriedSiblings.contains(kind)
    {
      return false
    }
    limits.take(kind, in: card.deck)
    return true
  }

  /// Whether a sibling of its own kind or one that is gathered earlier was answered today.
  private func isAnsweredBefore(_ card: CardKey, _ kind: QueueKind) -> Bool {
    progress.blocks[card.block]?.contains { $0.key != card.kind && $0.value <= kind } ?? false
  }
}
