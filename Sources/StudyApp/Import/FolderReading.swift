import NoteParsing
import StudyCore
import StudyStore

/// What one folder holds that differs from what the collection knows of it.
struct FolderReading {
  /// A file that was read and is to be written.
  struct ReadNote {
    var path: String
    var note: ParsedNote
    var hash: UInt64
    var stamp: FileStamp
    var existing: NoteID?
    /// False for a file that was read anew although its bytes are the same.
    var isChanged: Bool
  }

  /// Raised when the parser reads the same bytes in another way than before.
  private static let parserVersion = 4

  let folder: ImportedFolder
  let rules: FolderRules
  /// Knows the fields that were learned of types that nobody knows.
  private var parser: NoteParser
  /// Differs when the same files would be read in another way: by another parser or into other decks.
  let rulesHash: UInt64
  private(set) var notes: [ReadNote] = []
  /// Notes whose files are gone.
  let removed: [KnownNote]
  /// Files whose stamp changed but not their bytes.
  private(set) var touched: [(note: NoteID, stamp: FileStamp)] = []
  /// Files that could not be read, and what else is to be said about the folder.
  private(set) var findings: [(path: String, finding: Finding)]
  /// Files that links may name beside the notes; nil if they are the same as at the import before.
  private(set) var otherFiles: [LinkIndex.File]?

  private let walk: FolderWalk
  private let known: [ExactPath: KnownNote]
  private var refusedCount = 0

  /// - Throws: ``StudyAppError`` if the folder cannot be read, or `StudyStoreError`
  init(_ folder: ImportedFolder, service: ImportService, isForced: Bool) throws {
    self.folder = folder
    guard PosixFile.status(folder.path) != nil else { throw StudyAppError.folderNotFound(folder.path) }
    try service.progress(.walking(folder: folder.path))
    let rules = FolderRules(folder)
    let walk = FolderWalk(folder.path, rules: rules.ignore)
    guard !walk.unlistedFolders.contains("") else { throw StudyAppError.folderUnreadable(folder.path) }
    self.rules = rules
    parser = rules.parser.learning(try service.store.learnedNoteTypes())
    self.walk = walk
    rulesHash = StableHash.of([String(FolderReading.parserVersion)] + rules.identity)
    findings = walk.findings + rules.findings

    let all = try service.store.knownNotes(of: folder)
    known = Dictionary(all.map { (ExactPath($0.path), $0) }) { first, _ in first }
    let before = walk.notes.map { [known] in known[ExactPath($0.path)] }
    removed = FolderReading.removed(from: all, met: before.compactMap { $0?.id }, walk)

    let isNew = try isForced || service.store.readingRules(of: folder) != rulesHash
    try readChanged(service, before, all: isNew)
    otherFiles = try changedOtherFiles(service.store)
  }

  /// Known notes that the walk did not meet and that it could have met.
  private static func removed(
    from all: [KnownNote], met: [NoteID], _ walk: FolderWalk
  ) -> [KnownNote] {
    // Nearly always all of them are there still.
    if met.count == all.count { return [] }
    let met = Set(met)
    let reported = Set(walk.findings.map { ExactPath($0.path) })
    return all.filter {
      !met.contains($0.id) && !reported.contains(ExactPath($0.path)) && !walk.isUntold($0.path)
    }
  }

  var unchangedCount: Int {
    walk.notes.count - refusedCount - notes.count { $0.isChanged || $0.existing == nil }
  }

  // MARK: Reading

  /// - Parameter before: what is known of the notes, in step with them.
  private mutating func readChanged(_ service: ImportService, _ before: [KnownNote?], all: Bool) throws {
    // What could not be read at the import before may have lost its blocks' findings; it is read anew.
    let troubled = Set(try service.store.fileFindings(of: folder).map { ExactPath($0.path) })
    let requests = zip(walk.notes, before).compactMap { file, known -> NoteReading.Request? in
      guard let known else { return .init(file: file, knownHash: nil) }
      if all || !troubled.isEmpty && troubled.contains(ExactPath(file.path)) {
        return .init(file: file, knownHash: nil)
      }
      return known.stamp == file.stamp ? nil : .init(file: file, knownHash: known.hash)
    }
    try read(requests, service)
  }

  /// Parses notes that did not change, because blocks of theirs are to be recognised again.
  mutating func readAgain(_ wanted: Set<NoteID>, _ service: ImportService) throws {
    let read = Set(notes.compactMap(\.existing))
    let requests = walk.notes.compactMap { file -> NoteReading.Request? in
      guard let id = known[ExactPath(file.path)]?.id, wanted.contains(id), !read.contains(id) else {
        return nil
      }
      return .init(file: file, knownHash: nil)
    }
    try self.read(requests, service)
    let all = Set(notes.compactMap(\.existing))
    touched.removeAll { all.contains($0.note) }
  }

  /// Reads again where fields were learned of types that nobody knows.
  ///
  /// - Parameter users: notes that did not change and have blocks of these types.
  mutating func learn(_ types: [NoteType], users: Set<NoteID>, _ service: ImportService) throws {
    parser = parser.learning(types)
    let names = Set(types.map(\.name))
    let affected = notes.filter { $0.note.blocks.contains { names.contains($0.noteType.name) } }
    let paths = Set(affected.map { ExactPath($0.path) })
    notes.removeAll { paths.contains(ExactPath($0.path)) }
    try read(
      walk.notes.filter { paths.contains(ExactPath($0.path)) }.map { .init(file: $0, knownHash: nil) },
      service)
    try readAgain(users, service)
  }

  private mutating func read(_ requests: [NoteReading.Request], _ service: ImportService) throws {
    guard !requests.isEmpty else { return }
    let reading = NoteReading(folder: folder.path, parser: parser)
    let progress = service.progress
    let results = try reading.read(requests) { try progress(.reading(done: $0, of: requests.count)) }
    for (request, result) in zip(requests, results) {
      let file = request.file
      let before = known[ExactPath(file.path)]
      switch result {
      case .parsed(let note, let hash):
        notes.append(
          ReadNote(
            path: file.path, note: note, hash: hash, stamp: file.stamp,
            existing: before?.id,
            isChanged: before?.hash != hash))
      case .unchanged:
        if let before { touched.append((before.id, file.stamp)) }
      case .refused(let finding):
        findings.append((file.path, finding))
        refusedCount += 1
      }
    }
  }

  // MARK: Other files

  private func changedOtherFiles(_ store: StudyStore) throws -> [LinkIndex.File]? {
    let known = try store.otherFiles(of: folder)
    let (files, walk) = try listOtherFiles(store)
    let paths = Set(files).union(known.filter(walk.isUntold))
    guard known != paths else { return nil }
    return paths.sorted().map { LinkIndex.File(path: $0, key: TextKey.key($0)) }
  }

  /// - Returns: the files below the link root that are no notes of an imported folder, and the walk that found
  ///   them.
  private func listOtherFiles(_ store: StudyStore) throws -> (paths: [String], walk: FolderWalk) {
    guard !folder.prefix.isEmpty else { return (walk.otherFiles, walk) }
    let whole = FolderWalk(folder.linkRootPath, rules: IgnoreRules(patterns: []))
    let imported = try store.folders().filter { $0.linkRoot == folder.linkRoot }.map(\.prefix)
    let notes = whole.notes.map(\.path).filter { path in !imported.contains { path.hasPrefix($0) } }
    return (whole.otherFiles + notes, whole)
  }
}
