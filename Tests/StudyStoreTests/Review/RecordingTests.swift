import FSRS
import Foundation
import GRDB
import StudyCore
import TestSupport
import Testing

@testable import StudyStore

/// What an answer leaves behind, and that taking it back leaves nothing.
struct RecordingTests {
  private let scheduler = Scheduler()
  private let presets = Presets()
  private let card = CardID(1)

  private func answer(_ rating: Rating, _ store: StudyStore, at now: Moment) throws -> Recorded {
    let before = try #require(try store.card(card))
    let outcome = scheduler.outcome(of: rating, for: before.schedule, card: before.key, at: now)
    let action = LogEntry.Action.answer(scheduler.logged(outcome, secondsTaken: 7.5))
    let recorded = try store.record(action, of: [card], at: now, presets: presets)
    return try #require(recorded.first)
  }

  @Test func anAnswerIsInTheLogAndInTheCard() throws {
    let store = try StudyStore.sample([SampleBlock("Question", "Answer")])
    let recorded = try answer(.good, store, at: .sample)
    #expect(recorded.entry.id.number == Moment.sample.timestamp.milliseconds)
    #expect(recorded.entry.moment == .sample)
    #expect(try store.logEntries(of: recorded.card.key) == [recorded.entry])
    #expect(try store.card(card) == recorded.card)
    let outcome = scheduler.outcome(of: .good, for: CardSchedule(), card: recorded.card.key, at: .sample)
    #expect(recorded.card.schedule == outcome.schedule && outcome.schedule.phase.name == "learning")
  }

  /// It differs from nothing by the device's name, and what comes after it goes as if it had not been.
  @Test func aRehearsalLeavesNothing() throws {
    let (rehearsed, plain) = (
      try StudyStore.sample([SampleBlock("Question", "Answer")]),
      try StudyStore.sample([SampleBlock("Question", "Answer")])
    )
    let before = try rehearsed.card(card)
    try rehearsed.rehearse(.suspend, of: card, at: .sample, presets: presets)
    try rehearsed.rehearse(.suspend, of: CardID(9), at: .sample, presets: presets)
    #expect(try rehearsed.card(card) == before)
    try rehearsed.forEachLogEntry { Issue.record("\($0) is in the log") }
    let after = try answer(.good, rehearsed, at: .sample)
    #expect(after.card == (try answer(.good, plain, at: .sample).card))
    #expect(after.entry.id.number == Moment.sample.timestamp.milliseconds)
  }

  @Test func entriesOfOneInstantGetDifferentIDs() throws {
    let store = try StudyStore.sample([SampleBlock("Question", "Answer")])
    let first = try answer(.good, store, at: .sample)
    let second = try answer(.good, store, at: .sample)
    let earlier = try answer(.good, store, at: Moment.sample.adding(seconds: -60))
    #expect(second.entry.id.number == first.entry.id.number + 1)
    #expect(earlier.entry.id.number == first.entry.id.number + 2)
    #expect(Set([first, second, earlier].map(\.entry.id.device)).count == 1)
  }

  @Test func everyActionComesBackFromTheLogAsItWasWritten() throws {
    let store = try StudyStore.sample([SampleBlock("Question", "Answer")])
    let day = Day(number: 20_800)
    let actions: [LogEntry.Action] = [
      .suspend, .resume, .bury(until: day), .unbury, .reset, .setDue(day),
      .setDue(day, interval: 12), .flag(3),
    ]
    for action in actions { _ = try store.record(action, of: [card], at: .sample, presets: presets) }
    let answered = try answer(.hard, store, at: .sample)
    let undo = try #require(try store.takeBack(answered.entry.id, at: .sample, presets: presets))
    var read: [LogEntry] = []
    try store.forEachLogEntry { read.append($0) }
    #expect(read.map(\.action) == actions + [answered.entry.action, .undo(answered.entry.id)])
    #expect(read.last == undo.entry)
  }

