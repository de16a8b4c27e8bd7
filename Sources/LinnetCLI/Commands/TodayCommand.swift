import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

/// What `linnet` alone does.
struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Show the day: notes, what is due, what to run next. The same as linnet alone.")

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    guard context.location.exists else {
      if global.json {
        try context.printJSON(TodayDocument(TodayText.empty))
      } else {
        Console.standardOutput(TodayCommand.welcome)
      }
      return
    }
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let service = try context.reviewService(store)
    let now = context.environment.start
    let report = try service.due(days: 2, CardFilter(), at: now)
    let waiting = try service.queue(at: now).today(at: now).learning.filter { card in
      (card.schedule.due(rolloverHour: service.settings.rolloverHour, utcOffset: now.utcOffset)
        ?? now.timestamp)
        > now.timestamp
    }
    let today = TodayText(
      folders: try store.folders().map { ($0.path, try store.figures(of: $0)) }, counts: report.now,
      newPerDay: try service.newToday(report, at: now), laterToday: waiting.count,
      tomorrow: report.days.dropFirst().first?.count ?? 0, home: context.environment.variable("HOME"))
    if global.json {
      try context.printJSON(TodayDocument(today))
    } else {
      Console.standardOutput(today.text)
    }
  }

  private static let welcome = """
    Linnet studies the notes you keep. There is no collection yet.

      linnet import ~/notes     read a notes folder
      linnet help syntax        how to write a card
      linnet --help             all commands
    """
}

/// `linnet --json`.
private struct TodayDocument: Encodable {
  struct Folder: Encodable {
    var path: String
    var notes, cards, links: Int
  }
  struct Counts: Encodable { var new, learning, due: Int }

  var folders: [Folder]
  var now: Counts
  var laterToday: Int
  var tomorrow: Int
  var problems: Int

  init(_ today: TodayText) {
    folders = today.folders.map {
      Folder(path: $0.path, notes: $0.figures.notes, cards: $0.figures.cards, links: $0.figures.links)
    }
    now = Counts(new: today.counts.new, learning: today.counts.learning, due: today.counts.due)
    laterToday = today.laterToday
    tomorrow = today.tomorrow
    problems = today.problems
  }
}
