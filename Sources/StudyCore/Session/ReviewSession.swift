/// A quiz as a state machine: events in, effects out. It knows no terminal and no database; whoever runs it
/// carries out the effects in order, and what it does not order does not happen.
///
/// Every pair of state and event is decided in ``handle(_:at:)``; a pair that makes no sense changes nothing
/// and has no effects:
///
/// | event | idle | question | answer | resting | ended |
/// |---|---|---|---|---|---|
/// | start | next card | – | – | next card | – |
/// | reveal | – | show answer | – | – | – |
/// | answer | – | – | record, next card | – | – |
/// | undo | – | take back | take back | take back | – |
/// | bury, suspend | – | record, next card | record, next card | – | – |
/// | skip | – | next card | next card | – | – |
/// | ask | next card | next card | next card | next card | – |
/// | flag | – | record | record | – | – |
/// | cardChanged | queue | queue, show again | queue, show again | queue | – |
/// | cardGone | queue | queue, next card | queue, next card | queue | – |
/// | quit | end | end | end | end | – |
package struct ReviewSession: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// Not started.
    case idle
    case question(QueuedCard)
    /// With what each rating would do; nil in a cram, where none does anything.
    case answer(QueuedCard, Outcomes?)
    /// Nothing to show now; the next card in learning is due then, nil for none today. `start` looks again.
    case resting(nextLearning: Timestamp?)
    case ended
  }

  package enum Event: Hashable, Sendable {
    case start
    case reveal
    case answer(Rating, secondsTaken: Double)
    /// Takes back the last answer, bury or suspension of this session; any number of times.
    case undo
    /// Out of the queue until the next study day; `siblings` go with the card shown.
    case bury(siblings: [QueuedCard] = [])
    case suspend(siblings: [QueuedCard] = [])
    /// To the end of the queue, unanswered.
    case skip
    /// These come next, in this order, due or not; suspended and buried ones do not.
    case ask([QueuedCard])
    /// Flags the card, 0 (none) to 7; it stays on the screen.
    case flag(Int)
    /// The card was edited, or is new: this is how it stands now.
    case cardChanged(QueuedCard)
    case cardGone(CardID)
    case quit
  }

  /// One action of the log and the card after it.
  package struct Change: Hashable, Sendable {
    package var card: QueuedCard
    package var action: LogEntry.Action
  }

  package enum Effect: Hashable, Sendable {
    case showQuestion(QueuedCard)
    case showAnswer(QueuedCard, Outcomes?)
    /// Append the action to the log and keep the schedule, before anything else is shown.
    case record(Change)
    /// Append an undo of the newest recorded action that was not taken back yet. The card is as it was
    /// before.
    case takeBack(Change)
    /// Nothing to show until a card in learning is due; `start` shows it from the learn-ahead time before.
    case nextLearning(at: Timestamp)
    case finished(SessionSummary)
  }

  /// What it takes to undo: everything as it was.
  private struct Memento: Hashable {
    var changes: [Change]
    var progress: DayProgress
    var skipped: [CardID]
    var asked: [CardID]
    var ahead: ReviewsAhead
    var summary: SessionSummary
  }

  /// What is on the screen.
  package private(set) var state: State = .idle
  package private(set) var queue: StudyQueue
  package private(set) var summary = SessionSummary()
  private var skipped: [CardID] = []
  /// Cards that come before all others.
  private var asked: [CardID] = []
  /// Cards that come when today's are over.
  private var ahead: ReviewsAhead
  private var mementos: [Memento] = []

  /// A session over a queue, under the queue's settings.
  ///
  /// - Parameter ahead: what comes after today's cards; the queue was given these cards, too.
  package init(queue: StudyQueue, ahead: ReviewsAhead = .none) {
    self.queue = queue
    self.ahead = ahead
  }

  /// How many events of this session are left to take back.
  package var undoCount: Int { mementos.count }

  /// Whether something of this session is left to take back.
  package var canUndo: Bool { !mementos.isEmpty }

  /// What still comes, the card shown included.
  package func counts(at now: Moment) -> StudyQueue.Counts {
    var counts = queue.counts(at: now)
    counts.due += ahead.coming(after: queue, at: now).count
    return counts
  }

  /// Takes one event and says what has to be done, in order.
  package mutating func handle(_ event: Event, at now: Moment) -> [Effect] {
    switch (event, state) {
    case (.start, .idle), (.start, .resting):
      return advance(at: now)
    case (.reveal, .question(let card)):
      return reveal(card, at: now)
    case (.answer(let rating, let seconds), .answer(let card, _)):
      return answer(card, rating, seconds, at: now)
    case (.undo, .question), (.undo, .answer), (.undo, .resting):
      return undo(at: now)
    case (.bury(let siblings), .question(let card)), (.bury(let siblings), .answer(let card, _)):
      let tomorrow = today(now).adding(1)
      return setAside([card] + siblings, .bury(until: tomorrow), at: now)
    case (.suspend(let siblings), .question(let card)), (.suspend(let siblings), .answer(let card, _)):
      return setAside([card] + siblings, .suspend, at: now)
    case (.skip, .question(let card)), (.skip, .answer(let card, _)):
      return skip(card, at: now)
    case (.ask(let cards), .idle), (.ask(let cards), .question), (.ask(let cards), .answer),
      (.ask(let cards), .resting):
      return ask(cards, at: now)
    case (.flag(let flag), .question(let card)), (.flag(let flag), .answer(let card, _)):
      return setFlag(flag, of: card, at: now)
    case (.cardChanged(let card), .idle), (.cardChanged(let card), .question),
      (.cardChanged(let card), .answer), (.cardChanged(let card), .resting):
      return change(card, at: now)
    case (.cardGone(let id), .idle), (.cardGone(let id), .question), (.cardGone(let id), .answer),
      (.cardGone(let id), .resting):
      return drop(id, at: now)
    case (.quit, .idle), (.quit, .question), (.quit, .answer), (.quit, .resting):
      state = .ended
      return [.finished(summary)]

    case (.start, .question), (.start, .answer),
      (.reveal, .idle), (.reveal, .answer), (.reveal, .resting),
      (.answer, .idle), (.answer, .question), (.answer, .resting),
      (.undo, .idle),
      (.bury, .idle), (.bury, .resting), (.suspend, .idle), (.suspend, .resting),
      (.skip, .idle), (.skip, .resting), (.flag, .idle), (.flag, .resting),
      (_, .ended):
      return []
    }
  }
}

