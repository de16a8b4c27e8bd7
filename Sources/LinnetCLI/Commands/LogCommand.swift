import ArgumentParser
import StudyApp
import StudyStore

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "The review log as text.", subcommands: [LogExportCommand.self])
}

struct LogExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the review log, one JSON object per line.",
    discussion: """
      linnet log export > reviews.jsonl
      linnet log export -o reviews.jsonl

      Each line names its card by everything the card's block is known by, so that \
      the log means the same on another machine.
      """)

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    var lines: [String] = []
    let keys = try store.identityKeys()
    try store.forEachLogEntry { entry in
      lines.append(try LogLine(entry, keys: keys[entry.card.block] ?? [:]).text())
    }
    try OutputFile.write(lines.map { $0 + "\n" }.joined(), to: output)
    context.say(Words.count(lines.count, "log entry", "log entries"))
  }
}
