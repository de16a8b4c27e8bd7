import Markdown
import NoteParsing
import StudyStore

/// A note to be read on the screen, as its file says now.
package struct NotePage: Sendable {
  package var title: String
  /// Without front matter; of cards the texts of their fields.
  package var document: MarkdownDocument
  /// The targets of its links that lead nowhere, in lower case, as of the last import.
  package var unresolved: Set<String>

  /// Reads the file.
  ///
  /// - Throws: ``StudyAppError/noteGone(_:)``, ``StudyAppError/noteUnreadable(_:)`` or `StudyStoreError`
  package init(reading place: NotePlace, in graph: GraphService) throws {
    let path = place.absolutePath
    guard let status = PosixFile.status(path) else { throw StudyAppError.noteGone(path) }
    guard status.kind == .regular, let bytes = PosixFile.contents(path, size: Int(status.stamp.size)) else {
      throw StudyAppError.noteUnreadable(path)
    }
    title = NoteTitle.ofNote(at: place.path)
    let folder = try graph.store.folders().first { $0.path == place.folder }
    let parser = folder.map { FolderRules($0).parser } ?? NoteParser()
    document = MarkdownParser.parse(parser.readableText(of: bytes))
    unresolved = Set(try graph.store.unresolvedTargets(in: place.id).map { $0.lowercased() })
  }
}