// MARK: - What the events do

extension ReviewSession {
  private mutating func advance(at now: Moment) -> [Effect] {
    queue.turn(to: today(now))
    asked = asked.filter { queue[$0]?.schedule.canCome(on: today(now)) ?? false }
    if let card = asked.first.flatMap({ queue[$0] }) ?? next(at: now) {
      state = .question(card)
      return [.showQuestion(card)]
    }
    let nextLearning = queue.nextLearning(at: now)
    state = .resting(nextLearning: nextLearning)
    return [nextLearning.map(Effect.nextLearning) ?? .finished(summary)]
  }

  private func next(at now: Moment) -> QueuedCard? {
    let card = queue.next(at: now, skipped: skipped)
    // A card in learning comes early only when nothing else is left.
    if let card, !card.schedule.isEarly(at: now) { return card }
    return ahead.coming(after: queue, at: now).first ?? card
  }

  private mutating func reveal(_ card: QueuedCard, at now: Moment) -> [Effect] {
    let outcomes = queue.outcomes(for: card, at: now)
    state = .answer(card, outcomes)
    return [.showAnswer(card, outcomes)]
  }

  private mutating func answer(
    _ card: QueuedCard, _ rating: Rating, _ seconds: Double, at now: Moment
  ) -> [Effect] {
    let outcome = queue.outcome(of: rating, for: card, at: now)
    let action = LogEntry.Action.answer(scheduler(of: card).logged(outcome, secondsTaken: seconds))
    remember([Change(card: card, action: action)])

    var answered = card
    answered.schedule = outcome.schedule
    queue.reschedule(answered, from: card.schedule)
    queue.turn(to: today(now))
    let kind = card.schedule.queueKind(
      rolloverHour: queue.settings.rolloverHour, utcOffset: now.utcOffset)
    queue.progress.count(kind, of: card.key, in: card.deck)
    skipped.removeAll { $0 == card.id }
    asked.removeAll { $0 == card.id }
    ahead.remove(card.id)
    summary.count(rating, secondsTaken: seconds)
    return [.record(Change(card: answered, action: action))] + advance(at: now)
  }

