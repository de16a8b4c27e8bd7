import StudyCore
import StudyStore

/// A quiz over the collection: the session decides, this carries out.
///
/// Whatever an event records is in the log, on disk, before ``send(_:)`` returns what to show next.
package struct LiveReview {
  /// Which cards are asked.
  private enum Subject {
    case review(ReviewScope)
    case cram(CardFilter)
  }

  package private(set) var session: QuizSession
  package var clock: StudyClock
  package let service: ReviewService
  private let subject: Subject
  /// Entries of this session that were not taken back, in order.
  private var recorded: [LogEntry.ID] = []
  private var day: Day
  /// What the last card leans on that may be forgotten, if it was answered with Again.
  package private(set) var shakyFoundations: [KnownFoundation] = []

  package init(service: ReviewService, scope: ReviewScope, clock: StudyClock) throws {
    try self.init(service, .review(scope), clock)
  }

  /// A cram of all cards that a filter lets pass, due or not.
  package init(service: ReviewService, cramming filter: CardFilter, clock: StudyClock) throws {
    try self.init(service, .cram(filter), clock)
  }

  private init(_ service: ReviewService, _ subject: Subject, _ clock: StudyClock) throws {
    self.service = service
    self.subject = subject
    self.clock = clock
    session =
      switch subject {
      case .review(let scope): .review(try service.session(scope, at: clock.now))
      case .cram(let filter): .cram(try service.cram(filter, at: clock.now))
      }
    day = clock.now.studyDay(rolloverHour: service.settings.rolloverHour)
  }

  /// Does ahead what would make the first answer slower than the others. What stands in the way is left to that answer.
  package func rehearse() {
    guard let card = queue?.next(at: clock.now) else { return }
    var session = session
    for event: ReviewSession.Event in [.start, .reveal, .answer(.good, secondsTaken: 0)] {
      _ = session.handle(event, at: clock.now)
    }
    try? service.store.waiting(atMost: 0.1) {
      try service.store.rehearse(.resume, of: card.id, at: clock.now, presets: service.presets)
    }
  }

  package var counts: QuizCounts { session.counts(at: clock.now) }

  /// Today's cards; nil in a cram, which knows no day.
  package var queue: StudyQueue? {
    if case .review(let review) = session { review.queue } else { nil }
  }

  /// Tells the session what happened and does what it orders. If that fails, nothing has happened: the same
  /// event can be sent again.
  ///
  /// - Returns: what to show, in order.
  package mutating func send(_ event: ReviewSession.Event) throws -> [ReviewSession.Effect] {
    switch event {
    case .answer, .bury, .suspend, .flag: return try performOrTakeBack(event)
    default:
      let before = self
      do {
        return try perform(event)
      } catch {
        self = before
        throw error
      }
    }
  }

  /// A copy of the queue would cost an answer more time than all else that it computes. What the session has changed for an event that
  /// was not stored it takes back itself.
  private mutating func performOrTakeBack(
    _ event: ReviewSession.Event
  ) throws -> [ReviewSession.Effect] {
    let (clock, recorded, state, count) = (clock, recorded, session.state, session.undoCount)
    do {
      return try perform(event)
    } catch {
      (self.clock, self.recorded) = (clock, recorded)
      if session.undoCount > count {
        _ = session.handle(.undo, at: clock.now)
        if case .answer = state { _ = session.handle(.reveal, at: clock.now) }
      }
      throw error
    }
  }

  private mutating func perform(_ event: ReviewSession.Event) throws -> [ReviewSession.Effect] {
    let now = clock.now
    if now.studyDay(rolloverHour: service.settings.rolloverHour) != day { try refill(at: now) }
    let asked = shown
    var effects = try carryOut(session.handle(event, at: now), asked: asked, at: now)
    lookForFoundations(after: event, asked, at: now)
    if case .answer(_, let seconds) = event { clock.passed(seconds: seconds) }
    if mayLack(after: event) {
      try refill(at: now)
      if case .resting = session.state, queue?.next(at: now) != nil {
        effects = session.handle(.start, at: now)
      }
    }
    return effects
  }

  /// An answer is kept whether or not this can be told.
  private mutating func lookForFoundations(
    after event: ReviewSession.Event, _ asked: QueuedCard?, at now: Moment
  ) {
    switch (event, subject, asked) {
    case (.answer(.again, _), .review, let card?):
      let graph = GraphService(store: service.store, presets: service.presets)
      shakyFoundations = ((try? graph.foundations(of: card, at: now)) ?? []).filter { !$0.weakCards.isEmpty }
    case (.answer, _, _), (.ask, _, _), (.undo, _, _): shakyFoundations = []
    default: break
    }
  }

  /// Whether cards can come now that the queue was not given: others were set aside, or cards that were asked for out of
  /// turn held their siblings back.
  private func mayLack(after event: ReviewSession.Event) -> Bool {
    switch (event, session.state) {
    case (.bury, _), (.suspend, _), (_, .resting): true
    default: false
    }
  }

  /// What a card says; nil if an import meanwhile took it out of the notes.
  package func content(of card: QueuedCard) throws -> CardContent? {
    guard let content = try service.store.content(of: card.id), content.isActive else { return nil }
    return content
  }

  /// The notes were read again: takes over what the card shown says now, and cards that came with them.
  package mutating func notesChanged() throws -> [ReviewSession.Effect] {
    try refill(at: clock.now)
    guard let card = shown else { return [] }
    guard let content = try content(of: card) else { return try send(.cardGone(card.id)) }
    return try send(.cardChanged(content.card))
  }

  /// Takes back the last answer of an earlier run, when this one has none left, and goes on from its card.
  ///
  /// - Returns: what was taken back and what to show; nil if there is nothing, and in a cram, which leaves what was answered alone.
  package mutating func undoEarlier() throws -> (LogEntry, QueuedCard, [ReviewSession.Effect])? {
    guard case .review(let scope) = subject, let (entry, card) = try service.undoLast(at: clock.now) else {
      return nil
    }
    session = .review(try service.session(scope, at: clock.now))
    let effects = try send(.ask([card]))
    return (entry, card, effects.isEmpty ? try send(.start) : effects)
  }

  /// Why no card comes now.
  package func rest() throws -> Rest {
    switch subject {
    case .review(let scope):
      try service.rest(scope, limits: queue?.presets ?? service.presets, at: clock.now)
    case .cram(let filter):
      try service.rest(cramming: filter, hasAsked: session.summary.answers > 0, at: clock.now)
    }
  }

  package var shown: QueuedCard? {
    switch session.state {
    case .question(let card), .answer(let card, _): card
    case .idle, .resting, .ended: nil
    }
  }

  // MARK: Carrying out

  private mutating func carryOut(
    _ effects: [ReviewSession.Effect], asked: QueuedCard?, at now: Moment
  ) throws -> [ReviewSession.Effect] {
    var shown: [ReviewSession.Effect] = []
    for effect in effects {
      switch effect {
      case .record(let change):
        let result =
          if case .answer(let answer) = change.action, let asked {
            try service.record(answer, to: asked, at: now)
          } else {
            try service.record(change.action, of: change.card, at: now)
          }
        recorded.append(result.entry.id)
        // Another program answered this card meanwhile: its answer counts too.
        if result.card.schedule != change.card.schedule {
          shown += session.handle(.cardChanged(result.card), at: now)
        }
      case .takeBack:
        guard let id = recorded.popLast() else { continue }
        _ = try service.store.takeBack(id, at: now, presets: service.presets)
      case .showQuestion, .showAnswer, .nextLearning, .finished: shown.append(effect)
      }
    }
    return shown
  }

  // MARK: Cards that were not needed before

  /// Adds cards that can come now and that the queue was not given: on a new day, after cards were set aside.
  private mutating func refill(at now: Moment) throws {
    day = now.studyDay(rolloverHour: service.settings.rolloverHour)
    guard case .review(let scope) = subject, let queue else { return }
    let cards = try service.store.queueCandidates(
      at: now, progress: queue.progress.on(day), presets: queue.presets, filter: scope.filter)
    for card in cards where queue[card.id] == nil {
      _ = session.handle(.cardChanged(card), at: now)
    }
  }
}
