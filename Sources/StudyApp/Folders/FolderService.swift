import StudyCore
import StudyStore

/// Drops imported folders and tells that they moved.
package struct FolderService: Sendable {
  private let store: StudyStore

  package init(store: StudyStore) { self.store = store }

  /// The imported folder a path names; the folder itself may be gone from the disk.
  ///
  /// - Throws: ``StudyAppError/folderNotImported(_:known:)``
  private func folder(at path: String, workingDirectory: String) throws -> ImportedFolder {
    let known = try store.folders()
    let absolute = path.hasPrefix("/") ? path : workingDirectory + "/" + path
    let trimmed = absolute.count > 1 && absolute.hasSuffix("/") ? String(absolute.dropLast()) : absolute
    let names = [PosixFile.realPath(path), trimmed].compactMap { $0 }
    guard let folder = known.first(where: { names.contains($0.path) }) else {
      throw StudyAppError.folderNotImported(path, known: known.map(\.path))
    }
    return folder
  }

  /// - Returns: the folder's path and how many cards were hidden.
  package func forget(
    _ path: String, workingDirectory: String, now: Timestamp
  ) throws -> (folder: String, cards: Int) {
    let folder = try folder(at: path, workingDirectory: workingDirectory)
    return (folder.path, try store.forget(folder, now: now))
  }

  /// - Returns: the folder's new path.
  package func move(_ old: String, to new: String, workingDirectory: String) throws -> String {
    let folder = try folder(at: old, workingDirectory: workingDirectory)
    let real = try PathResolver.realPath(new)
    guard PosixFile.status(real)?.kind == .folder else { throw StudyAppError.folderNotFound(new) }
    if let other = try store.folders().first(where: {
      PathResolver.contains($0.path, real) || PathResolver.contains(real, $0.path)
    }) {
      throw StudyAppError.folderKnownAlready(other.path)
    }
    return try store.move(folder, to: real, linkRootPath: LinkRootFinder.linkRoot(of: real)).path
  }
}
