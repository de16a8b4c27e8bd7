import NoteParsing
import StudyCore
import StudyStore

/// The import of one folder: walk, read what changed, recognise blocks, write.
struct FolderImport {
  let service: ImportService
  let folder: ImportedFolder
  let options: ImportService.Options
  private(set) var report = ImportReport()

  private var store: StudyStore { service.store }

  init(service: ImportService, folder: ImportedFolder, options: ImportService.Options) {
    self.service = service
    self.folder = folder
    self.options = options
  }

  /// A file that was read and differs from what the collection has.
  private struct ReadNote {
    var path: String
    var note: ParsedNote
    var hash: UInt64
    var stamp: FileStamp
    var existing: NoteID?
  }

  mutating func run() throws {
    service.progress(.walking(folder: folder.path))
    let settings = FolderSettings(folder: folder.path)
    let walk = FolderWalk(folder.path, rules: IgnoreRules(patterns: IgnoreRules.builtIn + settings.ignore))
    guard !walk.unlistedFolders.contains("") else { throw StudyAppError.folderUnreadable(folder.path) }
    let known = try store.knownNotes(of: folder)
    let knownByPath = Dictionary(known.map { ($0.path, $0) }) { first, _ in first }

    var change = ImportChange(folder: folder, now: service.now)
    change.fileFindings = walk.findings
    if let finding = settings.finding { change.fileFindings.append((FolderSettings.fileName, finding)) }
    let (notes, kept) = read(walk.notes, knownByPath, into: &change)
    report.notesUnchanged = walk.notes.count - notes.count - kept

    let present = Set(walk.notes.map(\.path))
    let untold = Set(walk.findings.map(\.path))
    let removed = known.filter { note in
      !present.contains(note.path) && !untold.contains(note.path)
        && !walk.unlistedFolders.contains { note.path.hasPrefix($0 + "/") }
    }
    change.removedNotes = removed.map(\.id)
    change.otherFiles = try changedOtherFiles(walk)

    try writeNotes(notes, removed: removed, settings: settings, into: &change)
    countNotes(notes, removed: removed, knownByPath)
    guard try hasWork(change) else {
      report.figures = try store.figures(of: folder)
      return
    }
    try holdBackMassRemoval(change)
    service.progress(.writing(notes: change.notes.count))
    let outcome = try store.apply(change)
    report.cardsAdded = outcome.cardsAdded
    report.cardsEdited = outcome.cardsEdited
    report.cardsMoved = outcome.cardsMoved
    report.cardsRemoved = outcome.cardsRemoved
    report.cardsRestored = outcome.cardsRestored
    report.figures = outcome.figures
  }

  private func hasWork(_ change: ImportChange) throws -> Bool {
    if !change.notes.isEmpty || !change.touched.isEmpty || !change.removedNotes.isEmpty { return true }
    return try change.otherFiles != nil
      || store.fileFindingPaths(of: folder) != Set(change.fileFindings.map(\.path))
  }

  // MARK: Reading

  /// - Returns: the notes to write, and how many files could not be read and stay as they were known.
  private func read(
    _ files: [FolderWalk.NoteFile], _ known: [String: KnownNote], into change: inout ImportChange
  ) -> (notes: [ReadNote], kept: Int) {
    let wanted = options.isForced ? files : files.filter { known[$0.path]?.stamp != $0.stamp }
    guard !wanted.isEmpty else { return ([], 0) }
    let reading = NoteReading(
      folder: folder.path, parser: NoteParser(), knownHashes: known.mapValues(\.hash),
      isForced: options.isForced)
    let progress = service.progress
    let results = reading.read(wanted) { progress(.reading(done: $0, of: wanted.count)) }
    var notes: [ReadNote] = []
    var kept = 0
    for (file, result) in zip(wanted, results) {
      let existing = known[file.path]?.id
      switch result {
      case .parsed(let note, let hash, let stamp):
        notes.append(ReadNote(path: file.path, note: note, hash: hash, stamp: stamp, existing: existing))
      case .unchanged(let stamp):
        if let existing { change.touched.append((existing, stamp)) }
      case .refused(let finding):
        change.fileFindings.append((file.path, finding))
        kept += 1
      }
    }
    return (notes, kept)
  }

  /// Files that links may name beside the notes; nil if they are the same as at the import before.
  private func changedOtherFiles(_ walk: FolderWalk) throws -> [LinkIndex.File]? {
    var paths = walk.otherFiles.map { folder.prefix + $0 }
    if !folder.prefix.isEmpty {
      let whole = FolderWalk(folder.linkRootPath, rules: IgnoreRules(patterns: []))
      let imported = try store.folders().filter { $0.linkRoot == folder.linkRoot }.map(\.prefix)
      let isImported = { (path: String) in imported.contains { path.hasPrefix($0) } }
      paths =
        whole.otherFiles + whole.notes.map(\.path).filter { !isImported($0) }
    }
    guard try store.otherFiles(of: folder) != Set(paths) else { return nil }
    return paths.map { LinkIndex.File(path: $0, key: TextKey.key($0)) }
  }

