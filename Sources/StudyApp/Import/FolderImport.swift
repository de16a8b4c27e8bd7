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

  private var folder: ImportedFolder { reading.folder }

  init(_ reading: FolderReading, recognition: inout BlockRecognition, service: ImportService) throws {
    store = service.store
    self.reading = reading
    now = service.now
    change = ImportChange(folder: reading.folder, now: service.now)
    change.rules = reading.rulesHash
    change.touched = reading.touched
    change.fileFindings = reading.findings
    change.removedNotes = reading.removed.map(\.id)
    change.otherFiles = reading.otherFiles
    let notes = try recognition.blocks(of: reading, decisions: &change.decisions, report: &report)
    change.removedBlocks = recognition.removedBlocks(of: reading)
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
    let outcome = try store.apply(change)
    report.cardsAdded = outcome.cardsAdded
    report.cardsEdited = outcome.cardsEdited
    report.cardsMoved = outcome.cardsMoved
    report.cardsRemoved = outcome.cardsRemoved
    report.cardsRestored = outcome.cardsRestored
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
    let hidden = try store.activeCardCount(of: change.removedBlocks)
    let total = try store.activeCardCount(of: folder)
    if hidden > 10, hidden * 2 > total {
      throw StudyAppError.tooManyRemovals(folder: folder.path, count: hidden, total: total)
    }
  }

  // MARK: Counting

  /// A note that is gone and one of the same bytes that is new are one note that moved.
  private mutating func countNotes() {
    var gone: [UInt64: Int] = [:]
    for note in reading.removed { gone[note.hash, default: 0] += 1 }
    for note in reading.notes {
      if note.existing != nil {
        report.notesChanged += note.isChanged ? 1 : 0
      } else if let count = gone[note.hash], count > 0 {
        gone[note.hash] = count - 1
        report.notesMoved += 1
      } else {
        report.notesAdded += 1
      }
    }
    report.notesRemoved = reading.removed.count - report.notesMoved
    report.notesUnchanged = reading.unchangedCount
  }
}
