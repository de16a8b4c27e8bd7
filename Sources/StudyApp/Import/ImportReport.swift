import StudyStore

/// What one import did, over all the folders it read.
package struct ImportReport: Hashable, Sendable {
  package var notesAdded = 0
  package var notesChanged = 0
  package var notesMoved = 0
  package var notesRemoved = 0
  package var notesUnchanged = 0
  package var cards = CardChanges()
  /// Blocks whose history was kept by a guess.
  package var guesses = 0
  package var copies = 0
  /// What happened to single notes, folder by folder.
  package var changes: [NoteChange] = []
  /// What is to be said about files and folders that could not be read as notes.
  package var fileFindings: [LocatedFinding] = []
  /// Folders after the import, summed.
  package var figures = ImportFigures()
  /// The folders that were read.
  package var folders: [String] = []
  /// Why others were not.
  package var failures: [StudyAppError] = []
}

extension ImportReport {
  package var cardsAdded: Int { cards.added }
  package var cardsEdited: Int { cards.edited }
  package var cardsMoved: Int { cards.moved }
  package var cardsRemoved: Int { cards.removed }
  package var cardsRestored: Int { cards.restored }
}
