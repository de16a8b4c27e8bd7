import NoteParsing
import StudyCore
import StudyStore

/// Reads notes folders into the collection.
package struct ImportService: Sendable {
  package struct Options: Sendable {
    /// Read and write everything anew, and let removals pass however many they are.
    package var isForced: Bool
    /// How to read the folders from now on; nil leaves each as it is.
    package var mode: ReadingMode?

    package init(isForced: Bool = false, mode: ReadingMode? = nil) {
      self.isForced = isForced
      self.mode = mode
    }
  }

  package enum Progress: Sendable {
    case walking(folder: String)
    case reading(done: Int, of: Int)
    case writing(notes: Int)
  }

  let store: StudyStore
  let now: Timestamp
  let adoption: Adoption
  let progress: @Sendable (Progress) throws -> Void

  /// - Parameters:
  ///   - adoption: how cards begin that another program remembers.
  ///   - progress: may be called from any thread. What it throws ends the import; to throw
  ///     `StudyStoreError.interrupted` is how to give it up.
  package init(
    store: StudyStore, now: Timestamp, adoption: Adoption = Adoption(),
    progress: @escaping @Sendable (Progress) throws -> Void = { _ in }
  ) {
    self.store = store
    self.now = now
    self.adoption = adoption
    self.progress = progress
  }

  /// - Parameters:
  ///   - moment: now, where the learner is.
  ///   - presets: as the learner set it; decides how cards begin that another program remembers.
  package init(
    store: StudyStore, at moment: Moment, presets: Presets = Presets(),
    progress: @escaping @Sendable (Progress) throws -> Void = { _ in }
  ) {
    self.init(
      store: store, now: moment.timestamp,
      adoption: Adoption(presets: presets, utcOffset: moment.utcOffset), progress: progress)
  }

  /// Reads every folder the collection knows. A folder that cannot be read does not keep the others from being
  /// read; see ``ImportReport/failures``.
  ///
  /// - Throws: ``StudyAppError`` if no folder could be read, or `StudyStoreError`
  package func importKnownFolders(_ options: Options = Options()) throws -> ImportReport {
    try importFolders(store.folders(), options)
  }

  /// Reads those of the folders the collection knows that lie at these real paths. One that is not known any more is
  /// passed over.
  ///
  /// - Throws: ``StudyAppError`` if no folder is known or could be read, or `StudyStoreError`
  package func importKnownFolders(among paths: [String]) throws -> ImportReport {
    let known = try store.folders()
    let folders = known.filter { paths.contains($0.path) }
    guard !folders.isEmpty else {
      throw StudyAppError.folderNotImported(paths.joined(separator: ", "), known: known.map(\.path))
    }
    return try importFolders(folders, Options())
  }

  /// Reads these folders; a file stands for the folder it was imported with.
  ///
  /// - Throws: ``StudyAppError`` if no folder could be read, or `StudyStoreError`
  package func importFolders(at paths: [String], _ options: Options = Options()) throws -> ImportReport {
    var wanted = Set<Int64>()
    for path in paths { wanted.insert(try FolderRegistry(store: store).folder(at: path).id) }
    // A folder named first may have been united with one named later.
    return try importFolders(store.folders().filter { wanted.contains($0.id) }, options)
  }

  /// Reads every known folder as far as it can be read.
  ///
  /// - Returns: what stood in the way.
  package func refreshKnownFolders(_ options: Options = Options()) -> [any Error] {
    do {
      return try importKnownFolders(options).failures
    } catch {
      return [error]
    }
  }

  private func importFolders(_ folders: [ImportedFolder], _ options: Options) throws -> ImportReport {
    var report = ImportReport()
    do {
      try importFolders(folders, options, &report)
    } catch StudyStoreError.interrupted {
      throw StudyAppError.interrupted(imported: report.folders.count, of: folders.count)
    }
    return report
  }

  /// What is before a colon in many blocks of a type that nobody knows is a field: their notes are read with it.
  private func learnFields(_ readings: inout [FolderReading]) throws {
    let blocks = readings.lazy.flatMap(\.notes).flatMap(\.note.blocks)
    let named = readings.reduce(into: [:]) { all, reading in
      all.merge(reading.rules.namedFields) { $0.union($1) }
    }
    let types = try FieldLearning(blocks).learned(before: store.learnedNoteTypes(), named: named)
    guard !types.isEmpty else { return }
    for index in readings.indices {
      let users = try store.notes(in: readings[index].folder, usingTypes: types.map(\.name))
      try readings[index].learn(types, users: users, self)
    }
  }

  private func importFolders(
    _ folders: [ImportedFolder], _ options: Options, _ report: inout ImportReport
  ) throws {
    // What concerns one folder only is kept; what concerns the collection is thrown on.
    let registry = FolderRegistry(store: store)
    var readings: [FolderReading] = []
    for known in try folders.map(registry.relinked) {
      var folder = known
      if let mode = options.mode { folder.readingMode = mode }
      do {
        readings.append(try FolderReading(folder, service: self, isForced: options.isForced))
      } catch let failure as StudyAppError {
        report.failures.append(failure)
      }
    }
    try learnFields(&readings)
    var recognition = try BlockRecognition(&readings, service: self)
    for reading in readings {
      do {
        var folderImport = try FolderImport(reading, recognition: &recognition, service: self)
        try folderImport.apply(isForced: options.isForced, progress: progress)
        report.add(folderImport.report, folder: reading.folder.path)
      } catch let failure as StudyAppError {
        report.failures.append(failure)
      }
    }
    if report.folders.isEmpty, let failure = report.failures.first { throw failure }
    // Notes of one folder can be what links of another lead to, so the figures are those after all of them.
    for reading in readings { report.figures.add(try store.figures(of: reading.folder)) }
  }
}

extension ImportReport {
  mutating func add(_ other: ImportReport, folder: String) {
    notesAdded += other.notesAdded
    notesChanged += other.notesChanged
    notesMoved += other.notesMoved
    notesRemoved += other.notesRemoved
    notesUnchanged += other.notesUnchanged
    cards += other.cards
    guesses += other.guesses
    copies += other.copies
    changes += other.changes
    fileFindings += other.fileFindings
    folders.append(folder)
  }
}
