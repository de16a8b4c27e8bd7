import StudyCore

/// What can go wrong with the collection's database, named by what a person can do about it.
package enum StudyStoreError: Error, Hashable, Sendable {
  /// The file is not an SQLite database, or not one of Linnet's.
  case notACollection(path: String)
  /// A newer Linnet has changed the schema.
  case fromNewerVersion(path: String)
  case notFound(path: String)
  /// The file or its folder cannot be made.
  case cannotCreate(path: String, reason: String)
  /// The disk or the file refuses to be written.
  case cannotWrite(path: String, reason: String)
  /// Another process holds the write lock.
  case busy(path: String)
  /// The work was given up because its caller wanted that; nothing of it was kept.
  case interrupted
  /// An entry that came with another log has the name of one that is here, and is not the same.
  case entriesDiffer(LogEntry.ID)
  case damaged(path: String, reason: String)
  case other(path: String, reason: String)
}
