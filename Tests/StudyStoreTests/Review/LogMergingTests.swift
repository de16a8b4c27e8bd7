import FSRS
import GRDB
import StudyCore
import TestSupport
import Testing

@testable import StudyStore

/// Logs of two collections, brought together.
struct LogMergingTests {
  private let scheduler = Scheduler()
  private let presets = Presets()

  private static let blocks = (1...5).map { SampleBlock("question \($0)", "answer") }

  /// What log and cards say, in a form that is the same in every collection of the same notes.
  private struct State: Hashable {
    var log: [LogEntry]
    var schedules: [CardKey: CardSchedule]
    var queue: [CardKey]
  }

  private func log(_ store: StudyStore) throws -> [SharedLogEntry] {
    let keys = try store.identityKeys()
    var entries: [SharedLogEntry] = []
    try store.forEachLogEntry(naming: .asWritten) {
      entries.append(SharedLogEntry($0, keys: keys[$0.card.block] ?? [:]))
    }
    return entries
  }

  private func cards(_ store: StudyStore) throws -> [QueuedCard] { try store.cards(matching: CardFilter()) }

  private func state(_ store: StudyStore, at now: Moment) throws -> State {
    let cards = try cards(store)
    let progress = try store.dayProgress(on: now.studyDay(rolloverHour: 4), presets: presets)
    let queue = StudyQueue(
      cards: try store.queueCandidates(
        at: now, progress: progress, presets: presets, filter: CardFilter()),
      progress: progress, presets: presets, seed: 1)
    let today = queue.today(at: now)
    return State(
      log: try log(store).map(\.entry),
      schedules: Dictionary(uniqueKeysWithValues: cards.map { ($0.key, $0.schedule) }),
      queue: (today.new + today.learning + today.due).map(\.key))
  }

  /// Some random acts on one day. A third of them fall on the same milliseconds in every collection.
  private func study(_ store: StudyStore, from start: Moment, acts: Int = 12, _ random: inout SeededGenerator)
    throws
  {
    var now = start
    for _ in 0..<acts {
      now = now.adding(seconds: random.happens(oneIn: 3) ? 60 : Int64(random.index(below: 3000)))
      guard !random.happens(oneIn: 5) else {
        _ = try store.takeBackLast(at: now, presets: presets)
        continue
      }
      let card = random.element(of: try cards(store))
      let today = now.studyDay(rolloverHour: 4)
      let others: [LogEntry.Action] = [
        .suspend, .resume, .bury(until: today.adding(1)), .unbury, .reset, .setDue(today.adding(5)),
        .setDue(today.adding(5), interval: 5), .flag(3),
        .adopt(ForeignMemory(due: today.adding(3), interval: 8, strength: .ease(230))),
      ]
      let rating = random.element(of: Rating.allCases)
      let outcome = scheduler.outcome(of: rating, for: card.schedule, card: card.key, at: now)
      let action =
        random.happens(oneIn: 4)
        ? random.element(of: others) : .answer(scheduler.logged(outcome, secondsTaken: 3.25))
      _ = try store.record(action, of: [card.id], at: now, presets: presets)
    }
  }

  @discardableResult
  private func merge(_ log: [SharedLogEntry], into store: StudyStore) throws -> LogMerge {
    try store.merge(log, presets: presets)
  }

  /// The union of the logs is in every collection, whoever hears of whom first, how often, and in whatever order the
  /// lines come.
  @Test(arguments: 1...12) func `merging is commutative and idempotent and loses nothing`(seed: UInt64) throws
  {
    var random = SeededGenerator(seed: seed)
    let end = Moment.sample.adding(days: 11)
    let stores = try (0..<3).map { _ in try StudyStore.sample(LogMergingTests.blocks) }
    for store in stores {
      for day in 0..<4 { try study(store, from: .sample.adding(days: day), &random) }
    }
    let logs = try stores.map(log)
    let union = Set(logs.joined().map(\.entry))
    #expect(union.count == logs.map(\.count).reduce(0, +))

    let orders = [[1, 2], [2, 0, 1, 2], [1, 0, 1]]
    for (store, order) in zip(stores, orders) {
      for other in order { try merge(logs[other].shuffled(using: &random), into: store) }
    }
    let states = try stores.map { try state($0, at: end) }
    #expect(Set(states).count == 1)
    #expect(states[0].log.count == union.count && Set(states[0].log) == union)
    #expect(Set(try stores.map(log)).count == 1)
    for card in try cards(stores[0]) {
      let replayed = Replay(scheduler: scheduler).schedule(of: try stores[0].logEntries(of: card.key))
      #expect(card.schedule == replayed)
    }
    // Everything is known by now.
    let again = try merge(log(stores[1]), into: stores[0])
    #expect(again.new == 0 && again.known == union.count && again.cards == 0 && again.waiting == 0)
    #expect(try state(stores[0], at: end) == states[0])
  }

  /// Two copies of one file: the second has to find out that it is one.
  @Test(arguments: 1...4) func `ten days apart merge into one state both ways`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let first = try StudyStore(path: folder.absolute("first.sqlite"))
    try first.add(LogMergingTests.blocks)
    try study(first, from: .sample, &random)
    try first.backup(to: folder.absolute("second.sqlite"))
    let second = try StudyStore(path: folder.absolute("second.sqlite"))
    let shared = try log(first).count
    for day in 1...10 {
      for store in [first, second] { try study(store, from: .sample.adding(days: day), acts: 6, &random) }
    }
    let logs = try [log(first), log(second)]
    try merge(logs[1], into: first)
    try merge(logs[0], into: second)
    let end = Moment.sample.adding(days: 11)
    let merged = try state(first, at: end)
    #expect(try state(second, at: end) == merged)
    #expect(merged.log.count == logs[0].count + logs[1].count - shared)
    #expect(Set(merged.log.map(\.id)).count == merged.log.count)

    // And they go on together.
    try study(first, from: end, &random)
    try merge(log(first), into: second)
    let later = end.adding(days: 1)
    #expect(try state(second, at: later) == state(first, at: later))
  }

  @Test func `an entry that claims another's name is refused, and nothing of its log is kept`() throws {
    var random = SeededGenerator(seed: 1)
    let store = try StudyStore.sample(LogMergingTests.blocks)
    try study(store, from: .sample, &random)
    let before = try log(store)
    var forged = before[3]
    forged.entry.studyDay = forged.entry.studyDay.adding(1)
    var new = before[4]
    new.entry.id.device = "other"
    #expect(throws: StudyStoreError.entriesDiffer(forged.entry.id)) { try merge([new, forged], into: store) }
    #expect(try log(store) == before)
  }
}
