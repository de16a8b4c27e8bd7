/// Which card comes next, by the daily rules (`design.md` §9).
///
/// Cards in (re)learning come first when they are due; then reviews, by due day and within a day in an order
/// that the seed decides, with new cards mixed in evenly; and when nothing else is left, cards in learning
/// that are due soon. Of each block only one card comes a day; cards in learning always come.
///
/// The queue is a value that depends on nothing but the cards, the progress, the settings and the seed: one
/// built afresh after every answer gives the same next card as one that was kept and updated.
package struct StudyQueue: Hashable, Sendable {
  /// How many cards still come today.
  package struct Counts: Hashable, Sendable {
    /// New cards that still come today.
    package var new: Int
    /// Cards in (re)learning that come back today, whether due yet or not.
    package var learning: Int
    /// Review cards that still come today.
    package var due: Int

    package init(new: Int, learning: Int, due: Int) {
      self.new = new
      self.learning = learning
      self.due = due
    }
  }

  /// The limits, the learn-ahead time and the rollover hour.
  package let settings: SchedulerSettings
  /// What was answered today, or on the last day with an answer.
  package var progress: DayProgress
  private let seed: UInt64
  private var cards: [CardID: QueuedCard] = [:]
  private var new: [QueueEntry] = []
  private var learning: [QueueEntry] = []
  private var reviews: [QueueEntry] = []

  /// - Parameters:
  ///   - cards: every card that may come: new ones, those in (re)learning, and reviews due today or before.
  ///     Others do no harm.
  ///   - progress: what was answered today.
  package init(
    cards: some Sequence<QueuedCard>, progress: DayProgress, settings: SchedulerSettings, seed: UInt64
  ) {
    self.settings = settings
    self.progress = progress
    self.seed = seed
    for card in cards { self.cards[card.id] = card }
    for card in self.cards.values { withEntries(of: card) { $0.append($1) } }
    new.sort()
    learning.sort()
    reviews.sort()
  }

  /// The card as the queue knows it, also while it is not due; nil for one it was never given or lost.
  package subscript(id: CardID) -> QueuedCard? { cards[id] }

  /// Adds a card, or puts it where its new schedule or position belongs.
  package mutating func update(_ card: QueuedCard) {
    remove(card.id)
    cards[card.id] = card
    withEntries(of: card) { $0.insert($1, at: $0.firstIndex(notBefore: $1)) }
  }

  /// Forgets a card altogether.
  package mutating func remove(_ id: CardID) {
    guard let card = cards.removeValue(forKey: id) else { return }
    withEntries(of: card) { $0.remove(at: $0.firstIndex(notBefore: $1)) }
  }

  /// The list a card belongs to and its entry there; a suspended card belongs to none.
  private mutating func withEntries(
    of card: QueuedCard, _ body: (inout [QueueEntry], QueueEntry) -> Void
  ) {
    guard !card.schedule.isSuspended else { return }
    switch card.schedule.phase {
    case .new:
      body(&new, QueueEntry(card, rank: Int64(card.position), seed: seed))
    case .learning(_, let due), .relearning(_, let due, _):
      body(&learning, QueueEntry(card, rank: due.milliseconds, seed: seed))
    case .review(let day, _):
      body(&reviews, QueueEntry(card, rank: Int64(day.number), seed: seed))
    }
  }
}

// MARK: - Today

extension StudyQueue {
  /// The card to show now. Those in `skipped` wait, in that order, until nothing else is due.
  package func next(at now: Moment, skipped: [CardID] = []) -> QueuedCard? {
    let plan = plan(at: now)
    let aside = Set(skipped)
    func first(of ids: some Sequence<CardID>) -> CardID? { ids.first { !aside.contains($0) } }

    let due = plan.learning.prefix { isLearning($0, dueBy: now.timestamp) }
    let soon = now.timestamp.adding(seconds: settings.learnAhead)
    let ahead = plan.learning.dropFirst(due.count).prefix { isLearning($0, dueBy: soon) }

    let id =
      first(of: due)
      ?? plan.mixed(new: first(of: plan.new), review: first(of: plan.reviews))
      ?? skipped.first { due.contains($0) || plan.reviews.contains($0) || plan.new.contains($0) }
      ?? first(of: ahead)
      ?? skipped.first { ahead.contains($0) }
    return id.flatMap { cards[$0] }
  }

  /// When the next card in (re)learning of today is due.
  package func nextLearning(at now: Moment) -> Timestamp? {
    guard let first = plan(at: now).learning.first else { return nil }
    return cards[first]?.schedule.due(rolloverHour: settings.rolloverHour, utcOffset: now.utcOffset)
  }

  /// The cards that still come today, each kind in its order.
  package func today(at now: Moment) -> (new: [QueuedCard], learning: [QueuedCard], due: [QueuedCard]) {
    let plan = plan(at: now)
    let known = { (ids: [CardID]) in ids.compactMap { cards[$0] } }
    return (known(plan.new), known(plan.learning), known(plan.reviews))
  }

  /// How many cards still come today.
  package func counts(at now: Moment) -> Counts {
    let plan = plan(at: now)
    return Counts(new: plan.new.count, learning: plan.learning.count, due: plan.reviews.count)
  }

  private func isLearning(_ id: CardID, dueBy limit: Timestamp) -> Bool {
    switch cards[id]?.schedule.phase {
    case .learning(_, let due), .relearning(_, let due, _): due <= limit
    case .new, .review, nil: false
    }
  }

  private func plan(at now: Moment) -> DayPlan {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    var plan = DayPlan(progress: progress.on(today))
    var blocks = plan.progress.blocksAnswered
    // Once, for it is made with every answer.
    blocks.reserveCapacity(blocks.count + cards.count)

    let rollover = now.nextRollover(rolloverHour: settings.rolloverHour)
    for entry in learning.prefix(while: { $0.rank < rollover.milliseconds }) {
      guard let card = cards[entry.id], !card.schedule.isBuried(on: today) else { continue }
      blocks.insert(card.key.block)
      plan.learning.append(card.id)
    }
    func take(_ limit: Int, of entries: some Sequence<QueueEntry>) -> [CardID] {
      var taken: [CardID] = []
      for entry in entries {
        guard taken.count < limit else { break }
        guard let card = cards[entry.id], !card.schedule.isBuried(on: today) else { continue }
        if blocks.insert(card.key.block).inserted { taken.append(card.id) }
      }
      return taken
    }
    plan.reviews = take(
      settings.reviewsPerDay - plan.progress.reviewsAnswered,
      of: reviews.prefix { $0.rank <= Int64(today.number) })
    plan.new = take(settings.newPerDay - plan.progress.newAnswered, of: new)
    return plan
  }
}
