import GRDB
import StudyCore

/// The collection: one SQLite file that holds notes, cards, links and the review log.
///
/// A value around one database connection. Methods are synchronous; each writing method is one transaction.
package struct StudyStore: Sendable {
  let queue: DatabaseQueue
  package let path: String

  /// How long a write waits for another process before it gives up, in seconds.
  package static let busyTimeout = 5.0

  /// Opens a collection.
  ///
  /// - Parameters:
  ///   - busyTimeout: how long a write waits for another process, in seconds.
  ///   - beforeMigration: called before an older schema is changed, to make a copy.
  /// - Throws: ``StudyStoreError``
  package init(
    path: String, busyTimeout: Double = StudyStore.busyTimeout,
    beforeMigration: (StudyStore) throws -> Void = { _ in }
  ) throws(StudyStoreError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(busyTimeout)
      configuration.foreignKeysEnabled = true
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StudyStore.openingError(error, path: path)
    }
    do {
      try migrate(beforeMigration)
      // Pages of a large import stay in memory until its end.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = -524288") }
      // Whatever SQLite was built with: an answer must be on disk before the next card shows.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    } catch {
      throw StudyStore.translate(error, path: path)
    }
  }

  /// An empty collection in memory, for tests.
  package static func inMemory() throws -> StudyStore {
    let store = StudyStore(queue: try DatabaseQueue(), path: ":memory:")
    try Migrations.migrator.migrate(store.queue)
    return store
  }

  init(queue: DatabaseQueue, path: String) {
    self.queue = queue
    self.path = path
  }

  /// Lets others read while one writes. The file remembers the mode; GRDB's own setting would write to the file at
  /// every opening, and so wait for others that write.
  private func useWriteAheadLog(attemptsLeft: Int = 10) throws {
    do {
      try queue.writeWithoutTransaction { db in
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
        if mode != "wal" { try db.execute(sql: "PRAGMA journal_mode = WAL") }
      }
    } catch DatabaseError.SQLITE_BUSY where attemptsLeft > 0 {
      // Another program is making the file. The switch does not wait for it, but a transaction does.
      try queue.write { _ in }
      try useWriteAheadLog(attemptsLeft: attemptsLeft - 1)
    }
  }

  private func migrate(_ beforeMigration: (StudyStore) throws -> Void) throws {
    let migrator = Migrations.migrator
    let (isForeign, isFromNewer, isEmpty, isCurrent) = try queue.read { db in
      // A program that was stopped while it made the file, or makes it now, has its list of migrations first.
      let list = "grdb_migrations"
      let tables = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> ?", arguments: [list])
      let isOurs = try tables == 0 || db.tableExists(list) && db.tableExists("logEntry")
      return (
        !isOurs, try migrator.hasBeenSuperseded(db), tables == 0, try migrator.hasCompletedMigrations(db)
      )
    }
    guard !isForeign else { throw StudyStoreError.notACollection(path: path) }
    guard !isFromNewer else { throw StudyStoreError.fromNewerVersion(path: path) }
    // Only now: switching writes to the file, and this one is ours.
    try useWriteAheadLog()
    guard !isCurrent else { return }
    if !isEmpty { try beforeMigration(self) }
    do {
      try migrator.migrate(queue)
    } catch {
      // Another program may have done it at the same moment.
      guard try queue.read(migrator.hasCompletedMigrations) else { throw error }
    }
  }

  // MARK: Transactions

  func read<Value>(_ work: (Database) throws -> Value) throws(StudyStoreError) -> Value {
    do { return try queue.read(work) } catch { throw StudyStore.translate(error, path: path) }
  }

  func write<Value>(_ work: (Database) throws -> Value) throws(StudyStoreError) -> Value {
    do { return try queue.write(work) } catch { throw StudyStore.translate(error, path: path) }
  }

  /// Runs `body` with a shorter wait for other processes that write, in seconds.
  package func waiting<Value>(atMost limit: Double, _ body: () throws -> Value) throws -> Value {
    try setBusyTimeout(limit)
    defer { try? setBusyTimeout(StudyStore.busyTimeout) }
    return try body()
  }

  private func setBusyTimeout(_ seconds: Double) throws(StudyStoreError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = \(Int(seconds * 1000))")
      }
    } catch {
      throw StudyStore.translate(error, path: path)
    }
  }

  // MARK: Errors

  private static func openingError(_ error: any Error, path: String) -> StudyStoreError {
    guard let error = error as? DatabaseError, error.resultCode == .SQLITE_CANTOPEN else {
      return translate(error, path: path)
    }
    return .cannotCreate(path: path, reason: error.message ?? "cannot open")
  }

  static func translate(_ error: any Error, path: String) -> StudyStoreError {
    if let error = error as? StudyStoreError { return error }
    guard let error = error as? DatabaseError else { return .other(path: path, reason: "\(error)") }
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode.primaryResultCode {
    case .SQLITE_NOTADB: return .notACollection(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    case .SQLITE_INTERRUPT: return .interrupted
    case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
      return .cannotWrite(path: path, reason: reason)
    case .SQLITE_CANTOPEN: return .cannotCreate(path: path, reason: reason)
    case .SQLITE_CORRUPT: return .damaged(path: path, reason: reason)
    default: return .other(path: path, reason: reason)
    }
  }
}
