import GRDB
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// A quiz over a collection in memory.
struct LiveReviewTests {
  private func service(_ blocks: Int, newPerDay: Int = 20) throws -> ReviewService {
    var settings = SchedulerSettings()
    settings.newPerDay = newPerDay
    let store = try StudyStore.sample((0..<blocks).map { SampleBlock("question \($0)", "answer \($0)") })
    return ReviewService(store: store, presets: Presets(general: settings), seed: 0)
  }

  private func review(
    _ service: ReviewService, _ scope: ReviewScope = ReviewScope(), from start: Moment = .sample
  ) throws -> LiveReview {
    let clock = StudyClock(fixed: start, systemTime: { start }, elapsed: { 0 })
    return try LiveReview(service: service, scope: scope, clock: clock)
  }

  private func answer(_ rating: Rating, _ review: inout LiveReview) throws {
    _ = try review.send(.reveal)
    _ = try review.send(.answer(rating, secondsTaken: 1))
  }

  @Test func anAnswerIsInTheCollectionBeforeTheNextCardIsHandedOut() throws {
    let service = try service(2)
    var review = try review(service)
    _ = try review.send(.start)
    let first = try #require(review.shown)
    _ = try review.send(.reveal)
    let effects = try review.send(.answer(.good, secondsTaken: 4))
    #expect(try service.store.logEntries(of: first.key).count == 1)
    #expect(try service.store.card(first.id)?.schedule.repetitions == 1)
    #expect(effects.count == 1)
    #expect(review.shown?.id != first.id)
  }

  /// The load of days is kept by the session and by the collection, each for itself.
  @Test(arguments: 1...4) func whatTheButtonsSayIsWhatIsStored(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var settings = SchedulerSettings()
    settings.learningSteps = []
    let store = try StudyStore.sample(
      (0..<12).map { number in
        SampleBlock("question \(number)", "answer").with {
          $0.noteType = NoteType.stock[1]
          $0.deck = DeckName(["A", "A::B", "C"][number % 3])
        }
      })
    let presets = Presets(
      general: settings, decks: [Preset(deck: DeckName("A::B"), settings: settings)])
    let service = ReviewService(store: store, presets: presets, seed: 0)
    var answers = 0
    for day in stride(from: 0, to: 60, by: 3) {
      var review = try review(service, from: Moment.sample.adding(days: day))
      _ = try review.send(.start)
      while let card = review.shown {
        let now = review.clock.now
        if random.index(below: 9) == 0 {
          _ = try review.send(random.index(below: 2) == 0 ? .undo : .bury())
          continue
        }
        let said = try #require(review.queue?.outcomes(for: card, at: now))
        let afresh = try service.queue(at: now).outcomes(for: try #require(try store.card(card.id)), at: now)
        #expect(said == afresh)
        let rating = random.element(of: Rating.allCases)
        try answer(rating, &review)
        #expect(try store.card(card.id)?.schedule == said[rating].schedule)
        answers += 1
      }
    }
    #expect(answers > 100)
    #expect(try store.dueLoadsAreTrue())
  }

  /// Any course of a quiz: after undoing everything each card is as it was, and the same card shows.
  @Test(arguments: 1...8) func undoIsExact(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let service = try service(8)
    var review = try review(service)
    _ = try review.send(.start)
    let before = try service.store.cards(matching: CardFilter())
    let shown = review.shown
    for _ in 0..<25 {
      switch random.index(below: 12) {
      case 0: _ = try review.send(.bury())
      case 1: _ = try review.send(.suspend())
      case 2: _ = try review.send(.undo)
      default: try answer(random.element(of: Rating.allCases), &review)
      }
    }
    while review.session.canUndo { _ = try review.send(.undo) }
    #expect(try service.store.cards(matching: CardFilter()) == before)
    #expect(review.shown?.id == shown?.id)
    #expect(review.session.summary.answers == 0)
  }

  /// A queue built afresh after every event agrees, although the quiz loads only what it needs.
  @Test(arguments: 1...4) func agreesWithAQueueBuiltAfresh(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let service = try service(40, newPerDay: 3)
    var review = try review(service)
    _ = try review.send(.start)
    for _ in 0..<30 {
      switch random.index(below: 4) {
      case 0: _ = try review.send(.bury())
      case 1: _ = try review.send(.suspend())
      default: try answer(.easy, &review)
      }
      let fresh = try service.queue(at: review.clock.now)
      #expect(review.counts == .today(fresh.counts(at: review.clock.now)))
      #expect(review.shown?.id == fresh.next(at: review.clock.now)?.id)
    }
  }

  @Test func aDayThatBeginsMeanwhileBringsItsCards() throws {
    let service = try service(5, newPerDay: 1)
    let start = Moment.sample
    var now = start
    let clock = StudyClock(fixed: nil, systemTime: { now }, elapsed: { 0 })
    var review = try LiveReview(service: service, scope: ReviewScope(), clock: clock)
    _ = try review.send(.start)
    try answer(.easy, &review)
    #expect(review.shown == nil)
    now = start.adding(days: 1)
    _ = try review.send(.start)
    #expect(review.shown?.id == CardID(2))
  }

  @Test func anEarlierRunIsTakenBackWhenThisOneHasNothingLeft() throws {
    let service = try service(3)
    var first = try review(service)
    _ = try first.send(.start)
    try answer(.easy, &first)
    var second = try review(service, from: Moment.sample.adding(seconds: 60))
    _ = try second.send(.start)
    let (entry, card, _) = try #require(try second.undoEarlier())
    #expect(card.id == CardID(1))
    #expect(card.schedule == CardSchedule())
    #expect(entry.card == card.key)
    #expect(second.shown?.id == CardID(1))
    #expect(try second.undoEarlier() == nil)
  }

  @Test func twoRunsAtOnceLoseNothing() throws {
    let service = try service(1)
    var one = try review(service)
    var other = try review(service, from: Moment.sample.adding(seconds: 20))
    _ = try one.send(.start)
    _ = try other.send(.start)
    try answer(.good, &one)
    try answer(.good, &other)
    let card = try #require(try service.store.card(CardID(1)))
    #expect(card.schedule.repetitions == 2)
    #expect(try service.store.logEntries(of: card.key).count == 2)
    #expect(other.queue?[card.id]?.schedule == card.schedule)
  }

  /// An answer that cannot be written has not happened, and can be given again.
  @Test func anAnswerThatIsHeldUpCanBeGivenAgain() throws {
    let folder = try TemporaryFolder(named: "data")
    let store = try StudyStore(path: folder.absolute("linnet.sqlite"), busyTimeout: 0)
    try store.add([SampleBlock("question", "answer")])
    var review = try review(ReviewService(store: store, seed: 0))
    _ = try review.send(.start)
    _ = try review.send(.reveal)
    let before = review.session

    let other = try DatabaseQueue(path: folder.absolute("linnet.sqlite"))
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: StudyStoreError.self) { try review.send(.answer(.good, secondsTaken: 1)) }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(review.session == before)
    _ = try review.send(.answer(.good, secondsTaken: 1))
    #expect(try store.card(CardID(1))?.schedule.repetitions == 1)
  }

