import ArgumentParser
import StudyApp
import StudyStore

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the collection: its file, its log, its folders.",
    discussion: """
      linnet doctor                ends with 1 if something is wrong
      linnet doctor --repair       compute schedules anew that are wrong
      """)

  @Flag(help: "Compute anew what is not as the log says.")
  var repair = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let presets = try context.reviewService(store).presets
    let report = try context.working(on: store) { work in
      try DoctorService(store: store, location: context.location, presets: presets)
        .examine(isRepairing: repair) {
          try work.show(ProgressWords.of($0))
        }
    }
    if global.json {
      try context.printJSON(DoctorDocument(report))
    } else {
      Console.standardOutput(DoctorText.text(report))
    }
    if !report.problems.isEmpty { throw ExitStatus.failed }
  }
}

/// `doctor --json`.
private struct DoctorDocument: Encodable {
  var linnet = LinnetProgram.version
  var sqlite: String
  var database: String
  var folders: [String]
  var cards: Int
  var logEntries: Int
  var problems: [String]
  var repairs: [String]
  var warnings: [String]

  init(_ report: DoctorReport) {
    sqlite = report.sqliteVersion
    database = report.database
    folders = report.folders
    cards = report.cards
    logEntries = report.logEntries
    problems = report.problems
    repairs = report.repairs
    warnings = report.warnings
  }
}

private enum DoctorText {
  static func text(_ report: DoctorReport) -> String {
    var lines = [
      "linnet     \(LinnetProgram.version), SQLite \(report.sqliteVersion)",
      "database   \(report.database)",
    ]
    lines += report.folders.map { "notes      \($0)" }
    lines.append(
      "log        \(Words.count(report.logEntries, "entry", "entries")), replayed over \(Words.count(report.cards, "card"))"
    )
    lines += report.repairs.map { "repaired   \($0)" }
    lines += report.warnings.map { "warning    \($0)" } + report.problems.map { "problem    \($0)" }
    if report.problems.isEmpty { lines.append("all is well") }
    return lines.joined(separator: "\n")
  }
}