  /// Any course of answers, other changes and undo: the stored schedule is the replay, and undoing all leaves
  /// the card as it was at first.
  @Test(arguments: 1...12) func undoIsExact(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let store = try StudyStore.sample([SampleBlock("Question", "Answer")])
    let first = try #require(try store.card(card))
    var history = [first.schedule]
    var now = Moment.sample
    for _ in 0..<40 {
      now = now.adding(seconds: .random(in: 1...200_000, using: &random))
      if history.count > 1, Int.random(in: 0..<3, using: &random) == 0 {
        let undone = try #require(try store.takeBackLast(at: now, presets: presets))
        history.removeLast()
        #expect(undone.card.schedule == history.last)
      } else {
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
          let day = now.studyDay(rolloverHour: 4).adding(1)
          _ = try store.record(.bury(until: day), of: [card], at: now, presets: presets)
        case 1: _ = try store.record(.suspend, of: [card], at: now, presets: presets)
        case 2: _ = try store.record(.reset, of: [card], at: now, presets: presets)
        case 3:
          let day = now.studyDay(rolloverHour: 4).adding(2)
          _ = try store.record(.setDue(day), of: [card], at: now, presets: presets)
        default:
          _ = try answer(try #require(Rating.allCases.randomElement(using: &random)), store, at: now)
        }
        history.append(try #require(try store.card(card)).schedule)
      }
      let replay = Replay(scheduler: scheduler).schedule(of: try store.logEntries(of: first.key))
      #expect(try store.card(card)?.schedule == replay)
    }
    while try store.takeBackLast(at: now, presets: presets) != nil {}
    #expect(try store.card(card) == first)
  }

  @Test func undoOfAnEarlierRunFindsTheLastActOfAnyCard() throws {
    let store = try StudyStore.sample([SampleBlock("a", "1"), SampleBlock("b", "2")])
    _ = try store.record(.suspend, of: [CardID(1)], at: .sample, presets: presets)
    _ = try store.record(.flag(2), of: [CardID(2)], at: .sample, presets: presets)
    let later = Moment.sample.adding(days: 3)
    let flag = try #require(try store.takeBackLast(at: later, presets: presets))
    #expect(flag.card.id == CardID(2) && flag.entry.action == .flag(2) && flag.card.schedule.flag == 0)
    let suspension = try #require(try store.takeBackLast(at: later, presets: presets))
    #expect(suspension.card.id == CardID(1) && suspension.entry.action == .suspend)
    #expect(try store.takeBackLast(at: .sample, presets: presets) == nil)
  }

  @Test func aSuspensionThatWasResumedIsNotTakenBack() throws {
    let store = try StudyStore.sample([SampleBlock("Question", "Answer")])
    let answered = try answer(.good, store, at: .sample)
    for action in [LogEntry.Action.suspend, .resume] {
      _ = try store.record(action, of: [card], at: .sample, presets: presets)
    }
    #expect(try store.takeBackLast(at: .sample, presets: presets)?.entry == answered.entry)
  }

  /// Copies begin suspended without an entry; only a resume lets them come.
  @Test func aCopyStaysSuspendedWhenItsLogIsReplayed() throws {
    let copy = SampleBlock("Question", "Answer").with { $0.isCopy = true }
    let store = try StudyStore.sample([copy])
    #expect(try store.card(card)?.schedule.isSuspended == true)
    let day = Moment.sample.studyDay(rolloverHour: 4).adding(1)
    _ = try store.record(.bury(until: day), of: [card], at: .sample, presets: presets)
    _ = try store.takeBackLast(at: .sample, presets: presets)
    #expect(try store.card(card)?.schedule.isSuspended == true)
    _ = try store.record(.resume, of: [card], at: .sample, presets: presets)
    let answered = try answer(.good, store, at: .sample)
    _ = try store.takeBack(answered.entry.id, at: .sample, presets: presets)
    #expect(try store.card(card)?.schedule == CardSchedule())
  }

  @Test func anAnswerOfAnotherProgramMeanwhileIsNotLost() throws {
    let store = try StudyStore.sample([SampleBlock("Question", "Answer")])
    let stale = try #require(try store.card(card))
    _ = try answer(.good, store, at: .sample)
    let later = Moment.sample.adding(seconds: 5)
    let outcome = scheduler.outcome(of: .good, for: stale.schedule, card: stale.key, at: later)
    let second = try store.record(
      .answer(scheduler.logged(outcome, secondsTaken: 1)), of: [card], at: later, presets: presets)
    #expect(second.first?.card.schedule.repetitions == 2)
  }

  @Test func theLogIsAppendOnlyAndOnDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "log.sqlite").path()
    let store = try StudyStore(path: path)
    try store.add([SampleBlock("Question", "Answer")])
    _ = try answer(.good, store, at: .sample)
    let other = try DatabaseQueue(path: path)
    for sql in ["DELETE FROM logEntry", "UPDATE logEntry SET rating = 1"] {
      #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: sql) } }
    }
    // 2 is FULL: a committed answer is on disk.
    #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
  }
}
