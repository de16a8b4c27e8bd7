import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// Setting schedules from outside of a quiz.
struct ResetAndSetDueTests {
  private let service: ReviewService
  private let now = Moment.sample

  init() throws {
    let reversed = SampleBlock("one", "eins").with { $0.noteType = NoteType.stock[1] }
    service = ReviewService(store: try .sample([reversed, SampleBlock("two", "zwei")]), seed: 0)
  }

  private func cards() throws -> [QueuedCard] { try service.store.cards(matching: CardFilter()) }

  private func next(_ seconds: Int64 = 60) throws -> CardID? {
    let later = now.adding(seconds: seconds)
    return try service.queue(at: later).next(at: later)?.id
  }

  @Test func `cards that are reset are new, and the log keeps their answers`() throws {
    let first = try cards()[0]
    _ = try service.answer(first.id, .easy, secondsTaken: 2, at: now)
    let changed = try service.change(try cards(), .reset, at: now.adding(seconds: 9))
    #expect(changed.map(\.card.id) == [first.id], "the others were new already")
    #expect(try cards().allSatisfy { $0.schedule == CardSchedule() })
    let words = try service.store.logEntries(of: first.key).map(\.action)
    #expect(words.count == 2 && words.last == .reset)

    let undone = try #require(try service.undoLast(at: now.adding(seconds: 20)))
    #expect(undone.entry.action == .reset)
    #expect(undone.card.schedule.repetitions == 1)
  }

  @Test func `what a reset counts for today stays counted`() throws {
    for card in try cards().prefix(2) { _ = try service.answer(card.id, .easy, secondsTaken: 2, at: now) }
    _ = try service.change(try cards(), .reset, at: now.adding(seconds: 9))
    #expect(try service.progress(at: now.adding(seconds: 60)).answered(.new) == 2)
  }

  /// Siblings wait for the next day because one was answered, but a card that is asked for again does not wait for itself.
  @Test func `a card that is reset comes again today, unless a sibling was answered`() throws {
    let all = try cards()
    _ = try service.change([all[2]], .suspend, at: now)
    _ = try service.answer(all[0].id, .easy, secondsTaken: 2, at: now)
    #expect(try next() == nil)
    let answered = try #require(try service.store.card(all[0].id))
    _ = try service.change([answered], .reset, at: now.adding(seconds: 9))
    #expect(try next() == all[0].id)
    _ = try service.answer(all[1].id, .easy, secondsTaken: 2, at: now.adding(seconds: 20))
    #expect(try next() == nil)
  }

  @Test func `a card answered today comes again today when its day is set to today`() throws {
    let all = try cards()
    _ = try service.change([all[2]], .suspend, at: now)
    _ = try service.answer(all[0].id, .easy, secondsTaken: 2, at: now)
    let answered = try #require(try service.store.card(all[0].id))
    let choice = try #require(DueChoice("0"))
    _ = try service.change([answered], .setDue(choice), at: now.adding(seconds: 9))
    #expect(try next() == all[0].id)
    let set = try #require(try service.store.card(all[0].id))
    #expect(try service.change([set], .setDue(choice), at: now.adding(seconds: 20)).isEmpty, "it is due then")
    #expect(try service.undoLast(at: now.adding(seconds: 30))?.card == answered)
    #expect(try next() == nil)
  }
}
