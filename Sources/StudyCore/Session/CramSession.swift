/// A quiz that only asks: every card comes, due or not, in an order that the seed decides, until it was known. Its
/// answers leave memory, schedules, the log and the day's counts as they are; what else is done to a card is recorded as in
/// a review.
///
/// It takes the events of ``ReviewSession`` in the same states, and orders the same effects. *Again* brings a card back
/// after a few others, *hard* after all others; *good* and *easy* end it.
package struct CramSession: Hashable, Sendable {
  /// What it takes to undo.
  private enum Memento: Hashable {
    /// The card shown was answered, and this is what had been done before.
    case answered(CardID, SessionSummary)
    /// Cards that left, with the places they had, first to last. The first one was shown.
    case setAside([Place], [ReviewSession.Change])
    case flagged(ReviewSession.Change)
  }

  private struct Place: Hashable {
    var card: CardID
    var index: Int
  }

  /// What is on the screen.
  package private(set) var state: ReviewSession.State = .idle
  package private(set) var summary = SessionSummary()
  private let presets: Presets
  /// All cards of this cram as they stand now, those that were known too.
  private var cards: [CardID: QueuedCard] = [:]
  /// Those that still come, in order; the card shown is the first.
  private var waiting: [CardID]
  private var mementos: [Memento] = []

  /// So many others come before a card that was not known.
  private static let cardsBetween = 5

  /// - Parameters:
  ///   - cards: in any order; suspended and buried ones are left out.
  ///   - presets: for the hour at which a day begins.
  package init(cards: some Sequence<QueuedCard>, presets: Presets, seed: UInt64, at now: Moment) {
    self.presets = presets
    let today = now.studyDay(rolloverHour: presets.general.rolloverHour)
    let able = cards.filter { $0.schedule.canCome(on: today) }
    for card in able { self.cards[card.id] = card }
    let shuffled = able.map { card -> (place: UInt64, id: CardID) in
      let kind = card.key.kind
      return (
        StableHash.of([
          String(seed), card.key.block.rawValue, kind.direction.rawValue, String(kind.ordinal),
        ]), card.id
      )
    }
    waiting = shuffled.sorted { ($0.place, $0.id.rawValue) < ($1.place, $1.id.rawValue) }.map(\.id)
  }

  /// How many events of this cram are left to take back.
  package var undoCount: Int { mementos.count }

  /// How many cards still come, the one shown included.
  package var left: Int { waiting.count }

  /// Takes one event and says what has to be done, in order. One that makes no sense now changes nothing.
  package mutating func handle(_ event: ReviewSession.Event, at now: Moment) -> [ReviewSession.Effect] {
    switch (event, state) {
    case (_, .ended): []
    case (.start, .idle), (.start, .resting): advance()
    case (.start, _): []
    case (.undo, .idle): []
    case (.undo, _): undo()
    case (.ask(let cards), _): ask(cards, at: now)
    case (.cardChanged(let card), _): change(card, at: now)
    case (.cardGone(let id), _): drop(id)
    case (.quit, _): quit()
    case (_, .idle), (_, .resting): []
    case (_, .question(let card)): handle(event, on: card, isOpen: false, at: now)
    case (_, .answer(let card, _)): handle(event, on: card, isOpen: true, at: now)
    }
  }

  /// What concerns the card shown. `isOpen` tells whether its answer is.
  private mutating func handle(
    _ event: ReviewSession.Event, on card: QueuedCard, isOpen: Bool, at now: Moment
  ) -> [ReviewSession.Effect] {
    switch event {
    case .reveal where !isOpen:
      state = .answer(card, nil)
      return [.showAnswer(card, nil)]
    case .answer(let rating, let seconds) where isOpen: return answer(card, rating, seconds)
    case .bury(let siblings):
      let tomorrow = now.studyDay(rolloverHour: presets.general.rolloverHour).adding(1)
      return setAside([card] + siblings, .bury(until: tomorrow), at: now)
    case .suspend(let siblings): return setAside([card] + siblings, .suspend, at: now)
    case .flag(let flag): return setFlag(flag, of: card, at: now)
    case .skip:
      move(card.id, to: waiting.count)
      return advance()
    default: return []
    }
  }
}

// MARK: - What the events do

extension CramSession {
  private mutating func advance() -> [ReviewSession.Effect] {
    guard let card = waiting.first.flatMap({ cards[$0] }) else {
      state = .resting(nextLearning: nil)
      return [.finished(summary)]
    }
    state = .question(card)
    return [.showQuestion(card)]
  }

