import StudyApp
import StudyCore
import StudyStore
import Terminal

/// `import --watch`: reads notes again as they are saved, until Ctrl-C.
struct ImportWatch {
  let context: CommandContext
  let store: StudyStore
  /// Real paths of the imported folders.
  let folders: [String]
  /// What was said of the folders already. It is true until something else is, and not to be said again.
  private var toldFailures: [StudyAppError]
  private var toldFindings: Set<LocatedFinding>

  /// Seconds to wait while another program writes, before it is looked whether Ctrl-C was pressed.
  private static let patience = 0.5

  /// - Parameter first: the import before, which was told.
  init(_ context: CommandContext, _ store: StudyStore, after first: ImportReport) {
    self.context = context
    self.store = store
    folders = first.folders
    toldFailures = first.failures
    toldFindings = Set(first.fileFindings)
  }

  /// Only inside of `Interruption.watched`.
  ///
  /// - Throws: `ExitStatus.interrupted` at Ctrl-C, and what keeps the collection from being written
  mutating func run() throws -> Never {
    let watch = FolderWatch(try knownFolders())
    // What was saved before the watch began. Nobody is told that saves are seen while one could still be read half-written.
    try readAgain()
    context.say("watching \(folders.joined(separator: ", ").sanitised); Ctrl-C ends")
    var isLimitTold = false
    while true {
      if watch.isLimitReached, !isLimitTold {
        isLimitTold = true
        context.say("the system watches no more folders, so they are looked through once a second")
      }
      if watch.wait(orUntil: Interruption.descriptor) == .stopped { throw ExitStatus.interrupted }
      try readAgain()
      watch.folders = try knownFolders()
    }
  }

  private func knownFolders() throws -> [ImportedFolder] {
    try store.folders().filter { folders.contains($0.path) }
  }

  private mutating func readAgain() throws {
    let now = StudyClock(context.environment).now
    do {
      let report = try read(now)
      try tell(report, at: now)
      tell(report.failures)
      toldFindings = Set(report.fileFindings)
    } catch StudyStoreError.interrupted {
      throw ExitStatus.interrupted
    } catch let failure as StudyAppError {
      switch failure {
      case .interrupted: throw ExitStatus.interrupted
      case .folderNotImported: throw failure
      default: tell([failure])
      }
    }
  }

  private func read(_ now: Moment) throws -> ImportReport {
    let service = try context.importService(store, at: now) { _ in
      if Interruption.isRequested { throw StudyStoreError.interrupted }
    }
    var isWaiting = false
    while true {
      do {
        return try store.waiting(atMost: ImportWatch.patience) {
          try service.importKnownFolders(among: folders)
        }
      } catch StudyStoreError.busy {
        if Interruption.isRequested { throw StudyStoreError.interrupted }
        if !isWaiting { context.say("another program is writing to the collection; waiting for it") }
        isWaiting = true
      }
    }
  }

  // MARK: Telling

  private func tell(_ report: ImportReport, at now: Moment) throws {
    let unread = report.fileFindings.filter { !toldFindings.contains($0) }
    if context.options.json {
      try tellDocuments(report, unread, now)
    } else {
      try tellLines(report, unread, now)
    }
  }

  private func tellDocuments(_ report: ImportReport, _ unread: [LocatedFinding], _ now: Moment) throws {
    let documents =
      report.changes.map { ChangeDocument($0, at: now) } + unread.map { ChangeDocument(unread: $0, at: now) }
    for document in documents where !context.options.quiet || !document.findings.isEmpty {
      try write(JSONDocument(document).line())
    }
  }

  private func tellLines(_ report: ImportReport, _ unread: [LocatedFinding], _ now: Moment) throws {
    if !context.options.quiet {
      let lines = ChangeLine(isFolderNamed: folders.count > 1)
      for text in lines.texts(report) { try write("\(now.clockTime)  \(text)") }
    }
    let findings = report.changes.flatMap { change in
      change.findings.map { LocatedFinding(folder: change.folder, path: change.path, finding: $0) }
    }
    for problem in (findings + unread).compactMap(ChangeLine.problem) { try write(problem) }
  }

  private mutating func tell(_ failures: [StudyAppError]) {
    for failure in failures where !toldFailures.contains(failure) {
      Console.standardError(Failure(imported: failure).text)
    }
    toldFailures = failures
  }

  /// Who reads no more ends the watch.
  private func write(_ line: String) throws { try OutputWriter.standardOutput.write(line + "\n") }
}
