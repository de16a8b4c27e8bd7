import GRDB

extension StudyStore {
  /// Writes a consistent copy of the collection, also while others write.
  ///
  /// - Throws: ``StudyStoreError``
  package func backup(to destination: String) throws(StudyStoreError) {
    do {
      let copy = try DatabaseQueue(path: destination)
      try queue.backup(to: copy)
      try copy.close()
    } catch {
      throw StudyStore.translate(error, path: destination)
    }
  }
}
