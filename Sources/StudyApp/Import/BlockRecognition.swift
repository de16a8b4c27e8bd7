import NoteParsing
import StudyCore
import StudyStore

/// Recognises the blocks of all folders that are imported together, so that a block may also move from one
/// folder to another.
struct BlockRecognition {
  /// The blocks of one note that was read, ready to be written.
  struct RecognisedNote {
    var note: FolderReading.ReadNote
    var blocks: [BlockWrite]
    var findings: [Finding]
  }

  private let store: StudyStore
  private let candidates: [IdentityPlan.Candidate]
  private let plan: IdentityPlan
  private let known: [IdentityKey: [KnownBlock]]
  private var naming: BlockNaming
  private var announcer: IdentityFindings
  private var next = 0

  /// - Parameter readings: notes are added that hold copies of blocks which are gone: a copy takes the place,
  ///   and with it the history, of what it was copied from.
  init(_ readings: inout [FolderReading], service: ImportService) throws {
    store = service.store
    var lookup = try Lookup(readings, store)
    if let more = try lookup.notesWithCopies(store) {
      for index in readings.indices { try readings[index].readAgain(more, service) }
      lookup = try Lookup(readings, store)
    }
    candidates = lookup.candidates
    known = lookup.known
    plan = IdentityPlan(candidates: candidates, inPlay: lookup.inPlay, known: known)
    naming = try BlockNaming(store: store, candidates: candidates, matches: plan.matches)
    announcer = IdentityFindings(candidates: candidates, plan: plan, known: known)
  }

  /// Blocks read now and blocks there were.
  private struct Lookup {
    let candidates: [IdentityPlan.Candidate]
    let inPlay: [KnownBlock]
    let known: [IdentityKey: [KnownBlock]]

    init(_ readings: [FolderReading], _ store: StudyStore) throws {
      candidates = readings.flatMap { reading in
        reading.notes.flatMap { note in
          note.note.blocks.map { block in
            IdentityPlan.Candidate(
              folderLabel: reading.folder.label, folderPath: reading.folder.path, path: note.path,
              fields: block.fields.map(\.text), fingerprint: block.fingerprint,
              ankiID: block.ankiID, blockReference: block.blockReference)
          }
        }
      }
      guard try !store.hasNoBlocks() else {
        (inPlay, known) = ([], [:])
        return
      }
      inPlay = try store.knownBlocks(
        in: readings.flatMap { $0.notes.compactMap(\.existing) + $0.removed.map(\.id) })
      known = try store.knownBlocks(identifiedBy: candidates.flatMap(\.keys))
    }

    /// The notes with suspended copies of blocks that do not stand any more as they were; nil if there are none.
    func notesWithCopies(_ store: StudyStore) throws -> Set<NoteID>? {
      let standing = Set(candidates.map(\.fingerprint))
      let lost = Set(inPlay.filter { !$0.isCopy }.map(\.fingerprint)).subtracting(standing)
      guard !lost.isEmpty else { return nil }
      let inPlayIDs = Set(inPlay.map(\.id))
      let copies = try store.knownBlocks(identifiedBy: lost.map(IdentityKey.fingerprint))
        .flatMap { key, blocks in blocks.filter { $0.isCopy && !$0.isRemoved && $0.answers(to: key) } }
        .filter { !inPlayIDs.contains($0.id) }
      return copies.isEmpty ? nil : Set(copies.map(\.note))
    }
  }

  /// Blocks that nothing continues, of the notes of one folder.
  func removedBlocks(of reading: FolderReading) -> [KnownBlock] {
    let notes = Set(reading.notes.compactMap(\.existing) + reading.removed.map(\.id))
    return plan.removed.filter { notes.contains($0.note) }
  }

  /// To be called for each folder once, in the order in which they were read.
  mutating func blocks(
    of reading: FolderReading, decisions: inout [Decision], report: inout ImportReport
  ) throws -> [RecognisedNote] {
    let (guesses, copies) = (announcer.guesses, announcer.copies)
    defer {
      report.guesses = announcer.guesses - guesses
      report.copies = announcer.copies - copies
    }
    return try reading.notes.map { note in
      guard !note.note.blocks.isEmpty else {
        return RecognisedNote(note: note, blocks: [], findings: note.note.findings)
      }
      let deck = reading.rules.decks.deck(of: note.note, path: note.path)
      let folderTags = reading.rules.tags(of: note.path)
      let (fileTags, noteTags) = (note.note.fileTags, note.note.tags)
      var findings = note.note.findings + reading.rules.findings(on: note.note, at: note.path)
      let blocks = try note.note.blocks.map { block in
        let index = next
        next += 1
        let reference: BlockWrite.Reference =
          if let existing = plan.matches[index].block { .existing(existing) } else {
            .new(try naming.uid(of: index))
          }
        findings += announcer.findings(for: index, at: block)
        if let decision = announcer.decision(for: index, reference) { decisions.append(decision) }
        return BlockWrite(
          reference: reference, line: block.lines.lowerBound, syntax: block.syntax.rawValue,
          noteType: block.noteType, deck: block.deck.map { DeckName(TextKey.composed($0)) } ?? deck,
          headings: block.headings, fields: zip(block.fieldNames, candidates[index].fields).map(Field.init),
          fingerprint: candidates[index].fingerprint, ankiID: block.ankiID,
          blockReference: block.blockReference,
          tags: Tag.union(block.tags, fileTags, noteTags, folderTags), cards: block.cards,
          isCopy: plan.copies.contains(index), memories: block.memories)
      }
      return RecognisedNote(note: note, blocks: blocks, findings: findings)
    }
  }
}
