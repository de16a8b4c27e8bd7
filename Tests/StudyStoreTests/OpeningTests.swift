import Foundation
import GRDB
import StudyCore
import TestSupport
import Testing

@testable import StudyStore

/// Opening what is, is not, or cannot become a collection.
struct OpeningTests {
  private func error(_ work: () throws -> Void) -> StudyStoreError? {
    do {
      try work()
      return nil
    } catch {
      return error as? StudyStoreError
    }
  }

  private func open(_ path: String) -> StudyStoreError? { error { _ = try StudyStore(path: path) } }

  @Test func aNewFileBecomesACollection() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("new.sqlite")
    let store = try StudyStore(path: path)
    #expect(try store.folders().isEmpty)
    let pragmas = try store.queue.read { db in
      try ["synchronous", "journal_mode", "foreign_keys"].map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
    }
    #expect(pragmas == ["2", "wal", "1"])
  }

  @Test func aTextFileIsNoCollection() throws {
    let folder = try TemporaryFolder(["x.sqlite": String(repeating: "this is no database. ", count: 100)])
    let path = folder.absolute("x.sqlite")
    #expect(open(path) == .notACollection(path: path))
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("this is no database."))
  }

  @Test func theDatabaseOfAnotherProgramIsNoCollection() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE notes (id INTEGER PRIMARY KEY)") }
    #expect(open(path) == .notACollection(path: path))
    #expect(try other.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") } == ["notes"])
  }

  /// A program that is stopped while it makes the file leaves the list of migrations behind, without an entry.
  @Test func aHalfMadeFileIsFinished() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    let other = try DatabaseQueue(path: path)
    try other.write {
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    #expect(try StudyStore(path: path).folders().isEmpty)
  }

  @Test func aCollectionOfANewerVersionIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    _ = try StudyStore(path: path)
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999: from the future')") }
    #expect(open(path) == .fromNewerVersion(path: path))
  }

  @Test func aDamagedFileIsToldFromAForeignOne() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    do {
      let store = try StudyStore(path: path)
      try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      try store.queue.close()
    }
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for index in 100..<bytes.count { bytes[index] = 0xa5 }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard case .damaged(path, _) = open(path) else {
      Issue.record("\(String(describing: open(path)))")
      return
    }
  }

  @Test func aMissingFolderCannotBeWrittenTo() throws {
    let folder = try TemporaryFolder()
    guard case .cannotCreate(folder.absolute("no/x.sqlite"), _) = open(folder.absolute("no/x.sqlite")) else {
      Issue.record("opened")
      return
    }
  }

  @Test func aFolderIsNoCollection() throws {
    let folder = try TemporaryFolder()
    guard case .cannotCreate(folder.path, _) = open(folder.path) else {
      Issue.record("opened")
      return
    }
  }

  // MARK: Two at once

  /// Another connection with the write lock, as another process has it.
  private func writer(at path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let writer = try DatabaseQueue(path: path, configuration: configuration)
    try writer.inDatabase { try $0.beginTransaction(.immediate) }
    return writer
  }

  @Test func anotherWriterMakesItBusyAndChangesNothing() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    let store = try StudyStore(path: path, busyTimeout: 0)
    let writer = try writer(at: path)
    #expect(
      error { _ = try store.addFolder(path: "/n", label: "n", linkRootPath: "/n") } == .busy(path: path))
    #expect(try store.folders().isEmpty, "readers are not kept waiting")
    try writer.inDatabase { try $0.rollback() }
    _ = try store.addFolder(path: "/n", label: "n", linkRootPath: "/n")
    #expect(try store.folders().map(\.path) == ["/n"])
  }

  @Test func openingDoesNotWaitForAWriter() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    _ = try StudyStore(path: path)
    let writer = try writer(at: path)
    #expect(try StudyStore(path: path, busyTimeout: 0).folders().isEmpty)
    try writer.inDatabase { try $0.rollback() }
  }

  /// As two programs started at the same moment do.
  @Test func manyCanMakeOneCollection() async throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          _ = try StudyStore(path: path).addFolder(path: "/\(number)", label: "n", linkRootPath: "/\(number)")
        }
      }
      try await group.waitForAll()
    }
    #expect(try StudyStore(path: path).folders().count == 8)
  }

  // MARK: Copies

  @Test func aCopyIsForItsOwnerOnly() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.absolute("x.sqlite"))
    _ = try store.addFolder(path: "/n", label: "n", linkRootPath: "/n")
    try store.backup(to: folder.absolute("copy.sqlite"))
    #expect(try folder.permissions(of: "copy.sqlite") == 0o600)
    #expect(try StudyStore(path: folder.absolute("copy.sqlite")).folders().map(\.path) == ["/n"])
  }

  @Test func aCopyThatFailsLeavesNothing() throws {
    let folder = try TemporaryFolder(["taken/file": ""])
    let store = try StudyStore(path: folder.absolute("x.sqlite"))
    let failures = ["taken", "no/copy.sqlite"].map { name in
      error { try store.backup(to: folder.absolute(name)) }
    }
    for failure in failures {
      guard case .cannotCreate = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { !$0.hasPrefix("x.sqlite") } == ["taken"])
  }

  @Test func anOlderCopyIsReplaced() throws {
    let folder = try TemporaryFolder(["copy.sqlite": "no database"])
    let store = try StudyStore(path: folder.absolute("x.sqlite"))
    try store.backup(to: folder.absolute("copy.sqlite"))
    #expect(open(folder.absolute("copy.sqlite")) == nil)
  }
}

/// Files and folders that permissions keep from being written.
@Suite(.enabled(if: Privileges.canBeDropped, "runs as root and cannot give that up"))
struct ReadOnlyTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.setPermissions(0o755, of: "..")
    let store = try StudyStore(path: folder.absolute("x.sqlite"))
    try store.queue.close()
    return folder
  }

  @Test func aReadOnlyFile() throws {
    let folder = try folder()
    try folder.setPermissions(0o777, of: "")
    try folder.setPermissions(0o444, of: "x.sqlite")
    let path = folder.absolute("x.sqlite")
    let failure = #expect(throws: StudyStoreError.self) {
      try Privileges.dropped {
        _ = try StudyStore(path: path).addFolder(path: "/n", label: "n", linkRootPath: "/n")
      }
    }
    guard case .cannotWrite(path, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func aReadOnlyFolder() throws {
    let folder = try folder()
    try folder.setPermissions(0o555, of: "")
    try folder.setPermissions(0o666, of: "x.sqlite")
    let path = folder.absolute("x.sqlite")
    let failure = #expect(throws: StudyStoreError.self) {
      try Privileges.dropped {
        _ = try StudyStore(path: path).addFolder(path: "/n", label: "n", linkRootPath: "/n")
      }
    }
    switch failure {
    case .cannotWrite(path, _), .cannotCreate(path, _): break
    default: Issue.record("\(String(describing: failure))")
    }
  }
}
