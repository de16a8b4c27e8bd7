import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show figures of your study: answers, recall beside what was predicted, cards.",
    discussion: """
      linnet stats
      linnet stats --deck AWS --since 2026-11-01
      """)

  @Option(help: ArgumentHelp("Only answers of this study day and later: 2026-11-01.", valueName: "date"))
  var since: String?

  @OptionGroup var filters: FilterOptions
  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let since, Day(iso: since) == nil { throw ValidationError("--since takes a date such as 2026-11-01") }
  }

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let service = try context.reviewService(store)
    let report = try StatisticsService(store: store, presets: service.presets)
      .report(filters.filter, since: since.flatMap { Day(iso: $0) }, at: context.environment.start)
    if report.cards.total == 0, report.study.answers == 0, !filters.filter.isEmpty {
      try service.requireKnown(filters.filter)
    }
    if global.json {
      try context.printJSON(StatsDocument(report))
    } else {
      let glyphs = global.plain ? Glyphs.ascii : .suited(to: context.environment.variables)
      Console.standardOutput(StatsText(report: report, width: context.columns, bar: glyphs.block).text)
    }
  }
}
