import Foundation
import GRDB

extension StudyStore {
  /// A copy in memory, to try a change on.
  package func copyInMemory() throws(StudyStoreError) -> StudyStore {
    do {
      let copy = try DatabaseQueue()
      try queue.backup(to: copy)
      return StudyStore(queue: copy, path: path)
    } catch {
      throw StudyStore.translate(error, path: path)
    }
  }

  /// Writes a consistent copy of the collection, also while others write. A file of that name is replaced once the
  /// copy is whole.
  ///
  /// - Parameter progress: hears of how much is copied, from 0 to 1; what it throws ends the copying.
  /// - Throws: ``StudyStoreError``
  package func backup(
    to destination: String, progress: @escaping (Double) throws(StudyStoreError) -> Void = { _ in }
  ) throws(StudyStoreError) {
    let manager = FileManager.default
    let part = "\(destination).\(ProcessInfo.processInfo.processIdentifier).part"
    // SQLite would make the file readable for everybody.
    guard manager.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw .cannotCreate(path: destination, reason: "its folder is not there or may not be written")
    }
    do {
      let copy = try DatabaseQueue(path: part)
      try queue.read { db in
        // From the first row read on, the transaction sees the collection as it is now; otherwise the copying would
        // begin anew whenever somebody writes between two steps.
        _ = try Row.fetchOne(db, sql: "SELECT 1 FROM sqlite_master")
        try copy.writeWithoutTransaction { copy in
          try db.backup(to: copy, pagesPerStep: 256) { step in
            try progress(Double(step.completedPageCount) / Double(max(1, step.totalPageCount)))
          }
        }
      }
      try copy.close()
      guard rename(part, destination) == 0 else {
        throw StudyStoreError.cannotCreate(path: destination, reason: String(cString: strerror(errno)))
      }
    } catch {
      for file in [part, part + "-wal", part + "-shm"] { try? manager.removeItem(atPath: file) }
      throw StudyStore.translate(error, path: destination)
    }
  }
}
