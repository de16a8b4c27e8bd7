import NoteParsing
import StudyCore
import StudyStore

/// Reads notes folders into the collection.
package struct ImportService: Sendable {
  package struct Options: Sendable {
    /// Read and write everything anew, and let removals pass however many they are.
    package var isForced: Bool

    package init(isForced: Bool = false) {
      self.isForced = isForced
    }
  }

  package enum Progress: Sendable {
    case walking(folder: String)
    case reading(done: Int, of: Int)
    case writing(notes: Int)
  }

  let store: StudyStore
  let now: Timestamp
  let progress: @Sendable (Progress) -> Void

  package init(
    store: StudyStore, now: Timestamp, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.store = store
    self.now = now
    self.progress = progress
  }

  /// Reads every folder the collection knows.
  package func importKnownFolders(_ options: Options = Options()) throws -> ImportReport {
    try importFolders(store.folders(), options)
  }

  /// Reads these folders; a file stands for the folder it was imported with.
  ///
  /// - Throws: ``StudyAppError`` or `StudyStoreError`
  package func importFolders(at paths: [String], _ options: Options = Options()) throws -> ImportReport {
    var folders: [ImportedFolder] = []
    for path in paths {
      let folder = try FolderRegistry(store: store).folder(at: path)
      if !folders.contains(folder) { folders.append(folder) }
    }
    return try importFolders(folders, options)
  }

  /// Reads every known folder as far as it can be read.
  ///
  /// - Returns: what stood in the way.
  package func refreshKnownFolders() -> [any Error] {
    do {
      return try store.folders().compactMap { folder in
        do {
          _ = try importFolders([folder], Options())
          return nil
        } catch {
          return error
        }
      }
    } catch {
      return [error]
    }
  }

  private func importFolders(_ folders: [ImportedFolder], _ options: Options) throws -> ImportReport {
    var report = ImportReport()
    for folder in folders {
      var run = FolderImport(service: self, folder: folder, options: options)
      try run.run()
      report.add(run.report, folder: folder.path)
    }
    return report
  }
}

extension ImportReport {
  mutating func add(_ other: ImportReport, folder: String) {
    notesAdded += other.notesAdded
    notesChanged += other.notesChanged
    notesMoved += other.notesMoved
    notesRemoved += other.notesRemoved
    notesUnchanged += other.notesUnchanged
    cardsAdded += other.cardsAdded
    cardsEdited += other.cardsEdited
    cardsMoved += other.cardsMoved
    cardsRemoved += other.cardsRemoved
    cardsRestored += other.cardsRestored
    guesses += other.guesses
    copies += other.copies
    figures = figures + other.figures
    folders.append(folder)
  }
}
