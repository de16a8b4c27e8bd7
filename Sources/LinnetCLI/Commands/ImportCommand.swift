import ArgumentParser
import StudyApp
import StudyStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read notes into the collection.",
    discussion: """
      linnet import ~/notes        read a notes folder
      linnet import                read every known folder again
      linnet import --dry-run      say what would change
      linnet import --verbose      also tell what each folder holds

      Importing modifies no note. Cards keep their history when they are edited, moved or renamed.
      """)

  @Argument(help: ArgumentHelp("Folders or files; none means every folder known.", valueName: "folder"))
  var paths: [String] = []

  @Flag(name: .customLong("dry-run"), help: "Say what would change and write nothing.")
  var dryRun = false

  @Flag(help: "Read everything anew, and hide cards however many are gone.")
  var force = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let started = ContinuousClock.now
    if paths.isEmpty, !context.location.exists { throw StudyAppError.noFolders }
    // A slip of the keyboard leaves no empty collection behind.
    for path in paths { _ = try PathResolver.realPath(path) }
    let store = try openStore(context.location)
    let options = ImportService.Options(isForced: force)
    let report: ImportReport
    do {
      report = try context.working(on: store) { work in
        let service = ImportService(store: store, now: context.environment.start.timestamp) {
          try work.show(ProgressWords.of($0))
        }
        return try paths.isEmpty
          ? service.importKnownFolders(options) : service.importFolders(at: paths, options)
      }
    } catch let failure as StudyAppError {
      throw told(failure)
    }
    if report.folders.isEmpty { throw StudyAppError.noFolders }
    let seconds = Double((ContinuousClock.now - started) / .milliseconds(1)) / 1000
    if global.json {
      try context.printJSON(ImportDocument(report, seconds: seconds))
    } else if !global.quiet {
      Console.standardOutput(ImportSummary.text(report, isDryRun: dryRun))
      if global.verbose {
        for folder in try store.folders() where report.folders.contains(folder.path) {
          context.say(ImportSummary.details(of: folder.path, try store.figures(of: folder)))
        }
      }
    }
    // The folders that could be read are; what stood in the way of the others decides how the command ends.
    for failure in report.failures.dropLast() { Console.standardError(told(failure).text) }
    if let failure = report.failures.last { throw told(failure) }
  }

  /// Nobody misspelled a folder that was imported before.
  private func told(_ error: StudyAppError) -> Failure {
    if paths.isEmpty, case .folderNotFound(let path) = error { return .importedFolderGone(path) }
    return Failure(app: error)
  }

  /// A trial leaves no trace, not even an empty collection.
  private func openStore(_ location: CollectionLocation) throws -> StudyStore {
    guard dryRun else { return try location.open(.create) }
    return try location.exists ? location.open(.existing).copyInMemory() : .inMemory()
  }
}