  private mutating func quit() -> [ReviewSession.Effect] {
    state = .ended
    return [.finished(summary)]
  }

  private mutating func answer(
    _ card: QueuedCard, _ rating: Rating, _ seconds: Double
  ) -> [ReviewSession.Effect] {
    mementos.append(.answered(card.id, summary))
    summary.count(rating, secondsTaken: seconds)
    switch rating {
    case .again: move(card.id, to: CramSession.cardsBetween)
    case .hard: move(card.id, to: waiting.count)
    case .good, .easy: waiting.removeAll { $0 == card.id }
    }
    return advance()
  }

  /// Puts a card at a place among those that come, also one that was known.
  private mutating func move(_ id: CardID, to place: Int) {
    waiting.removeAll { $0 == id }
    waiting.insert(id, at: min(place, waiting.count))
  }

  private mutating func setAside(
    _ cards: [QueuedCard], _ action: LogEntry.Action, at now: Moment
  ) -> [ReviewSession.Effect] {
    let ids = Set(cards.map(\.id))
    let places = waiting.enumerated().filter { ids.contains($1) }.map { Place(card: $1, index: $0) }
    waiting.removeAll { ids.contains($0) }
    let changes = cards.map { ReviewSession.Change(card: self.cards[$0.id] ?? $0, action: action) }
    mementos.append(.setAside(places, changes))
    return changes.map { .record(changed($0, at: now)) } + advance()
  }

  private mutating func setFlag(_ flag: Int, of card: QueuedCard, at now: Moment) -> [ReviewSession.Effect] {
    let change = ReviewSession.Change(card: card, action: .flag(flag))
    mementos.append(.flagged(change))
    let after = changed(change, at: now)
    if case .answer = state { state = .answer(after.card, nil) } else { state = .question(after.card) }
    return [.record(after)]
  }

  /// The card after an action. Only a card of this cram is kept.
  private mutating func changed(_ change: ReviewSession.Change, at now: Moment) -> ReviewSession.Change {
    var after = change
    after.card.schedule = presets.scheduler(of: change.card.deck).applying(
      change.action, to: change.card.schedule, card: change.card.key, at: now)
    if cards[after.card.id] != nil { cards[after.card.id] = after.card }
    return after
  }

  private mutating func ask(_ asked: [QueuedCard], at now: Moment) -> [ReviewSession.Effect] {
    let today = now.studyDay(rolloverHour: presets.general.rolloverHour)
    let able = asked.filter { $0.schedule.canCome(on: today) && $0.id != shown?.id }
    guard !able.isEmpty else { return [] }
    for card in able { cards[card.id] = card }
    let ids = able.map(\.id)
    waiting = ids + waiting.filter { !ids.contains($0) }
    return advance()
  }

  /// The last card comes back, as it was, unless it is gone from the notes meanwhile.
  private mutating func undo() -> [ReviewSession.Effect] {
    guard let memento = mementos.popLast() else { return [] }
    switch memento {
    case .answered(let id, let before):
      summary = before
      if cards[id] != nil { move(id, to: 0) }
      return advance()
    case .setAside(let places, let changes):
      for change in changes where cards[change.card.id] != nil { cards[change.card.id] = change.card }
      for place in places where cards[place.card] != nil { move(place.card, to: place.index) }
      return changes.reversed().map(ReviewSession.Effect.takeBack) + advance()
    case .flagged(let change):
      guard cards[change.card.id] != nil else { return [.takeBack(change)] + advance() }
      cards[change.card.id] = change.card
      move(change.card.id, to: 0)
      return [.takeBack(change)] + advance()
    }
  }

  private mutating func change(_ card: QueuedCard, at now: Moment) -> [ReviewSession.Effect] {
    guard cards[card.id] != nil else { return [] }
    cards[card.id] = card
    let today = now.studyDay(rolloverHour: presets.general.rolloverHour)
    if !card.schedule.canCome(on: today) { waiting.removeAll { $0 == card.id } }
    guard card.id == shown?.id else { return [] }
    guard waiting.first == card.id else { return advance() }
    if case .answer = state {
      state = .answer(card, nil)
      return [.showAnswer(card, nil)]
    }
    return advance()
  }

  private mutating func drop(_ id: CardID) -> [ReviewSession.Effect] {
    let wasShown = id == shown?.id
    cards[id] = nil
    waiting.removeAll { $0 == id }
    return wasShown ? advance() : []
  }

  private var shown: QueuedCard? {
    switch state {
    case .question(let card), .answer(let card, _): card
    case .idle, .resting, .ended: nil
    }
  }
}
