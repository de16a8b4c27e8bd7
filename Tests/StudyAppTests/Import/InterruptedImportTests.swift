import GRDB
import StudyCore
import Synchronization
import TestSupport
import Testing

@testable import StudyApp
@testable import StudyStore

/// An import that is given up leaves each folder whole or as it was.
@Suite struct InterruptedImportTests {
  private let folders: [TemporaryFolder]

  init() throws {
    folders = try ["first", "second"].map { name in
      let notes = (1...15).map { number in
        let cards = (1...4).map { "START\nBasic\n\(name) \(number) \($0)\nBack: x\nEND\n" }
        return ("\(number).md", "[[\(number + 1)]] #tag\n\n" + cards.joined(separator: "\n"))
      }
      return try TemporaryFolder(Dictionary(uniqueKeysWithValues: notes), named: name)
    }
  }

  private static let tables = ["note", "block", "card", "link", "blockText", "blockTag", "identityKey"]

  /// Rows of each table that an import fills.
  private func counts(_ collection: Collection) throws -> [Int] {
    try collection.store.read { db in
      try Self.tables.map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 }
    }
  }

  private func importAll(_ collection: Collection, givingUpAt end: Countdown) throws -> ImportReport {
    let service = ImportService(store: collection.store, now: Collection.now) { _ in
      if end.isOver() { throw StudyStoreError.interrupted }
    }
    return try service.importFolders(at: folders.map(\.path))
  }

  @Test func `given up at any word of progress`() throws {
    let whole = try Collection()
    try whole.importing(folders[0])
    let first = try counts(whole)
    var told: [Int] = []
    for moment in 0... {
      let collection = try Collection()
      do {
        _ = try importAll(collection, givingUpAt: Countdown(moment))
        break
      } catch StudyAppError.interrupted(let imported, let total) {
        #expect(total == 2)
        #expect(try counts(collection) == (imported == 0 ? first.map { _ in 0 } : first))
        told.append(imported)
      }
    }
    #expect(Set(told) == [0, 1])
  }

  @Test func `given up at any moment of writing, and then done again`() throws {
    let whole = try Collection()
    try whole.importing(folders[0], folders[1])
    let all = try counts(whole)
    let none = all.map { _ in 0 }
    var interruptions = 0
    for moment in 0... {
      let collection = try Collection()
      let end = Countdown(moment)
      do {
        _ = try collection.store.givingUp(when: { end.isOver() }) {
          try collection.importing(folders[0], folders[1])
        }
        #expect(try counts(collection) == all)
        break
      } catch StudyAppError.interrupted(let imported, _) {
        interruptions += 1
        #expect(try (counts(collection) == none) == (imported == 0))
        try collection.importing(folders[0], folders[1])
        #expect(try counts(collection) == all)
        #expect(try collection.store.integrityProblems() == [])
      }
    }
    #expect(interruptions > 5)
  }
}

/// Over when it was asked so many times.
private final class Countdown: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  func isOver() -> Bool {
    left.withLock { left in
      left -= 1
      return left < 0
    }
  }
}
