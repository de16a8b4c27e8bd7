import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what was not understood in the notes, where, and how to mend it.",
    discussion: """
      linnet check                 everything in the imported folders
      linnet check ~/notes/aws     one folder or file
      linnet check --strict        and where Obsidian_to_Anki reads otherwise

      Ends with 65 when an error is found, with --strict also for a warning.
      """)

  @Argument(help: ArgumentHelp("Folders or files; none means all.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Also name every place that Obsidian_to_Anki reads otherwise.")
  var strict = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if strict, reading.noImport {
      throw ValidationError("--strict reads the notes, which --no-import forbids")
    }
  }

  func run() throws {
    let context = try CommandContext(global)
    let store = try readNotes(context)
    let wanted = try paths.map(PathResolver.realPath)
    let all = try (store.findings() + NearLinks.findings(in: store)).sorted()
    let findings = all.filter { finding in
      if strict, CheckCommand.ofTheTrial.contains(finding.finding.code) { return false }
      return wanted.isEmpty || wanted.contains { PathResolver.contains($0, finding.absolutePath) }
    }
    let summary = FindingSummary(findings)
    if global.json {
      try context.printJSON(CheckDocument(findings, summary: summary))
    } else {
      let report = FindingReport(workingDirectory: PathResolver.workingDirectory)
      Console.standardOutput(report.texts(findings).joined(separator: "\n\n"))
      if !findings.isEmpty, !global.quiet { Console.standardOutput("\n") }
      context.say(summary.text)
    }
    if summary.errors > 0 || strict && summary.warnings > 0 { throw ExitStatus.problemsInData }
  }

  /// Which card is which after a strict reading concerns only who imports strictly.
  private static let ofTheTrial: Set<FindingCode> = [.historyGuessed, .historyUnclear]

  /// A strict reading is a trial: the collection goes on with the notes as they were read before.
  private func readNotes(_ context: CommandContext) throws -> StudyStore {
    let store = try context.location.open(.existing)
    guard strict else {
      try reading.readNotes(store, context)
      return store
    }
    let trial = try store.copyInMemory()
    try NoteRefresh.run(trial, context, .init(isForced: true, mode: .strict))
    return trial
  }
}

/// `check --json`.
private struct CheckDocument: Encodable {
  var findings: [FindingDocument]
  var summary: FindingSummary

  init(_ findings: [LocatedFinding], summary: FindingSummary) {
    self.summary = summary
    self.findings = findings.map(FindingDocument.init)
  }
}
