import ArgumentParser
import StudyApp
import StudyStore

/// For commands that read changed notes before they answer.
struct ReadingOptions: ParsableArguments {
  @Flag(name: .customLong("no-import"), help: "Do not read changed notes first.")
  var noImport = false

  /// Reads what changed in the known folders. What stands in the way is told and is no failure: the command goes on
  /// with what the collection has.
  func readNotes(_ store: StudyStore, _ context: CommandContext) throws {
    guard !noImport else { return }
    let service = ImportService(store: store, now: context.environment.start.timestamp)
    for failure in service.refreshKnownFolders() {
      let reason = Failure(failure)?.message ?? "\(failure)"
      context.say("notes were not read again: \(reason)")
    }
  }
}
