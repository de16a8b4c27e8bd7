/// What can go wrong above the database, named by what a person can do about it.
package enum StudyAppError: Error, Hashable, Sendable {
  case folderNotFound(String)
  /// Nothing was imported yet and no folder is named.
  case noFolders
  /// A file that lies in no imported folder.
  case fileOutsideFolders(String)
  /// An import was given up; the folders after the first `imported` of `total` are as they were.
  case interrupted(imported: Int, of: Int)
  /// A file in an imported folder that is not read as a note.
  case notANote(String)
  case folderUnreadable(String)
  /// Too many cards would be hidden: `count` of `total`.
  case tooManyRemovals(folder: String, count: Int, total: Int)
  case unsupportedFile(String)
  /// `forget` or `move` named a folder that was never imported.
  case folderNotImported(String, known: [String])
  /// `move` would put two imported folders into each other.
  case folderKnownAlready(String)
  /// No note or concept has this name; names that are near.
  case conceptNotFound(String, near: [String])
  /// Several notes have this name; their paths.
  case conceptAmbiguous(String, paths: [String])
  /// The file of a note is no longer where it was imported from.
  case noteGone(String)
  case noteUnreadable(String)
  /// No card in the notes has a short id that begins like this.
  case cardNotFound(String)
  /// Several cards do; their short ids.
  case cardAmbiguous(String, ids: [String])
  case deckNotFound(String, known: [String])
  case tagNotFound(String, known: [String])
  /// No sentence with a link is a card: of this concept, deck or tag, or nowhere at all.
  case noLinkQuestions(among: String?)
}
