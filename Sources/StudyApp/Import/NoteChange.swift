import StudyCore
import StudyStore

/// What an import did to one note.
package struct NoteChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case added
    case edited
    /// The same bytes under another path, in the same folder.
    case moved(from: String)
    case removed
    /// Its bytes are those of the import before, but it was read in another way.
    case readAnew
  }

  /// The imported folder.
  package var folder: String
  /// Relative to the folder.
  package var path: String
  package var kind: Kind
  package var cards = CardChanges()
  /// Everything there is to be said about the note.
  package var findings: [Finding] = []

  /// False if nobody would notice.
  var isNoticeable: Bool { kind != .readAnew || cards != CardChanges() }

  /// The changes to the notes that were read, in step with them, and then those to the notes that are gone. A note that
  /// is gone and one of the same bytes that is new are one note that moved.
  static func changes(of reading: FolderReading) -> [NoteChange] {
    let folder = reading.folder.path
    var gone = Dictionary(grouping: reading.removed, by: \.hash)
    var changes = reading.notes.map { note in
      let kind: Kind =
        if note.existing != nil {
          note.isChanged ? .edited : .readAnew
        } else if let old = gone[note.hash]?.popLast() {
          .moved(from: old.path)
        } else {
          .added
        }
      return NoteChange(folder: folder, path: note.path, kind: kind)
    }
    let left = Set(gone.values.joined().map(\.id))
    changes += reading.removed.filter { left.contains($0.id) }.map {
      NoteChange(folder: folder, path: $0.path, kind: .removed)
    }
    return changes
  }
}