  private mutating func setAside(
    _ cards: [QueuedCard], _ action: LogEntry.Action, at now: Moment
  ) -> [Effect] {
    remember(cards.map { Change(card: $0, action: action) })
    let effects = cards.map { card in
      var aside = card
      aside.schedule = scheduler(of: card).applying(action, to: card.schedule, card: card.key, at: now)
      queue.reschedule(aside, from: card.schedule)
      return Effect.record(Change(card: aside, action: action))
    }
    return effects + advance(at: now)
  }

  private mutating func skip(_ card: QueuedCard, at now: Moment) -> [Effect] {
    skipped.removeAll { $0 == card.id }
    skipped.append(card.id)
    asked.removeAll { $0 == card.id }
    ahead.postpone(card.id)
    return advance(at: now)
  }

  private mutating func ask(_ cards: [QueuedCard], at now: Moment) -> [Effect] {
    let able = cards.filter { $0.schedule.canCome(on: today(now)) && $0.id != shownCard }
    guard !able.isEmpty else { return [] }
    for card in able { queue.update(card) }
    let ids = able.map(\.id)
    asked = ids + asked.filter { !ids.contains($0) }
    return advance(at: now)
  }

  private mutating func setFlag(_ flag: Int, of card: QueuedCard, at now: Moment) -> [Effect] {
    let action = LogEntry.Action.flag(flag)
    remember([Change(card: card, action: action)])
    var flagged = card
    flagged.schedule = scheduler(of: card).applying(action, to: card.schedule, card: card.key, at: now)
    queue.update(flagged)
    if case .answer(_, let outcomes) = state {
      state = .answer(flagged, outcomes)
    } else {
      state = .question(flagged)
    }
    return [.record(Change(card: flagged, action: action))]
  }

  private func scheduler(of card: QueuedCard) -> Scheduler { queue.presets.scheduler(of: card.deck) }

  private func today(_ now: Moment) -> Day { now.studyDay(rolloverHour: queue.settings.rolloverHour) }

  private mutating func remember(_ changes: [Change]) {
    mementos.append(
      Memento(
        changes: changes, progress: queue.progress, skipped: skipped, asked: asked, ahead: ahead,
        summary: summary))
  }

  /// Everything as it was, and the card shown again, unless it is gone from the notes meanwhile.
  private mutating func undo(at now: Moment) -> [Effect] {
    guard let memento = mementos.popLast() else { return [] }
    queue.progress = memento.progress
    skipped = memento.skipped
    asked = memento.asked
    ahead = memento.ahead
    summary = memento.summary
    for change in memento.changes {
      var card = queue[change.card.id] ?? change.card
      let undone =
        queue[card.id]?.schedule
        ?? scheduler(of: card).applying(
          change.action, to: card.schedule, card: card.key, at: now)
      card.schedule = change.card.schedule
      queue.reschedule(card, from: undone)
    }
    let effects = memento.changes.reversed().map(Effect.takeBack)
    guard let shown = memento.changes.first.flatMap({ queue[$0.card.id] }) else {
      return effects + advance(at: now)
    }
    state = .question(shown)
    return effects + [.showQuestion(shown)]
  }

  private mutating func change(_ card: QueuedCard, at now: Moment) -> [Effect] {
    queue.update(card)
    guard card.id == shownCard else { return [] }
    guard card.schedule.canCome(on: today(now)) else { return advance(at: now) }
    if case .answer = state { return reveal(card, at: now) }
    state = .question(card)
    return [.showQuestion(card)]
  }

  private mutating func drop(_ id: CardID, at now: Moment) -> [Effect] {
    queue.remove(id)
    skipped.removeAll { $0 == id }
    return id == shownCard ? advance(at: now) : []
  }

  private var shownCard: CardID? {
    switch state {
    case .question(let card), .answer(let card, _): card.id
    case .idle, .resting, .ended: nil
    }
  }
}
