import Foundation
import GRDB

extension StudyStore {
  /// Writes a consistent copy of the collection, also while others write. A file of that name is replaced.
  ///
  /// - Throws: ``StudyStoreError``
  package func backup(to destination: String) throws(StudyStoreError) {
    // SQLite would make the file readable for everybody.
    let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
    guard FileManager.default.createFile(atPath: destination, contents: nil, attributes: owner) else {
      throw .cannotCreate(path: destination, reason: "its folder is not there or may not be written")
    }
    do {
      let copy = try DatabaseQueue(path: destination)
      try queue.backup(to: copy)
      try copy.close()
    } catch {
      throw StudyStore.translate(error, path: destination)
    }
  }
}