  // MARK: Recognising

  private mutating func writeNotes(
    _ notes: [ReadNote], removed: [KnownNote], settings: FolderSettings, into change: inout ImportChange
  ) throws {
    let candidates = notes.flatMap { note in
      note.note.blocks.map { block in
        IdentityPlan.Candidate(
          notePath: note.path, fields: block.fields.map(\.text), fingerprint: Fingerprint.of(block.fields),
          ankiID: block.ankiID, blockReference: block.blockReference)
      }
    }
    let isFresh = try store.hasNoBlocks()
    let inPlay = isFresh ? [] : try store.knownBlocks(in: notes.compactMap(\.existing) + removed.map(\.id))
    let known = isFresh ? [:] : try store.knownBlocks(identifiedBy: candidates.flatMap(\.keys))
    let plan = IdentityPlan(candidates: candidates, inPlay: inPlay, known: known)
    change.removedBlocks = plan.removed

    var naming = try BlockNaming(
      store: store, label: folder.label, candidates: candidates, matches: plan.matches)
    var announcer = IdentityFindings(candidates: candidates, plan: plan, known: known)
    let decks = DeckRules(label: folder.label, rules: settings.decks)
    var next = 0
    for note in notes {
      let deck = decks.deck(of: note.note, path: note.path)
      var findings = note.note.findings
      let blocks = try note.note.blocks.map { block in
        let index = next
        next += 1
        let reference: BlockWrite.Reference =
          if let existing = plan.matches[index].block { .existing(existing) } else {
            .new(try naming.uid(of: index))
          }
        if let finding = announcer.finding(for: index, at: block) { findings.append(finding) }
        if let decision = announcer.decision(for: index, reference) { change.decisions.append(decision) }
        return BlockWrite(
          reference: reference, line: block.lines.lowerBound, syntax: block.syntax.rawValue,
          noteType: block.noteType, deck: deck, headings: block.headings, fields: block.fields,
          fingerprint: candidates[index].fingerprint, ankiID: block.ankiID,
          blockReference: block.blockReference,
          tags: Tag.union(block.tags, note.note.fileTags, note.note.tags), cards: block.cards,
          isCopy: plan.matches[index] == .copy)
      }
      change.notes.append(write(note, blocks: blocks, findings: findings))
    }
    report.guesses = announcer.guesses
    report.copies = announcer.copies
  }

  private func write(_ note: ReadNote, blocks: [BlockWrite], findings: [Finding]) -> NoteWrite {
    let name = LinkIndex.lastPart(of: note.path)
    let title = TextKey.name(String(name.dropLast(3)))
    return NoteWrite(
      existing: note.existing, path: note.path, key: TextKey.key(folder.prefix + note.path), title: title,
      titleKey: title.lowercased(), stamp: note.stamp, hash: note.hash,
      aliases: note.note.aliases.map { (TextKey.key($0), $0) }, blocks: blocks,
      links: note.note.links.map { link in
        LinkWrite(
          target: link.target, fragment: link.fragment, kind: link.kind.rawValue, block: link.block,
          countsForGraph: link.countsForGraph, place: link.place)
      },
      findings: findings)
  }

  // MARK: Counting

  /// A note that is gone and one of the same bytes that is new are one note that moved.
  private mutating func countNotes(_ notes: [ReadNote], removed: [KnownNote], _ known: [String: KnownNote]) {
    var gone: [UInt64: Int] = [:]
    for note in removed { gone[note.hash, default: 0] += 1 }
    for note in notes {
      if note.existing != nil {
        report.notesChanged += 1
      } else if let count = gone[note.hash], count > 0 {
        gone[note.hash] = count - 1
        report.notesMoved += 1
      } else {
        report.notesAdded += 1
      }
    }
    report.notesRemoved = removed.count - report.notesMoved
  }

  /// An unmounted disk or a wrong branch must not hide a collection.
  private func holdBackMassRemoval(_ change: ImportChange) throws {
    guard !options.isForced, !change.removedBlocks.isEmpty else { return }
    let hidden = try store.activeCardCount(of: change.removedBlocks)
    let total = try store.figures(of: folder).cards
    if hidden > 10, hidden * 2 > total {
      throw StudyAppError.tooManyRemovals(folder: folder.path, count: hidden, total: total)
    }
  }
}
