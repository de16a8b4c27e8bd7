import GRDB
import GRDBSQLite

extension StudyStore {
  /// Runs `body`, in which whatever the database does is given up soon after `isWanted` says so. A transaction that is
  /// given up leaves nothing behind.
  ///
  /// - Parameter isWanted: asked every few dozen microseconds of work, so it must be quick and leave the collection alone.
  /// - Throws: ``StudyStoreError/interrupted``, or what `body` throws.
  package func givingUp<Value>(
    when isWanted: @escaping @Sendable () -> Bool, _ body: () throws -> Value
  ) throws -> Value {
    let question = Question(isWanted: isWanted)
    ask(question)
    defer {
      ask(nil)
      withExtendedLifetime(question) {}
    }
    return try body()
  }

  /// SQLite asks between the instructions of its statements.
  private func ask(_ question: Question?) {
    queue.inDatabase { db in
      guard let question else { return sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
      sqlite3_progress_handler(
        db.sqliteConnection, 1000,
        { context in
          guard let context else { return 0 }
          return Unmanaged<Question>.fromOpaque(context).takeUnretainedValue().isWanted() ? 1 : 0
        }, Unmanaged.passUnretained(question).toOpaque())
    }
  }
}

/// A closure in a form that goes through C.
private final class Question: Sendable {
  let isWanted: @Sendable () -> Bool

  init(isWanted: @escaping @Sendable () -> Bool) { self.isWanted = isWanted }
}
