import StudyApp
import Terminal

/// Runs the learner's editor on a note.
enum NoteEditor {
  /// Returns when the editor has ended.
  ///
  /// - Parameter line: where to put the cursor, from 1; nil for the top.
  /// - Throws: ``Failure`` if the editor does not start or fails.
  static func run(file: String, line: Int?, _ context: CommandContext) throws {
    let editor = EditorCommand.preferred(in: context.environment.variables)
    let outcome: ChildProcess.Outcome
    do {
      outcome = try ChildProcess.run(EditorCommand.arguments(editor: editor, file: file, line: line))
    } catch {
      throw Failure(
        "cannot start the editor \"\(editor)\"", hint: "name another one in $VISUAL or $EDITOR",
        status: .failed)
    }
    guard outcome == .exited(code: 0) else {
      throw Failure(
        "the editor \"\(editor)\" did not end well", hint: "the note was not read again", status: .failed)
    }
  }
}
