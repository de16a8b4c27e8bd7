import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// Reviews ahead of their days over a collection in memory.
struct ReviewAheadTests {
  private let service: ReviewService

  /// Ten cards, due in 0 … 9 days; five of them are in the deck A.
  init() throws {
    var settings = SchedulerSettings()
    settings.reviewsPerDay = 1
    let store = try StudyStore.sample(
      (0..<10).map { number in
        SampleBlock("question \(number)", "answer").with { $0.deck = DeckName(number < 5 ? "A" : "B") }
      })
    service = ReviewService(store: store, presets: Presets(general: settings), seed: 5)
    let today = Moment.sample.studyDay(rolloverHour: 4)
    for number in 0..<10 {
      let card = CardID(Int64(number + 1))
      _ = try service.answer(card, .easy, secondsTaken: 3, at: Moment.sample.adding(days: number - 20))
      _ = try store.record(
        .setDue(today.adding(number)), of: [card], at: Moment.sample.adding(days: -1),
        presets: service.presets)
    }
  }

  private func review(_ scope: ReviewScope) throws -> LiveReview {
    let clock = StudyClock(fixed: .sample, systemTime: { .sample }, elapsed: { 0 })
    var review = try LiveReview(service: service, scope: scope, clock: clock)
    _ = try review.send(.start)
    return review
  }

  private func order(_ review: LiveReview) throws -> [Int64] {
    var review = review
    var order: [Int64] = []
    while let card = review.shown {
      order.append(card.id.rawValue)
      _ = try review.send(.reveal)
      _ = try review.send(.answer(.good, secondsTaken: 3))
    }
    return order
  }

  @Test func `what is due within the days comes, and no more`() throws {
    #expect(try review(ReviewScope(daysAhead: 3)).counts == .today(.init(new: 0, learning: 0, due: 4)))
    #expect(try order(review(ReviewScope(daysAhead: 3))) == [1, 2, 3, 4])
    #expect(try order(review(ReviewScope())) == [], "they were answered")
    #expect(try order(review(ReviewScope(daysAhead: 4))) == [5])
  }

  @Test func `of the deck that is asked for`() throws {
    let scope = ReviewScope(filter: CardFilter(deck: DeckName("B")), daysAhead: 6)
    #expect(try order(review(scope)) == [6, 7])
  }

  /// FSRS knows how much time passed, whatever day the card was due.
  @Test func `their answers are ordinary ones`() throws {
    var review = try review(ReviewScope(filter: CardFilter(deck: DeckName("B")), daysAhead: 5))
    let card = try #require(review.shown)
    let outcome = try #require(review.queue?.outcome(of: .good, for: card, at: .sample))
    let last = try #require(card.schedule.lastReview)
    let memory = try #require(card.schedule.memory)
    let days = Moment.sample.timestamp.days(since: last)
    #expect(days == 15)
    let expected = service.settings.model.next(
      memory, elapsed: .init(days: days, studyDays: 15), rating: .good)
    _ = try review.send(.reveal)
    _ = try review.send(.answer(.good, secondsTaken: 3))
    let after = try #require(try service.store.card(card.id)).schedule
    #expect(after == outcome.schedule)
    #expect(after.memory == expected)
    #expect(try service.progress(at: .sample).answered(.review) == 1)
  }

  @Test func `an answer of an earlier run is taken back, and they go on`() throws {
    _ = try order(review(ReviewScope(daysAhead: 1)))
    var later = try review(ReviewScope(daysAhead: 2))
    #expect(later.shown?.id == CardID(3))
    let (_, card, _) = try #require(try later.undoEarlier())
    #expect(card.id == CardID(2) && later.shown?.id == CardID(2))
    #expect(try order(later) == [2, 3])
  }
}
