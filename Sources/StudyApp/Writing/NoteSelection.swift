import StudyStore

/// The notes that paths on the command line mean. What Linnet does not read is none of them.
struct NoteSelection {
  private struct File {
    /// Through the imported folder; symbolic links are not followed.
    var path: String
    var realPath: String
    /// Within the imported folder.
    var place: String
    var folder: ImportedFolder
  }

  private(set) var notes: [BlockIDService.Note] = []
  private var seen = Set<ExactPath>()

  /// - Parameter paths: none means all imported folders.
  init(_ paths: [String], in folders: [ImportedFolder]) throws(StudyAppError) {
    guard !folders.isEmpty else { throw .noFolders }
    if paths.isEmpty, let gone = folders.first(where: { PosixFile.status($0.path) == nil }) {
      throw .folderNotFound(gone.path)
    }
    let files = folders.flatMap(NoteSelection.files)
    for path in paths.isEmpty ? folders.map(\.path) : paths {
      guard let real = PosixFile.realPath(path) else { throw .folderNotFound(path) }
      if !add(files, at: path, real) { try NoteSelection.explain(path, real, folders) }
    }
  }

  private static func files(of folder: ImportedFolder) -> [File] {
    FolderWalk(folder.path, rules: FolderRules(folder).ignore).notes.compactMap { note in
      let path = folder.path + "/" + note.path
      return PosixFile.realPath(path).map { File(path: path, realPath: $0, place: note.path, folder: folder) }
    }
  }

  /// - Returns: whether any note lies there.
  private mutating func add(_ files: [File], at path: String, _ real: String) -> Bool {
    var isFound = false
    for file in files {
      let way = [file.path, file.realPath].first { PathResolver.contains(real, $0) }
      guard let way else { continue }
      isFound = true
      guard seen.insert(ExactPath(file.realPath)).inserted else { continue }
      let rest = String(decoding: way.utf8.dropFirst(real.utf8.count), as: UTF8.self)
      let start = path.hasSuffix("/") && !rest.isEmpty ? String(path.dropLast()) : path
      notes.append(.init(path: start + rest, place: file.place, folder: file.folder))
    }
    return isFound
  }

  /// A folder without notes is fine.
  private static func explain(
    _ path: String, _ real: String, _ folders: [ImportedFolder]
  ) throws(StudyAppError) {
    let isFolder = PosixFile.status(real)?.kind == .folder
    guard folders.contains(where: { PathResolver.contains($0.path, real) }) else {
      throw isFolder ? .folderNotImported(path, known: folders.map(\.path)) : .fileOutsideFolders(path)
    }
    if !isFolder { throw .notANote(path) }
  }
}
