import ArgumentParser
import StudyApp
import StudyStore

/// For commands that read changed notes before they answer.
struct ReadingOptions: ParsableArguments {
  @Flag(name: .customLong("no-import"), help: "Do not read changed notes first.")
  var noImport = false

  func readNotes(_ store: StudyStore, _ context: CommandContext) throws {
    if !noImport { try NoteRefresh.run(store, context) }
  }
}

/// For commands that answer from the collection alone unless they are asked to read changed notes first.
struct ReadingOnRequest: ParsableArguments {
  @Flag(name: .customLong("import"), help: "Read changed notes first.")
  var isWanted = false

  func readNotes(_ store: StudyStore, _ context: CommandContext) throws {
    if isWanted { try NoteRefresh.run(store, context) }
  }
}

/// Reads what changed in the known folders before a command does its work.
enum NoteRefresh {
  /// Seconds to wait while another program writes.
  private static let patience = 0.5

  /// What stands in the way is told and is no failure: the command goes on with what the collection has.
  static func run(
    _ store: StudyStore, _ context: CommandContext, _ options: ImportService.Options = .init()
  ) throws {
    let failures = try context.working(on: store) { work in
      let failures = try read(store, context, options) { try work.show(ProgressWords.of($0)) }
      if work.isToEnd {
        throw Failure(
          "interrupted; every folder was read to its end or is as it was", status: .interrupted)
      }
      return failures
    }
    for warning in failures.flatMap(sentences) { context.say(warning) }
  }

  /// The same without a word on the terminal, for where it shows something else.
  ///
  /// - Returns: what stood in the way, in sentences.
  static func warnings(_ store: StudyStore, _ context: CommandContext) throws -> [String] {
    try read(store, context) { _ in }.flatMap(sentences)
  }

  private static func read(
    _ store: StudyStore, _ context: CommandContext, _ options: ImportService.Options = .init(),
    _ progress: @escaping @Sendable (ImportService.Progress) throws -> Void
  ) throws -> [any Error] {
    let service = try context.importService(store, at: context.environment.start, progress: progress)
    return try store.waiting(atMost: patience) { service.refreshKnownFolders(options) }
  }

  private static func sentences(_ failure: any Error) -> [String] {
    let reason = Failure(failure)?.message ?? "\(failure)"
    let warning = "notes were not read again: \(reason)"
    guard case StudyAppError.folderNotFound(let path) = failure else { return [warning] }
    return [warning, "if it moved, tell where it is now: linnet move \(path) NEW"]
  }
}
