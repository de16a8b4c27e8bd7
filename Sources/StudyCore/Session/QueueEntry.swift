/// A card's place in one list of the queue. The order is total and depends only on the card, the order wanted and the seed.
struct QueueEntry: Hashable, Comparable {
  /// What decides, first to last.
  private struct Rank: Hashable {
    /// Of a new card: whether it waits for those that were written.
    var isLast = false
    var deck: DeckName?
    var number = 0.0
    var laterDeck: DeckName?
  }

  let id: CardID
  /// ``BlockUID/number`` of the card's block.
  let block: UInt64
  let kind: CardKind
  /// The index of its preset; nil for the general settings.
  let preset: Int?
  /// When it is due, for cards in learning, and when it was answered last.
  let due: Timestamp?
  let lastReview: Timestamp?
  /// For a review.
  let dueDay: Day?
  let buriedUntil: Day?
  private let rank: Rank
  /// Decides between equal ranks, the same for all cards of a block; these stay in the order of their ordinals.
  private let shuffle: UInt64

  private init(
    _ card: QueuedCard, _ preset: Int?, _ rank: Rank, isCardShuffled: Bool = false, seed: UInt64
  ) {
    id = card.id
    block = card.key.block.number
    kind = card.key.kind
    self.preset = preset
    self.rank = rank
    lastReview = card.schedule.lastReview
    buriedUntil = card.schedule.buriedUntil
    switch card.schedule.phase {
    case .new: (due, dueDay) = (nil, nil)
    case .learning(_, let due), .relearning(_, let due, _): (self.due, dueDay) = (due, nil)
    case .review(let day, _): (due, dueDay) = (nil, day)
    }
    let names = isCardShuffled ? [kind.direction.rawValue, String(kind.ordinal)] : []
    shuffle = StableHash.of([String(seed), String(Int64(rank.number)), card.key.block.rawValue] + names)
  }

  static func < (left: QueueEntry, right: QueueEntry) -> Bool {
    if left.rank != right.rank {
      if left.rank.isLast != right.rank.isLast { return right.rank.isLast }
      if let one = left.rank.deck, let other = right.rank.deck, one != other { return one < other }
      if left.rank.number != right.rank.number { return left.rank.number < right.rank.number }
      if let one = left.rank.laterDeck, let other = right.rank.laterDeck, one != other { return one < other }
    }
    return (left.shuffle, left.kind.ordinal, left.id.rawValue)
      < (right.shuffle, right.kind.ordinal, right.id.rawValue)
  }
}

// MARK: - The lists

extension QueueEntry {
  /// Among cards in learning, by the instant they are due.
  init(_ card: QueuedCard, _ preset: Int?, dueAt due: Timestamp, seed: UInt64) {
    self.init(card, preset, Rank(number: Double(due.milliseconds)), seed: seed)
  }

  /// Among new cards, as they are gathered.
  init(_ card: QueuedCard, _ preset: Int?, _ gathering: QueueOrder.Gathering, seed: UInt64) {
    let position = Double(card.position)
    var rank =
      switch gathering {
      case .graph, .position: Rank(number: position)
      case .positionDescending: Rank(number: -position)
      case .deck: Rank(deck: card.deck, number: position)
      case .deckThenRandomNotes: Rank(deck: card.deck)
      case .randomNotes, .randomCards: Rank()
      }
    rank.isLast = card.isLinkQuestion
    self.init(card, preset, rank, isCardShuffled: gathering == .randomCards, seed: seed)
  }

  /// Among the new cards of a day, as they come.
  ///
  /// - Parameter place: where it was gathered.
  init(_ card: QueuedCard, _ sorting: QueueOrder.Sorting, place: Int, seed: UInt64) {
    let type = Double(card.key.kind.ordinal)
    var rank =
      switch sorting {
      case .gathered: Rank(number: Double(place))
      // Ordinals are small, and places of a day fewer than this.
      case .cardType: Rank(number: type * 0x1p32 + Double(place))
      case .cardTypeThenRandom: Rank(number: type)
      case .randomNote, .random: Rank()
      }
    rank.isLast = card.isLinkQuestion
    let isCardShuffled = sorting == .cardTypeThenRandom || sorting == .random
    self.init(card, nil, rank, isCardShuffled: isCardShuffled, seed: seed)
  }

  /// Among the reviews.
  ///
  /// - Parameter now: for orders that go by what is remembered.
  init(
    _ card: QueuedCard, _ preset: Int?, due: Day, interval: Int, _ order: QueueOrder.Reviews,
    _ scheduler: Scheduler,
    at now: Timestamp, seed: UInt64
  ) {
    let day = Double(due.number)
    let recall = { scheduler.retrievability(of: card.schedule, at: now) ?? 0 }
    let difficulty = { card.schedule.memory?.difficulty ?? 0 }
    let rank =
      switch order {
      case .due: Rank(number: day)
      case .dueThenDeck: Rank(number: day, laterDeck: card.deck)
      case .deckThenDue: Rank(deck: card.deck, number: day)
      case .interval: Rank(number: Double(interval))
      case .intervalDescending: Rank(number: -Double(interval))
      case .difficulty: Rank(number: difficulty())
      case .difficultyDescending: Rank(number: -difficulty())
      case .overdueness: Rank(number: -scheduler.relativeOverdueness(of: card.schedule, at: now))
      case .retrievability: Rank(number: recall())
      case .retrievabilityDescending: Rank(number: -recall())
      case .random: Rank()
      case .added: Rank(number: Double(card.position))
      case .addedDescending: Rank(number: -Double(card.position))
      }
    self.init(card, preset, rank, isCardShuffled: order == .random, seed: seed)
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
