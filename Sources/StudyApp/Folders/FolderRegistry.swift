import StudyCore
import StudyStore

/// Finds or adds the imported folder that a path on the command line means.
struct FolderRegistry {
  let store: StudyStore

  /// A folder inside a known one, or a file in one, is a partial reading of the known one; one that contains
  /// known ones unites with them (`design.md` §9).
  func folder(at path: String) throws -> ImportedFolder {
    guard let real = PosixFile.realPath(path), let status = PosixFile.status(real) else {
      throw StudyAppError.folderNotFound(path)
    }
    let known = try store.folders()
    if let same = known.first(where: { PathResolver.contains($0.path, real) }) {
      return same
    }
    guard status.kind == .folder else {
      let isPackage = real.hasSuffix(".apkg") || real.hasSuffix(".colpkg")
      throw isPackage ? StudyAppError.unsupportedFile(path) : StudyAppError.fileOutsideFolders(path)
    }
    guard PosixFile.entries(of: real) != nil else { throw StudyAppError.folderUnreadable(path) }
    let label = real.split(separator: "/").last.map(String.init) ?? "notes"
    let inside = known.filter { PathResolver.contains(real, $0.path) }
    let linkRoot = LinkRootFinder.linkRoot(of: real)
    guard inside.isEmpty else {
      return try store.unite(inside, into: real, label: label, linkRootPath: linkRoot)
    }
    return try store.addFolder(path: real, label: label, linkRootPath: linkRoot)
  }

  /// A vault can be made around a folder, or go away, after the folder was imported.
  func relinked(_ folder: ImportedFolder) throws -> ImportedFolder {
    let linkRoot = LinkRootFinder.linkRoot(of: folder.path)
    guard linkRoot != folder.linkRootPath, PosixFile.status(folder.path) != nil else { return folder }
    return try store.relink(folder, linkRootPath: linkRoot)
  }
}
