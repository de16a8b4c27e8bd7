import NoteParsing
import StudyCore

/// A note's title is the name of its file.
enum NoteTitle {
  /// - Parameter path: ends with `.md`, in whatever case.
  static func ofNote(at path: String) -> String {
    TextKey.name(String(LinkIndex.lastPart(of: path).dropLast(3)))
  }
}
