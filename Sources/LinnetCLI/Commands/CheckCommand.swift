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

      Ends with 65 when an error is found.
      """)

  @Argument(help: ArgumentHelp("Folders or files; none means all.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let wanted = try paths.map(PathResolver.realPath)
    let all = try (store.findings() + NearLinks.findings(in: store)).sorted()
    let findings = all.filter { finding in
      wanted.isEmpty || wanted.contains { PathResolver.contains($0, finding.absolutePath) }
    }
    let summary = FindingSummary(findings)
    if global.json {
      try context.printJSON(CheckDocument(findings, summary: summary))
    } else {
      let printer = FindingPrinter()
      for finding in findings { Console.standardOutput(printer.text(finding)) }
      context.say(summary.text)
    }
    if summary.errors > 0 { throw ExitStatus.problemsInNotes }
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
