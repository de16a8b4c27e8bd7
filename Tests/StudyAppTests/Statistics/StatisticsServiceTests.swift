import FSRS
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

struct StatisticsServiceTests {
  private let collection: Collection
  private let folder: TemporaryFolder
  private let reviews: ReviewService

  init() throws {
    folder = try TemporaryFolder([
      "A.md": card("a1", "x") + card("a2", "[[B]]"), "B.md": card("b", "x") + card("gone", "x"),
    ])
    collection = try Collection()
    try collection.importing(folder)
    reviews = ReviewService(store: collection.store, seed: 0)
  }

  private func id(_ front: String) throws -> CardID {
    let uid = try #require(try collection.allBlocks().first { $0.front == front }).uid
    return CardID(try #require(try collection.cards().first { $0.uid == uid }).id)
  }

  private func answer(_ front: String, _ rating: Rating, days: Int = 0) throws {
    _ = try reviews.answer(id(front), rating, secondsTaken: 4, at: .sample.adding(days: days))
  }

  private func report(
    _ filter: CardFilter = CardFilter(), since: Int? = nil, days: Int = 0
  ) throws -> StatisticsReport {
    let now = Moment.sample.adding(days: days)
    let today = Moment.sample.studyDay(rolloverHour: 4)
    return try StatisticsService(store: collection.store, presets: reviews.presets)
      .report(filter, since: since.map { today.adding($0) }, at: now)
  }

  @Test func `answers that were taken back do not count, those of cards that are gone do`() throws {
    try answer("a1", .easy)
    try answer("gone", .good)
    try answer("a2", .good)
    _ = try reviews.undoLast(at: .sample)
    try folder.write(card("b", "x"), to: "B.md")
    try collection.importing(folder)
    let report = try report()
    #expect(report.study.answers == 2)
    #expect(report.study.seconds == 8)
    #expect(report.cards.total == 3)
    #expect(report.cards.new == 2 && report.cards.young + report.cards.mature == 1)
    #expect(report.cards.remembered == 1)
  }

  @Test func `a review is set beside the prediction that the schedule had for it`() throws {
    try answer("a1", .easy)
    let card = try #require(try collection.store.card(id("a1")))
    let now = Moment.sample.adding(days: 30)
    let predicted = try #require(
      reviews.presets.scheduler(of: card.deck).retrievability(of: card.schedule, at: now.timestamp))
    try answer("a1", .again, days: 30)
    let recall = try report(days: 30).study.recall
    #expect(recall.reviews == 1 && recall.recalled == 0)
    #expect(recall.predicted == predicted)
    #expect(try report(days: 30).study.streak(today: now.studyDay(rolloverHour: 4)) == 1)
  }

  @Test func `decks and days can be chosen`() throws {
    try answer("a1", .easy)
    try answer("b", .good, days: 2)
    #expect(try report(since: 1).study.answers == 1)
    #expect(try report(since: 3).study.answers == 0)
    #expect(try report(CardFilter(deck: DeckName("nowhere"))).study.answers == 0)
    let deck = try #require(try collection.blocks().first { $0.front == "b" }).deck
    #expect(try report(CardFilter(deck: DeckName(deck))).cards.total == 4)
  }

  @Test func `suspended cards are counted apart`() throws {
    let card = try #require(try collection.store.card(id("a1")))
    _ = try reviews.change([card], .suspend, at: .sample)
    let cards = try report().cards
    #expect(cards.suspended == 1 && cards.new == 3 && cards.total == 4)
  }

  @Test func `cards of one note and cards of linked notes are tied`() throws {
    let cards = try ["a1", "a2", "b"].map(id)
    let ties = try collection.store.ties(of: cards)
    #expect(ties.neighbors(of: 0).map(\.node) == [1])
    #expect(ties.neighbors(of: 1).map(\.node) == [0, 2])
    #expect(ties.neighbors(of: 2).map(\.node) == [1])
    // Of two cards in a note each has one other.
    #expect(ties.neighbors(of: 0).first?.strength == LinkStrength.sameNote.damped(outDegree: 1, inDegree: 1))
  }

  @Test func `cards of a note with very many are not tied by it`() throws {
    let collection = try Collection()
    try collection.importing(
      try TemporaryFolder([
        "A.md": (0..<200).map { card("front \($0)", "[[B]]") }.joined(), "B.md": card("b", "x"),
      ]))
    let cards = try collection.cards().map { CardID($0.id) }
    let ties = try collection.store.ties(of: cards)
    #expect(ties.neighbors(of: 0).map(\.node) == [200])
    #expect(ties.neighbors(of: 200).count == 200)
  }
}
