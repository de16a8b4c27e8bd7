import GRDB
import StudyCore
import TestSupport
import Testing

@testable import StudyApp
@testable import StudyStore

/// A cram over a collection in memory.
struct CramTests {
  private let service: ReviewService

  init() throws {
    let store = try StudyStore.sample(
      (0..<12).map { number in
        SampleBlock("question \(number)", "answer").with {
          $0.deck = DeckName(number < 6 ? "A" : "B")
          if number.isMultiple(of: 3) { $0.noteType = NoteType.stock[1] }
        }
      })
    service = ReviewService(store: store, seed: 5)
    // A history, so that there is something to leave alone.
    for card in 1...8 {
      let rating = Rating.allCases[card % 4]
      _ = try service.answer(
        CardID(Int64(card)), rating, secondsTaken: 3, at: Moment.sample.adding(days: card - 9))
    }
  }

  private func cram(_ filter: CardFilter = CardFilter()) throws -> LiveReview {
    let clock = StudyClock(fixed: .sample, systemTime: { .sample }, elapsed: { 0 })
    var review = try LiveReview(service: service, cramming: filter, clock: clock)
    review.rehearse()
    _ = try review.send(.start)
    return review
  }

  /// Every row of the database, and how often one was ever changed.
  private func everything() throws -> (rows: [String: [Row]], changes: Int) {
    try service.store.queue.read { db in
      let tables = try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
      let rows = try tables.map { ($0, try Row.fetchAll(db, sql: "SELECT * FROM \($0)")) }
      return (Dictionary(uniqueKeysWithValues: rows), db.totalChangesCount)
    }
  }

  @Test(arguments: 1...10) func `answers leave every row as it was`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let before = try everything()
    #expect(before.rows["logEntry"]?.count == 8)
    let progress = try service.progress(at: .sample)
    var review = try cram()
    for _ in 0..<80 {
      switch random.index(below: 8) {
      case 0: _ = try review.send(.skip)
      case 1: _ = try review.send(.undo)
      case 2: _ = try review.send(.start)
      default:
        _ = try review.send(.reveal)
        _ = try review.send(.answer(random.element(of: Rating.allCases), secondsTaken: 4))
      }
    }
    #expect(review.session.summary.answers > 20)
    #expect(try review.undoEarlier() == nil, "it leaves the answers of reviews alone")
    let after = try everything()
    #expect(after.rows == before.rows)
    #expect(after.changes == before.changes)
    #expect(try service.progress(at: .sample) == progress)
  }

  @Test func `it asks what the filter means, due or not, siblings too`() throws {
    let cards = try service.store.cards(matching: CardFilter(deck: DeckName("A")))
    var review = try cram(CardFilter(deck: DeckName("A")))
    #expect(review.counts == .cram(left: cards.count))
    var asked: Set<CardID> = []
    while let card = review.shown {
      asked.insert(card.id)
      _ = try review.send(.reveal)
      _ = try review.send(.answer(.good, secondsTaken: 4))
    }
    #expect(asked == Set(cards.map(\.id)))
    #expect(try review.rest().reason == .cramOver)
  }

  @Test func `putting a card aside is real, and so is taking it back`() throws {
    var review = try cram()
    let card = try #require(review.shown)
    _ = try review.send(.suspend())
    #expect(try service.store.card(card.id)?.schedule.isSuspended == true)
    #expect(try service.store.logEntries(of: card.key).last?.action == .suspend)
    _ = try review.send(.undo)
    #expect(review.shown == card)
    #expect(try service.store.card(card.id) == card)
  }

  @Test func `it says why it has nothing to ask`() throws {
    #expect(try cram(CardFilter(deck: DeckName("C"))).rest().reason == .noCards)
    let cards = try service.store.cards(matching: CardFilter(deck: DeckName("A")))
    _ = try service.change(cards, .bury, at: .sample)
    #expect(try cram(CardFilter(deck: DeckName("A"))).rest().reason == .allBuried)
    _ = try service.change(cards, .suspend, at: .sample)
    #expect(try cram(CardFilter(deck: DeckName("A"))).rest().reason == .allSuspended)
  }
}
