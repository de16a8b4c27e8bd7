import NoteParsing
import StudyCore
import StudyStore

/// Writes Obsidian block ids into notes, so that cards keep their history whatever becomes of their texts. Nothing
/// else changes notes.
package struct BlockIDService: Sendable {
  /// A note that Linnet reads.
  package struct Note: Hashable, Sendable {
    /// Begins with the path that was asked for.
    package let path: String
    /// The path within the imported folder.
    let place: String
    let folder: ImportedFolder
  }

  /// A note with the ids that it should get.
  package struct Draft: Sendable {
    package let plan: BlockIDPlan
    let revision: NoteRevision

    /// The note as it was read.
    package var before: [UInt8] { revision.bytes }
    /// The note with its ids.
    package var after: [UInt8] { plan.applied(to: revision.bytes) }

    /// Puts the ids into the note, unless it changed since it was read.
    package func write() throws(NoteWriteFailure) { try revision.replace(with: after) }
  }

  private let store: StudyStore
  private let seed: UInt64

  /// - Parameter seed: decides the ids, together with text and place of each note.
  package init(store: StudyStore, seed: UInt64) {
    self.store = store
    self.seed = seed
  }

  /// The notes at these paths, which lie in imported folders; without paths those of all imported folders. Each
  /// is listed once.
  ///
  /// - Throws: ``StudyAppError`` for a folder that is gone or a path that is no note, or `StudyStoreError`
  package func notes(at paths: [String]) throws -> [Note] {
    try NoteSelection(paths, in: store.folders()).notes
  }

  /// Reads a note and says which ids it should get; writes nothing.
  package func draft(of note: Note) throws(NoteWriteFailure) -> Draft {
    let revision = try NoteRevision(reading: note.path)
    let seed = StableHash.of([String(seed), note.place, String(revision.hash)])
    let plan = BlockIDPlan(
      file: revision.bytes,
      note: FolderRules(note.folder).parser.parse(revision.bytes, name: NoteTitle.ofNote(at: note.path)),
      seed: seed)
    return Draft(plan: plan, revision: revision)
  }
}
