import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// What a forgotten card leans on is offered.
struct FoundationOfferTests {
  private let collection: Collection
  private let service: ReviewService
  private let later = Moment.sample.adding(days: 40)

  /// Five notes; `a` leans on three of the others.
  init() throws {
    collection = try Collection()
    let folder = try TemporaryFolder([
      "A.md": card("a", "[[B]], [[C]] and [[D]]"), "B.md": card("b1", "x") + card("b2", "x"),
      "C.md": card("c", "x"), "D.md": card("d", "x"), "E.md": card("e", "x"),
    ])
    try collection.importing(folder)
    service = ReviewService(store: collection.store, seed: 0)
    // c is known for long, and d was never seen.
    for (front, rating) in [("a", Rating.good), ("b1", .good), ("b2", .hard), ("e", .good)] {
      for second in [0, 600, 1200] { try answer(front, rating, at: .sample.adding(seconds: Int64(second))) }
    }
    for day in 0..<3 { try answer("c", .easy, at: later.adding(days: day - 3)) }
  }

  private func id(_ front: String) throws -> CardID {
    let cards = try collection.store.cards(matching: CardFilter())
    return try #require(
      try cards.first { try collection.store.content(of: $0.id)?.fields.first?.text == front }
    ).id
  }

  private func answer(_ front: String, _ rating: Rating, at moment: Moment) throws {
    _ = try service.answer(id(front), rating, secondsTaken: 1, at: moment)
  }

  private func review() throws -> LiveReview {
    let clock = StudyClock(fixed: later, systemTime: { later }, elapsed: { 0 })
    return try LiveReview(service: service, scope: ReviewScope(), clock: clock)
  }

  /// Answers what comes until the card is shown.
  private func show(_ front: String, in review: inout LiveReview) throws {
    let wanted = try #require(try collection.store.card(id(front)))
    _ = try review.send(.ask([wanted]))
    #expect(review.shown?.id == wanted.id)
  }

  @Test func `after Again the weak cards of what it leans on are offered, the weakest first`() throws {
    var review = try review()
    try show("a", in: &review)
    _ = try review.send(.reveal)
    _ = try review.send(.answer(.again, secondsTaken: 1))
    let offered = review.shakyFoundations
    #expect(offered.map(\.foundation.title) == ["B"])
    #expect(offered.flatMap(\.weakCards).map(\.id) == [try id("b2"), try id("b1")])
    #expect(try #require(offered.first?.leastRecall) < 0.9)

    // They come first when they are asked for, and the offer is gone.
    _ = try review.send(.ask(offered.flatMap(\.weakCards)))
    #expect([try id("b1"), try id("b2")].contains(review.shown?.id))
    #expect(review.shakyFoundations.isEmpty)
  }

  @Test func `nothing is offered after another rating, nor of what is suspended or put off`() throws {
    var review = try review()
    try show("a", in: &review)
    _ = try review.send(.reveal)
    _ = try review.send(.answer(.hard, secondsTaken: 1))
    #expect(review.shakyFoundations.isEmpty)
    _ = try review.send(.undo)
    let cards = try ["b1", "b2"].map { try #require(try collection.store.card(id($0))) }
    _ = try service.change([cards[0]], .suspend, at: later)
    _ = try service.change([cards[1]], .bury, at: later)
    _ = try review.send(.reveal)
    _ = try review.send(.answer(.again, secondsTaken: 1))
    #expect(review.shakyFoundations.isEmpty)
  }
}
