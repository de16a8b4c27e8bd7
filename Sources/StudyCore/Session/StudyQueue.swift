/// Which card comes next, by the daily rules (`design.md` §9).
///
/// Cards in (re)learning come first when they are due; then reviews, with interday learning and new cards mixed in; and when nothing
/// else is left, cards in learning that are due soon. Limits, siblings and orders are as the presets say; cards in
/// learning always come.
///
/// The queue is a value that depends on nothing but the cards, the progress, the presets and the seed: one
/// built afresh after every answer gives the same next card as one that was kept and updated.
package struct StudyQueue: Hashable, Sendable {
  /// How many cards still come today.
  package struct Counts: Hashable, Sendable {
    /// New cards that still come today.
    package var new: Int
    /// Cards in (re)learning that come back today, whether due yet or not, with those in interday learning.
    package var learning: Int
    /// Review cards that still come today.
    package var due: Int

    package init(new: Int, learning: Int, due: Int) {
      self.new = new
      self.learning = learning
      self.due = due
    }
  }

  package let presets: Presets
  /// What was answered today, or on the last day with an answer.
  package var progress: DayProgress
  /// What is due on the days to come, with every card of the collection.
  private var loads: DueLoads
  private let seed: UInt64
  /// For orders that go by what is remembered: the beginning of the day for which the queue was made, everywhere the same.
  private var orderedAt: Timestamp
  private var cards: [CardID: QueuedCard] = [:]
  private var siblings: [BlockUID: Set<CardID>] = [:]
  private var new: [QueueEntry] = []
  private var learning: [QueueEntry] = []
  private var reviews: [QueueEntry] = []

  /// - Parameters:
  ///   - cards: every card that may come: new ones, those in (re)learning, and reviews due today or before.
  ///     Others do no harm.
  ///   - progress: what was answered today.
  ///   - presets: the orders are those of the general settings.
  ///   - loads: of the days to come, for all cards of the collection.
  package init(
    cards: some Sequence<QueuedCard>, progress: DayProgress, presets: Presets, loads: DueLoads? = nil,
    seed: UInt64
  ) {
    self.loads = loads ?? DueLoads(presets)
    self.presets = presets
    self.progress = progress
    self.seed = seed
    orderedAt = StudyQueue.orderedAt(progress.day, presets)
    for card in cards {
      self.cards[card.id] = card
      siblings[card.key.block, default: []].insert(card.id)
    }
    fillLists()
  }

  private mutating func fillLists() {
    (new, learning, reviews) = ([], [], [])
    for card in cards.values { withEntries(of: card) { $0.append($1) } }
    new.sort()
    learning.sort()
    reviews.sort()
  }

  private static func orderedAt(_ day: Day, _ presets: Presets) -> Timestamp {
    day.start(rolloverHour: presets.general.rolloverHour, utcOffset: 0)
  }

  /// Begins a day, on which nothing was answered yet. On the day that it is, nothing changes.
  package mutating func turn(to day: Day) {
    guard day != progress.day else { return }
    progress = DayProgress(day: day)
    orderedAt = StudyQueue.orderedAt(day, presets)
    fillLists()
  }

  /// The settings that count for everything: the orders, the learn-ahead time and the rollover hour.
  package var settings: SchedulerSettings { presets.general }

  /// The card as the queue knows it, also while it is not due; nil for one it was never given or lost.
  package subscript(id: CardID) -> QueuedCard? { cards[id] }

  /// Adds a card, or puts it where its new schedule or position belongs.
  package mutating func update(_ card: QueuedCard) {
    remove(card.id)
    cards[card.id] = card
    siblings[card.key.block, default: []].insert(card.id)
    withEntries(of: card) { $0.insert($1, at: $0.firstIndex(notBefore: $1)) }
  }

  /// A card of the collection, in the queue or not, has a new schedule.
  package mutating func reschedule(_ card: QueuedCard, from old: CardSchedule) {
    loads.move(card, from: old)
    if cards[card.id] != nil { update(card) }
    guard old.loadedDay != card.schedule.loadedDay else { return }
    for id in siblings[card.key.block] ?? [] where id != card.id {
      guard var sibling = cards[id] else { continue }
      if let place = old.loadedDay.flatMap(sibling.siblingDays.firstIndex) {
        sibling.siblingDays.remove(at: place)
      }
      sibling.siblingDays = (sibling.siblingDays + [card.schedule.loadedDay].compactMap { $0 }).sorted()
      cards[sibling.id] = sibling
    }
  }

  /// What each rating would do to a card.
  package func outcomes(for card: QueuedCard, at now: Moment) -> Outcomes {
    presets.scheduler(of: card.deck).outcomes(
      for: card.schedule, card: card.key, at: now, beside: loads.beside(card))
  }

  /// What one rating does to a card.
  package func outcome(of rating: Rating, for card: QueuedCard, at now: Moment) -> Outcome {
    presets.scheduler(of: card.deck).outcome(
      of: rating, for: card.schedule, card: card.key, at: now, beside: loads.beside(card))
  }

  /// Forgets a card altogether.
  package mutating func remove(_ id: CardID) {
    guard let card = cards.removeValue(forKey: id) else { return }
    siblings[card.key.block]?.remove(id)
    if siblings[card.key.block]?.isEmpty == true { siblings[card.key.block] = nil }
    withEntries(of: card) { $0.remove(at: $0.firstIndex(notBefore: $1)) }
  }

  /// The list a card belongs to and its entry there; a suspended card belongs to none.
  private mutating func withEntries(
    of card: QueuedCard, _ body: (inout [QueueEntry], QueueEntry) -> Void
  ) {
    guard !card.schedule.isSuspended else { return }
    let preset = presets.index(of: card.deck)
    switch card.schedule.phase {
    case .new:
      body(&new, QueueEntry(card, preset, settings.order.gathering, seed: seed))
    case .learning(_, let due), .relearning(_, let due, _):
      body(&learning, QueueEntry(card, preset, dueAt: due, seed: seed))
    case .review(let day, let interval):
      body(&reviews, reviewEntry(card, preset, due: day, interval: interval))
    }
  }

  private func reviewEntry(_ card: QueuedCard, _ preset: Int?, due: Day, interval: Int) -> QueueEntry {
    QueueEntry(
      card, preset, due: due, interval: interval, settings.order.reviews,
      Scheduler(settings: presets.settings(ofPreset: preset)), at: orderedAt, seed: seed)
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
      ?? plan.next { !aside.contains($0) }
      ?? skipped.first { due.contains($0) || plan.contains($0) }
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
    return (known(plan.new), known(plan.learning + plan.interdayLearning), known(plan.reviews))
  }

  /// How many cards still come today.
  package func counts(at now: Moment) -> Counts {
    let plan = plan(at: now)
    return Counts(
      new: plan.new.count, learning: plan.learning.count + plan.interdayLearning.count,
      due: plan.reviews.count)
  }

  private func isLearning(_ id: CardID, dueBy limit: Timestamp) -> Bool {
    switch cards[id]?.schedule.phase {
    case .learning(_, let due), .relearning(_, let due, _): due <= limit
    case .new, .review, nil: false
    }
  }

  private func plan(at now: Moment) -> DayPlan {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    var plan = DayPlan(progress: progress.on(today), order: settings.order)
    var gathering = Gathering(presets, plan.progress, cards: cards.count)
    let day = { now.studyDay(of: $0, rolloverHour: settings.rolloverHour) }
    func comes(_ entry: QueueEntry, _ kind: QueueKind) -> Bool {
      if let buriedUntil = entry.buriedUntil, today < buriedUntil { return false }
      guard let due = entry.due else { return entry.dueDay.map { $0 <= today } ?? true }
      return day(due) <= today && QueueKind.ofStep(due: due, answered: entry.lastReview, day: day) == kind
    }
    func gather(_ kind: QueueKind, of entries: [QueueEntry]) -> [CardID] {
      gathering.take(kind, of: entries) { comes($0, kind) }
    }
    plan.learning = gather(.learning, of: learning)
    plan.interdayLearning = gather(
      .interdayLearning, of: inReviewOrder(learning.filter { comes($0, .interdayLearning) }, day))
    plan.reviews = gather(.review, of: reviews)
    plan.new = sorted(gather(.new, of: new))
    return plan
  }

  /// Interday learning has the order of the reviews. By due day it stands already.
  private func inReviewOrder(_ learning: [QueueEntry], _ day: (Timestamp) -> Day) -> [QueueEntry] {
    guard settings.order.reviews != .due else { return learning }
    return learning.compactMap { entry in
      guard let card = cards[entry.id], let due = entry.due else { return nil }
      let left = if case .relearning(_, _, let interval) = card.schedule.phase { interval } else { 0 }
      return reviewEntry(card, entry.preset, due: day(due), interval: left)
    }.sorted()
  }

  private func sorted(_ new: [CardID]) -> [CardID] {
    guard settings.order.sorting != .gathered else { return new }
    return new.enumerated().compactMap { place, id in
      cards[id].map { QueueEntry($0, settings.order.sorting, place: place, seed: seed) }
    }.sorted().map(\.id)
  }
}
