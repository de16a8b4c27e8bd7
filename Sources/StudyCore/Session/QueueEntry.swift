/// A card's place in one list of the queue. The order is total and depends only on the card and the seed.
struct QueueEntry: Hashable, Comparable {
  let id: CardID
  /// Position, due day or due instant, by the kind of list.
  let rank: Int64
  /// Decides between equal ranks, the same for all cards of a block…
  private let shuffle: UInt64
  /// …so that these stay in their order.
  private let ordinal: Int

  init(_ card: QueuedCard, rank: Int64, seed: UInt64) {
    id = card.id
    self.rank = rank
    shuffle = StableHash.of([String(seed), String(rank), card.key.block.rawValue])
    ordinal = card.key.kind.ordinal
  }

  static func < (left: QueueEntry, right: QueueEntry) -> Bool {
    (left.rank, left.shuffle, left.ordinal, left.id.rawValue)
      < (right.rank, right.shuffle, right.ordinal, right.id.rawValue)
  }
}

extension [QueueEntry] {
  /// Where an entry stands, or would stand, in the sorted list.
  func firstIndex(notBefore entry: QueueEntry) -> Int {
    var lower = startIndex
    var upper = endIndex
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if self[middle] < entry { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