  /// One of the reviews is held back by a sibling that was asked for and takes its place in the limit.
  @Test func aSiblingThatWasAskedForHoldsAReviewBack() throws {
    var settings = SchedulerSettings()
    (settings.newPerDay, settings.reviewsPerDay) = (0, 3)
    let store = try StudyStore.sample(
      (0..<4).map { number in
        SampleBlock("question \(number)", "answer").with { $0.noteType = NoteType.stock[1] }
      })
    let service = ReviewService(store: store, presets: Presets(general: settings), seed: 0)
    let today = Moment.sample.studyDay(rolloverHour: 4)
    let cards = try store.cards(matching: CardFilter())
    let forward = cards.filter { $0.key.kind.direction == .forward }
    for (days, card) in forward.enumerated() {
      _ = try store.record(
        .setDue(today.adding(days - 4)), of: [card.id], at: .sample, presets: service.presets)
    }
    var review = try review(service)
    _ = try review.send(.start)
    let sibling = try #require(cards.first { $0.key.block == forward[1].key.block && $0.id != forward[1].id })
    _ = try service.store.record(
      .setDue(today.adding(9)), of: [sibling.id], at: .sample, presets: service.presets)
    _ = try review.send(.ask([try #require(try store.card(sibling.id))]))
    var shown: [CardID] = []
    while let card = review.shown, shown.count < 9 {
      shown.append(card.id)
      try answer(.easy, &review)
    }
    #expect(shown == [sibling.id, forward[0].id, forward[2].id])
  }

  @Test func newCardsAskedForComeOnTopOfTheLimit() throws {
    let service = try service(9, newPerDay: 1)
    var first = try review(service)
    _ = try first.send(.start)
    try answer(.easy, &first)
    #expect(try first.rest().reason == .newLimit(waiting: 8, limit: 1))
    var more = try review(service, ReviewScope(newCards: 2))
    _ = try more.send(.start)
    #expect(more.queue?.counts(at: more.clock.now).new == 2)
    try answer(.easy, &more)
    try answer(.easy, &more)
    #expect(more.shown == nil)
    #expect(try more.rest().reason == .newLimit(waiting: 6, limit: 3))
    #expect(try review(service, ReviewScope(only: .due)).queue?.counts(at: .sample).new == 0)
  }

  @Test func aFixedClockMovesByWhatAnswersTake() throws {
    var clock = StudyClock(fixed: .sample, systemTime: { .sample }, elapsed: { 99 })
    #expect(clock.secondsTaken == 1)
    clock.passed(seconds: 0.2)
    #expect(clock.now == Moment.sample.adding(seconds: 1))
    clock.passed(seconds: 12)
    #expect(clock.now == Moment.sample.adding(seconds: 13))
  }

  @Test func aRunningClockMeasuresUpToAMinute() throws {
    var elapsed = 10.0
    var clock = StudyClock(fixed: nil, systemTime: { .sample }, elapsed: { elapsed })
    elapsed = 14.5
    #expect(clock.secondsTaken == 4.5)
    clock.startAnswer()
    elapsed = 500
    #expect(clock.secondsTaken == 60)
  }
}
