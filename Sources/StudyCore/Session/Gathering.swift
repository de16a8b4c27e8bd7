/// Gathers the cards of one day in order: those that the limits have room for and that no sibling holds back.
///
/// Source: Anki's queue builder (`fsrs.md` §3). All cards of a block are of one deck, so one preset decides about siblings.
struct Gathering {
  /// The kinds of sibling that wait, by preset: the general one first.
  private let buried: [Set<QueueKind>]
  private var limits: DayLimits
  private let progress: DayProgress
  /// Blocks of which there was room for a card, whether it was taken or waits for its sibling.
  private var blocks: Set<UInt64> = []

  /// - Parameter cards: how many cards there are about.
  init(_ presets: Presets, _ progress: DayProgress, cards: Int) {
    buried = [presets.general.buriedSiblings] + presets.decks.map(\.settings.buriedSiblings)
    limits = DayLimits(presets, progress)
    self.progress = progress
    // Once, for it is made with every answer.
    blocks.reserveCapacity(cards)
  }

  /// The cards of one kind that come today, of those given in order. Kinds are to be asked for in their order.
  mutating func take(_ kind: QueueKind, of entries: [QueueEntry], where comes: (QueueEntry) -> Bool)
    -> [CardID]
  {
    var taken: [CardID] = []
    var room = limits.room(for: kind)
    guard room.contains(true) else { return [] }
    for entry in entries {
      guard comes(entry), room[DayLimits.place(entry.preset)], !waits(entry, kind) else { continue }
      taken.append(entry.id)
      guard limits.take(kind, ofPreset: entry.preset) else { continue }
      room = limits.room(for: kind)
      if !room.contains(true) { break }
    }
    return taken
  }

  /// Whether the card waits until tomorrow for a sibling.
  private mutating func waits(_ entry: QueueEntry, _ kind: QueueKind) -> Bool {
    let isFirst = blocks.insert(entry.block).inserted
    return (!isFirst || progress.hasAnsweredSibling(of: entry.kind, in: entry.block, before: kind))
      && buried[DayLimits.place(entry.preset)].contains(kind)
  }
}
