import ArgumentParser
import StudyApp
import StudyStore

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "The review log as text.",
    subcommands: [LogExportCommand.self, LogImportCommand.self])
}

struct LogExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the review log, one JSON object per line.",
    discussion: """
      linnet log export > reviews.jsonl
      linnet log export -o reviews.jsonl

      Each line names its card by everything the card's block is known by, so that \
      the log means the same on another machine: linnet log import reads it there.
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
    try store.forEachLogEntry(naming: .asWritten) { entry in
      lines.append(try LogLine(entry, keys: keys[entry.card.block] ?? [:]).text())
    }
    try OutputFile.write(lines.map { $0 + "\n" }.joined(), to: output)
    context.say(Words.count(lines.count, "log entry", "log entries"))
  }
}

struct LogImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Merge the review log of another collection into this one.",
    discussion: """
      linnet log import reviews.jsonl
      ssh laptop linnet log export | linnet log import -

      Reads what linnet log export writes. Entries that are here already are left as they are, so a log can be \
      imported again at any time, and two collections that import each other's agree. Entries of cards that are \
      not here are kept until their notes are.
      """)

  @Argument(help: ArgumentHelp("A file of linnet log export; - is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let merge = try context.working(on: store) { work in
      let lines = try LogFile.read(file) {
        try work.show(ProgressWords.counted("reading entries", $0, of: $1))
      }
      try work.show("merging \(Words.count(lines.count, "log entry", "log entries"))")
      return try store.merge(lines, presets: context.reviewService(store).presets)
    }
    if global.json {
      try context.printJSON(LogMergeDocument(merge))
    } else {
      Console.standardOutput(LogMergeDocument.text(merge))
    }
  }
}

/// `log import --json`.
private struct LogMergeDocument: Encodable {
  var read: Int
  var new: Int
  var known: Int
  var cards: Int
  var waiting: Int

  init(_ merge: LogMerge) {
    (read, new, known) = (merge.read, merge.new, merge.known)
    (cards, waiting) = (merge.cards, merge.waiting)
  }

  static func text(_ merge: LogMerge) -> String {
    let read = "read \(Words.count(merge.read, "log entry", "log entries"))"
    let counts = "\(Words.grouped(merge.new)) new, \(Words.grouped(merge.known)) known"
    let waiting =
      merge.waiting == 0
      ? [] : ["\(Words.count(merge.waiting, "entry waits", "entries wait")) for cards that are not here yet"]
    return (["\(read): \(counts); replayed \(Words.count(merge.cards, "card"))"] + waiting).joined(
      separator: "\n")
  }
}
