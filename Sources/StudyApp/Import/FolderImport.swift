import NoteParsing
import StudyCore
import StudyStore

/// Writes what was read of one folder and recognised in it.
struct FolderImport {
  let store: StudyStore
  let reading: FolderReading
  let now: Timestamp
  private(set) var report = ImportReport()
  private var change: ImportChange
  private let removedBlocks: [KnownBlock]

  private var folder: ImportedFolder { reading.folder }

  init(_ reading: FolderReading, recognition: inout BlockRecognition, service: ImportService) throws {
    store = service.store
    self.reading = reading
    now = service.now
    change = ImportChange(folder: reading.folder, now: service.now)
    change.adoption = service.adoption
    change.rules = reading.rulesHash
    change.touched = reading.touched
    change.fileFindings = reading.findings
    change.removedNotes = reading.removed.map(\.id)
    change.otherFiles = reading.otherFiles
    let notes = try recognition.blocks(of: reading, decisions: &change.decisions, report: &report)
    removedBlocks = recognition.removedBlocks(of: reading)
    change.removedBlocks = removedBlocks.map(\.id)
    change.notes = notes.map(write)
    countNotes()
  }

  private func write(_ recognised: BlockRecognition.RecognisedNote) -> NoteWrite {
    let note = recognised.note
    let title = NoteTitle.ofNote(at: note.path)
    return NoteWrite(
      existing: note.existing, path: note.path, key: TextKey.key(folder.prefix + note.path), title: title,
      titleKey: title.lowercased(), stamp: note.stamp, hash: note.hash,
      aliases: note.note.aliases.map { (TextKey.key($0), $0) }, blocks: recognised.blocks,
      links: note.note.links,
      findings: recognised.findings)
  }

  // MARK: Writing

  /// - Throws: ``StudyAppError/tooManyRemovals(folder:count:total:)`` or `StudyStoreError`
  mutating func apply(isForced: Bool, progress: (ImportService.Progress) throws -> Void) throws {
    guard try hasWork() else { return }
    if !isForced { try holdBackMassRemoval() }
    try progress(.writing(notes: change.notes.count))
    count(try store.apply(change))
  }

  /// An import of what is known already writes nothing.
  private func hasWork() throws -> Bool {
    if !change.notes.isEmpty || !change.touched.isEmpty || !change.removedNotes.isEmpty { return true }
    if change.otherFiles != nil { return true }
    return try store.readingRules(of: folder) != change.rules
      || store.fileFindings(of: folder)
        != Set(change.fileFindings.map { .init(path: $0.path, code: $0.finding.code) })
  }

  /// An unmounted disk or a wrong branch must not hide a collection.
  private func holdBackMassRemoval() throws {
    guard !change.removedBlocks.isEmpty else { return }
    // Where sentences are no cards any more, it was the learner who said so.
    let hidden = try store.activeCardCount(
      of: change.removedBlocks, besidesLinkQuestions: !reading.rules.asksLinks)
    let total = try store.activeCardCount(of: folder)
    if hidden > 10, hidden * 2 > total {
      throw StudyAppError.tooManyRemovals(folder: folder.path, count: hidden, total: total)
    }
  }

  // MARK: Counting

  private mutating func countNotes() {
    report.changes = NoteChange.changes(of: reading)
    for change in report.changes {
      switch change.kind {
      case .added: report.notesAdded += 1
      case .edited: report.notesChanged += 1
      case .moved: report.notesMoved += 1
      case .removed: report.notesRemoved += 1
      case .readAnew: break
      }
    }
    report.notesUnchanged = reading.unchangedCount
    report.fileFindings = reading.findings.map {
      LocatedFinding(folder: folder.path, path: $0.path, finding: $0.finding)
    }
  }

  private mutating func count(_ outcomes: ImportOutcome) {
    for (index, note) in change.notes.enumerated() {
      report.changes[index].cards = outcomes.notes[index]
      report.changes[index].findings = note.findings
    }
    countRemovals(outcomes.removedBlocks)
    report.changes.removeAll { !$0.isNoticeable }
    for cards in outcomes.notes + outcomes.removedBlocks { report.cards += cards }
  }

  /// Cards that are gone are missed where they were.
  private mutating func countRemovals(_ outcomes: [CardChanges]) {
    guard !outcomes.isEmpty else { return }
    let paths = Dictionary(
      uniqueKeysWithValues: (reading.removed.map { ($0.id, $0.path) }
        + reading.notes.compactMap { note in note.existing.map { ($0, note.path) } }))
    var lost: [ExactPath: CardChanges] = [:]
    for (block, cards) in zip(removedBlocks, outcomes) {
      if let path = paths[block.note] { lost[ExactPath(path), default: CardChanges()] += cards }
    }
    for (index, change) in report.changes.enumerated() {
      // What a note lost that moved is missed under its new path.
      let before: String = if case .moved(let old) = change.kind { old } else { change.path }
      if let cards = lost[ExactPath(before)] { report.changes[index].cards += cards }
    }
  }
}
