/// What was answered on one study day, as far as the daily rules need it. Answers taken back do not count.
package struct DayProgress: Hashable, Sendable {
  package var day: Day
  /// Answers of this day by deck and by the kind that the card was before it; no deck for cards that are no longer here.
  package private(set) var answers: [DeckName?: KindCounts] = [:]
  /// The cards of each block with an answer on this day (``BlockUID/number``), and what kind they were: their siblings wait until
  /// tomorrow.
  package private(set) var blocks: [UInt64: [CardKind: QueueKind]] = [:]

  package init(day: Day) { self.day = day }

  /// Counts the answers of the day in a replayed log of cards of one deck.
  package mutating func count(
    _ steps: some Sequence<Replay.Step>, in deck: DeckName?, rolloverHour: Int
  ) {
    for step in steps where step.entry.studyDay == day {
      guard case .answer = step.entry.action else { continue }
      let kind = step.before.queueKind(rolloverHour: rolloverHour, utcOffset: step.entry.moment.utcOffset)
      count(kind, of: step.entry.card, in: deck)
    }
  }

  /// Counts one answer.
  ///
  /// - Parameter kind: what the card was before it.
  package mutating func count(_ kind: QueueKind, of card: CardKey, in deck: DeckName?) {
    answers[deck, default: KindCounts()][kind] += 1
    // The earliest kind holds most back: a new card that was answered again in its steps, as one in learning.
    let known = blocks[card.block.number]?[card.kind]
    blocks[card.block.number, default: [:]][card.kind] = known.map { min($0, kind) } ?? kind
  }

  /// Whether a card has to wait for a sibling that was answered: one of its own kind, or of one that is gathered earlier.
  ///
  /// - Parameter block: ``BlockUID/number`` of the card's.
  func hasAnsweredSibling(of card: CardKind, in block: UInt64, before kind: QueueKind) -> Bool {
    blocks[block]?.contains { $0.key != card && $0.value <= kind } ?? false
  }

  /// Answers to cards of these kinds in all decks.
  package func answered(_ kinds: QueueKind...) -> Int {
    answers.values.reduce(0) { sum, counts in kinds.reduce(sum) { $0 + counts[$1] } }
  }

  /// Itself on its day; on any other day nothing was answered yet.
  package func on(_ day: Day) -> DayProgress { day == self.day ? self : DayProgress(day: day) }
}
