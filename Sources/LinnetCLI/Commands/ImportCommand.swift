import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read notes into the collection.",
    discussion: """
      linnet import ~/notes        read a notes folder
      linnet import                read every known folder again
      linnet import --dry-run      say what would change
      linnet import --watch        go on reading notes as they are saved
      linnet import --verbose      also tell what each folder holds
      linnet import --strict       read cards to the letter of Obsidian_to_Anki

      Importing modifies no note. Cards keep their history when they are edited, moved or renamed.
      """)

  @Argument(help: ArgumentHelp("Folders or files; none means every folder known.", valueName: "folder"))
  var paths: [String] = []

  @Flag(name: .customLong("dry-run"), help: "Say what would change and write nothing.")
  var dryRun = false

  @Flag(help: "Read everything anew, and hide cards however many are gone.")
  var force = false

  @Flag(help: "Go on reading notes as they are saved, and tell each change, until Ctrl-C.")
  var watch = false

  @Flag(
    inversion: .prefixedNo,
    help: "Read cards exactly as Obsidian_to_Anki does, from now on; or tolerantly again.")
  var strict: Bool?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if watch, dryRun { throw ValidationError("--watch writes what it reads, which --dry-run forbids") }
  }

  func run() throws {
    let context = try CommandContext(global)
    guard watch else {
      let (_, report) = try readOnce(context)
      if let failure = report.failures.last { throw told(failure) }
      return
    }
    try Interruption.watched {
      let (store, report) = try readOnce(context)
      if let failure = report.failures.last { Console.standardError(told(failure).text) }
      try store.givingUp(when: { Interruption.isRequested }) {
        var rounds = ImportWatch(context, store, after: report)
        try rounds.run()
      }
    }
  }

  /// Reads the folders and tells what came of it, but for the last failure.
  private func readOnce(_ context: CommandContext) throws -> (StudyStore, ImportReport) {
    let started = ContinuousClock.now
    if paths.isEmpty, !context.location.exists { throw StudyAppError.noFolders }
    // A slip of the keyboard leaves no empty collection behind.
    for path in paths { _ = try PathResolver.realPath(path) }
    let store = try openStore(context.location)
    let mode = strict.map { $0 ? ReadingMode.strict : .tolerant }
    let options = ImportService.Options(isForced: force, mode: mode)
    let report: ImportReport
    do {
      report = try context.working(on: store) { work in
        let service = try context.importService(store, at: context.environment.start) {
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
      let document = JSONDocument(ImportDocument(report, seconds: seconds))
      Console.standardOutput(watch ? try document.line() : try document.text())
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
    return (store, report)
  }

  private func told(_ error: StudyAppError) -> Failure {
    paths.isEmpty ? Failure(imported: error) : Failure(app: error)
  }

  /// A trial leaves no trace, not even an empty collection.
  private func openStore(_ location: CollectionLocation) throws -> StudyStore {
    guard dryRun else { return try location.open(.create) }
    return try location.exists ? location.open(.existing).copyInMemory() : .inMemory()
  }
}

extension Failure {
  /// An error about folders that were imported before: nobody misspelled their names.
  init(imported error: StudyAppError) {
    if case .folderNotFound(let path) = error {
      self = .importedFolderGone(path)
    } else {
      self.init(app: error)
    }
  }
}
