import Foundation
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// A schedule that obsidian-spaced-repetition keeps in a note is where learning begins (`card-syntax.md` §4.3).
struct AdoptedMemoryTests {
  private let start = Moment.sample

  private func importing(_ folder: TemporaryFolder, into store: StudyStore, after days: Int64 = 0) throws {
    let service = ImportService(store: store, at: start.adding(seconds: days * 86_400))
    _ = try service.importFolders(at: [folder.absolute("")])
  }

  private func note(_ comment: String) -> String { "#flashcards\n\nPeru:::Lima\n\(comment)\n" }

  @Test func `a card begins as a review card with the interval that it had`() throws {
    let today = start.studyDay(rolloverHour: 4)
    let due = today.adding(5)
    let folder = try TemporaryFolder(["a.md": note("<!--SR:!\(due),12,230!2000-01-01,1,250-->")])
    let store = try StudyStore.inMemory()
    try importing(folder, into: store)
    let cards = try store.cards(matching: CardFilter())
    #expect(cards.map(\.schedule.phase) == [.review(due: due, interval: 12), .new])
    let schedule = try #require(cards.first?.schedule)
    let scheduler = Scheduler()
    #expect(abs(try #require(scheduler.stability(of: schedule)) - 12) < 0.01)
    #expect(schedule.repetitions == 1 && schedule.lapses == 0)
    // Seven of the twelve days are over.
    let recall = try #require(scheduler.retrievability(of: schedule, at: start.timestamp))
    #expect(recall > 0.9 && recall < 0.99)
  }

  @Test func `the log says so, and a replay comes to the same schedule`() throws {
    let folder = try TemporaryFolder([
      "a.md": note("<!--SR:!fsrs,2026-12-30,9,20.5,6.25,2,4,0,0,2026-12-21-->")
    ])
    let store = try StudyStore.inMemory()
    try importing(folder, into: store)
    let card = try #require(try store.cards(matching: CardFilter()).first)
    let log = try store.logEntries(of: card.key)
    let due = try #require(Day(iso: "2026-12-30"))
    #expect(
      log.map(\.action) == [
        .adopt(ForeignMemory(due: due, interval: 9, strength: .memory(stability: 20.5, difficulty: 6.25)))
      ])
    #expect(Replay(scheduler: Scheduler()).schedule(of: log) == card.schedule)
    #expect(card.schedule.memory?.difficulty == 6.25)
  }

  @Test func `what was learned here is not begun anew`() throws {
    let folder = try TemporaryFolder(["a.md": note("")])
    let store = try StudyStore.inMemory()
    try importing(folder, into: store)
    let cards = try store.cards(matching: CardFilter())
    let service = ReviewService(store: store, seed: 0)
    _ = try service.change([cards[0]], .suspend, at: start)
    try folder.write(note("<!--SR:!2026-12-30,12,250!2026-12-31,12,250-->"), to: "a.md")
    try importing(folder, into: store, after: 1)
    let after = try store.cards(matching: CardFilter())
    #expect(after[0].schedule.phase == .new)
    let due = try #require(Day(iso: "2026-12-31"))
    #expect(after[1].schedule.phase == .review(due: due, interval: 12))
    // Nor is it a second time.
    try folder.write(note("<!--SR:!2026-12-30,40,250!2026-12-31,40,250-->"), to: "a.md")
    try importing(folder, into: store, after: 2)
    #expect(try store.cards(matching: CardFilter()).map(\.schedule) == after.map(\.schedule))
  }
}
