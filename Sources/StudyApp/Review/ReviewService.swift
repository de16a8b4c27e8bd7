import StudyCore
import StudyStore

/// Everything about reviewing that needs the collection: what comes, what was answered, what a card says.
package struct ReviewService: Sendable {
  package let store: StudyStore
  package let presets: Presets
  /// Decides the order of cards that are due on the same day.
  package let seed: UInt64

  /// What counts for everything: the rollover hour, the learn-ahead time.
  package var settings: SchedulerSettings { presets.general }

  package init(store: StudyStore, presets: Presets = Presets(), seed: UInt64) {
    self.store = store
    self.presets = presets
    self.seed = seed
  }

  /// What decides about a card.
  package func scheduler(of card: QueuedCard) -> Scheduler { presets.scheduler(of: card.deck) }

  // MARK: What comes

  /// Today's cards. It reads what the day needs, however large the collection is.
  package func queue(_ scope: ReviewScope = ReviewScope(), at now: Moment) throws -> StudyQueue {
    let progress = try progress(at: now)
    let presets = scope.presets(presets, progress)
    return StudyQueue(
      cards: try store.queueCandidates(at: now, progress: progress, presets: presets, filter: scope.filter),
      progress: progress, presets: presets, loads: try store.dueLoads(from: progress.day, presets: presets),
      seed: seed)
  }

  /// A quiz over today's cards, and over those that come ahead of their days if that is wanted.
  package func session(_ scope: ReviewScope, at now: Moment) throws -> ReviewSession {
    var queue = try queue(scope, at: now)
    guard let days = scope.daysAhead else { return ReviewSession(queue: queue) }
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let until = today.adding(days)
    let cards = try store.reviews(dueUntil: until, on: today, filter: scope.filter)
    for card in cards where queue[card.id] == nil { queue.update(card) }
    return ReviewSession(queue: queue, ahead: ReviewsAhead(cards: cards, until: until, seed: seed))
  }

  package func progress(at now: Moment) throws -> DayProgress {
    try store.dayProgress(on: now.studyDay(rolloverHour: settings.rolloverHour), presets: presets)
  }

  // MARK: What was answered

  /// Records an answer to a card, whether it is due or not.
  ///
  /// - Parameter secondsTaken: time taken for the answer.
  package func answer(
    _ card: CardID, _ rating: Rating, secondsTaken: Double, at now: Moment
  ) throws -> Recorded {
    guard let before = try store.card(card) else { throw StudyAppError.cardNotFound(String(card.rawValue)) }
    let scheduler = scheduler(of: before)
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let load = try store.dueLoads(from: today, presets: presets).beside(before)
    let outcome = scheduler.outcome(
      of: rating, for: before.schedule, card: before.key, at: now, beside: load)
    return try record(scheduler.logged(outcome, secondsTaken: secondsTaken), to: before, at: now)
  }

  /// - Parameter card: as it was when the answer was decided.
  func record(_ answer: LogEntry.Answer, to card: QueuedCard, at now: Moment) throws -> Recorded {
    guard let recorded = try store.record(answer, to: card, at: now, presets: presets) else {
      throw StudyAppError.cardNotFound(card.key.shortID)
    }
    return recorded
  }

  func record(_ action: LogEntry.Action, of card: QueuedCard, at now: Moment) throws -> Recorded {
    guard
      let recorded = try store.record(action, of: [card.id], at: now, presets: presets).first
    else { throw StudyAppError.cardNotFound(card.key.shortID) }
    return recorded
  }

  /// Takes back the newest answer or change of a card made here, also of an earlier run; nil if none is left.
  package func undoLast(at now: Moment) throws -> (entry: LogEntry, card: QueuedCard)? {
    try store.takeBackLast(at: now, presets: presets)
  }

  // MARK: Cards

  /// The card that a short id, or the beginning of one, names.
  package func card(named name: String) throws -> QueuedCard {
    let found = try store.cards(shortIDPrefix: name, limit: 9)
    guard let first = found.first, let card = try store.card(first.id) else {
      throw StudyAppError.cardNotFound(name)
    }
    guard found.count == 1 else {
      throw StudyAppError.cardAmbiguous(name, ids: found.map(\.shortID))
    }
    return card
  }
}
