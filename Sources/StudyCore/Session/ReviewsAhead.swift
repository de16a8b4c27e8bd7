/// Reviews that a learner asked for ahead of their days: those due until some day come after everything that is due
/// today, by due day, and no daily limit holds them back. What today's limit leaves over is among them.
package struct ReviewsAhead: Hashable, Sendable {
  /// No reviews ahead.
  package static let none = ReviewsAhead(cards: [], until: Day(number: 0), seed: 0)

  private let until: Day
  /// Cards that were asked for, in their order.
  private var ids: [CardID]

  /// - Parameters:
  ///   - cards: review cards due until that day, in any order.
  ///   - seed: decides the order within a day.
  package init(cards: some Sequence<QueuedCard>, until: Day, seed: UInt64) {
    self.until = until
    let places = cards.compactMap { card -> (day: Int, shuffle: UInt64, ordinal: Int, id: CardID)? in
      guard case .review(let day, _) = card.schedule.phase, day <= until else { return nil }
      let shuffle = StableHash.of([String(seed), String(day.number), card.key.block.rawValue])
      return (day.number, shuffle, card.key.kind.ordinal, card.id)
    }
    ids = places.sorted {
      ($0.day, $0.shuffle, $0.ordinal, $0.id.rawValue) < ($1.day, $1.shuffle, $1.ordinal, $1.id.rawValue)
    }.map(\.id)
  }

  /// Those that can come when today's cards are over. Siblings wait as the presets say: for a card of the block that was
  /// answered today, or comes today, or comes ahead before them.
  ///
  /// - Parameter queue: today's cards; it knows those that come ahead, too.
  func coming(after queue: StudyQueue, at now: Moment) -> [QueuedCard] {
    guard !ids.isEmpty else { return [] }
    let day = now.studyDay(rolloverHour: queue.settings.rolloverHour)
    let plan = queue.today(at: now)
    let today = plan.new + plan.learning + plan.due
    let todayIDs = Set(today.map(\.id))
    var blocks = Set(today.map(\.key.block))
    let progress = queue.progress.on(day)
    return ids.compactMap { id in
      guard !todayIDs.contains(id), let card = queue[id], case .review(let due, _) = card.schedule.phase,
        due <= until, card.schedule.canCome(on: day)
      else { return nil }
      let isFirst = blocks.insert(card.key.block).inserted
      // They come after all kinds of today's cards.
      let hasSibling =
        !isFirst
        || progress.hasAnsweredSibling(of: card.key.kind, in: card.key.block.number, before: .new)
      let waits = hasSibling && queue.presets.settings(of: card.deck).buriedSiblings.contains(.review)
      return waits ? nil : card
    }
  }

  /// An answered card does not come again.
  mutating func remove(_ id: CardID) { ids.removeAll { $0 == id } }

  /// A skipped card comes after the others.
  mutating func postpone(_ id: CardID) {
    guard let place = ids.firstIndex(of: id) else { return }
    ids.append(ids.remove(at: place))
  }
}

extension CardSchedule {
  /// Whether a step that the card waits for has not ended yet.
  func isEarly(at now: Moment) -> Bool {
    switch phase {
    case .learning(_, let due), .relearning(_, let due, _): due > now.timestamp
    case .new, .review: false
    }
  }
}
