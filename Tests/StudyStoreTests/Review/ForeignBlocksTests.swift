import GRDB
import StudyCore
import TestSupport
import Testing

@testable import StudyStore

/// Entries whose block has another name here, or is not here yet.
struct ForeignBlocksTests {
  private let scheduler = Scheduler()
  private let presets = Presets()

  /// A block in a note of its own.
  private struct Block {
    var uid: String
    var fingerprint: UInt64
    var ankiID: Int64?
    var reference: String?
  }

  private func add(_ block: Block, to store: StudyStore) throws {
    let folder = try store.addFolder(path: "/notes", label: "notes", linkRootPath: "/notes")
    var change = ImportChange(folder: folder, now: Timestamp(milliseconds: 0))
    let path = "\(block.uid).md"
    change.notes = [
      NoteWrite(
        existing: nil, path: path, key: path, title: block.uid, titleKey: block.uid,
        stamp: FileStamp(size: 1, modified: 1), hash: 1, aliases: [],
        blocks: [
          BlockWrite(
            reference: .new(BlockUID(block.uid)), line: 1, syntax: "block", noteType: NoteType.stock[0],
            deck: DeckName("Sample"), headings: [], fields: [Field(name: "Front", text: block.uid)],
            fingerprint: block.fingerprint, ankiID: block.ankiID.map { AnkiNoteID($0) },
            blockReference: block.reference, tags: [], cards: [.forward], isCopy: false)
        ], links: [], findings: [])
    ]
    _ = try store.apply(change)
  }

  private func store(_ blocks: [Block] = []) throws -> StudyStore {
    let store = try StudyStore.inMemory()
    for block in blocks { try add(block, to: store) }
    return store
  }

  private func key(_ uid: String) -> CardKey { CardKey(block: BlockUID(uid), kind: .forward) }

  private func answer(_ uid: String, _ store: StudyStore, at now: Moment = .sample) throws {
    let card = try #require(try store.cards(matching: CardFilter()).first { $0.key == key(uid) })
    let outcome = scheduler.outcome(of: .good, for: card.schedule, card: card.key, at: now)
    let action = LogEntry.Action.answer(scheduler.logged(outcome, secondsTaken: 3))
    _ = try store.record(action, of: [card.id], at: now, presets: presets)
  }

  private func log(_ store: StudyStore) throws -> [SharedLogEntry] {
    let keys = try store.identityKeys()
    var entries: [SharedLogEntry] = []
    try store.forEachLogEntry(naming: .asWritten) {
      entries.append(SharedLogEntry($0, keys: keys[$0.card.block] ?? [:]))
    }
    return entries
  }

  private func repetitions(_ store: StudyStore) throws -> [String: Int] {
    let cards = try store.cards(matching: CardFilter())
    return Dictionary(uniqueKeysWithValues: cards.map { ($0.key.block.rawValue, $0.schedule.repetitions) })
  }

  private func merge(_ other: StudyStore, into store: StudyStore) throws -> LogMerge {
    try store.merge(log(other), presets: presets)
  }

  @Test(arguments: [
    (Block(uid: "a", fingerprint: 1), Block(uid: "b", fingerprint: 1)),
    (Block(uid: "a", fingerprint: 1, ankiID: 7), Block(uid: "b", fingerprint: 2, ankiID: 7)),
    (Block(uid: "a", fingerprint: 1, reference: "x"), Block(uid: "b", fingerprint: 2, reference: "x")),
  ]) private func `a block of another name is found by what it is known by`(here: Block, there: Block) throws
  {
    let stores = try (store([here]), store([there]))
    try answer("a", stores.0)
    try answer("b", stores.1, at: .sample.adding(days: 1))
    #expect(try merge(stores.1, into: stores.0) == LogMerge(read: 1, new: 1, cards: 1, waiting: 0))
    #expect(try merge(stores.0, into: stores.1) == LogMerge(read: 2, new: 1, cards: 1, waiting: 0))
    #expect(try repetitions(stores.0) == ["a": 2])
    #expect(try repetitions(stores.1) == ["b": 2])
    #expect(try log(stores.0).map(\.entry) == log(stores.1).map(\.entry))
    #expect(try stores.0.logEntries(of: key("a")).count == 2)
    let day = Moment.sample.adding(days: 1).studyDay(rolloverHour: 4)
    #expect(try stores.0.dayProgress(on: day, presets: presets).answered(.new) == 0)

    // An undo there takes back the answer here.
    _ = try stores.1.takeBackLast(at: .sample.adding(days: 2), presets: presets)
    #expect(try merge(stores.1, into: stores.0).new == 1)
    #expect(try repetitions(stores.0) == ["a": 1])
  }

  @Test func `history waits for its notes, under its own name and under another`() throws {
    let there = try store([Block(uid: "a", fingerprint: 1), Block(uid: "b", fingerprint: 2)])
    try answer("a", there)
    try answer("b", there, at: .sample.adding(seconds: 9))
    let here = try store()
    #expect(try merge(there, into: here) == LogMerge(read: 2, new: 2, cards: 0, waiting: 2))
    #expect(try log(here) == log(there), "what waits travels on with its keys")
    try add(Block(uid: "a", fingerprint: 5), to: here)
    #expect(try repetitions(here) == ["a": 1])
    try add(Block(uid: "c", fingerprint: 2), to: here)
    #expect(try repetitions(here) == ["a": 1, "c": 1])
    #expect(try merge(there, into: here) == LogMerge(read: 2, new: 0, cards: 0, waiting: 0))
  }

  @Test func `a history that two blocks could have waits`() throws {
    let there = try store([Block(uid: "a", fingerprint: 1)])
    try answer("a", there)
    let here = try store([Block(uid: "b", fingerprint: 1), Block(uid: "c", fingerprint: 1)])
    #expect(try merge(there, into: here).waiting == 1)
    #expect(try repetitions(here) == ["b": 0, "c": 0])
  }

  @Test func `a block and its copy there are not one block here`() throws {
    let there = try store([Block(uid: "a", fingerprint: 1), Block(uid: "copy", fingerprint: 1)])
    try answer("a", there)
    try answer("copy", there, at: .sample.adding(days: 1))
    let here = try store([Block(uid: "a", fingerprint: 1)])
    #expect(try merge(there, into: here) == LogMerge(read: 2, new: 2, cards: 1, waiting: 1))
    #expect(try repetitions(here) == ["a": 1])
  }

  @Test func `a block that comes under its own name takes its history back`() throws {
    let there = try store([Block(uid: "a", fingerprint: 1)])
    try answer("a", there)
    let here = try store([Block(uid: "b", fingerprint: 1)])
    _ = try merge(there, into: here)
    #expect(try repetitions(here) == ["b": 1])
    try add(Block(uid: "a", fingerprint: 1), to: here)
    #expect(try repetitions(here) == ["a": 1, "b": 0])
  }
}
