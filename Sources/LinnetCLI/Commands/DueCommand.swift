import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Count what is due, by deck and day.",
    discussion: """
      linnet due                   today by deck, and the week ahead
      linnet due --days 30
      linnet due --quiet && echo study      for a shell prompt

      With --quiet nothing is printed: 0 if a card would come now, 1 if not, 64 or more if it cannot be told.
      """)

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many days to count, today included.", valueName: "days"))
  var days = 7

  @OptionGroup var filters: FilterOptions
  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if !(1...3660).contains(days) { throw ValidationError("--days must be between 1 and 3660") }
  }

  func run() throws {
    if global.quiet && !global.json {
      guard try isSomethingDue() else { throw ExitStatus.failed }
      return
    }
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let service = try context.reviewService(store)
    let report = try service.due(days: days, filters.filter, at: context.environment.start)
    if report.days.isEmpty || report.decks.isEmpty, !filters.filter.isEmpty {
      try service.requireKnown(filters.filter)
    }
    if global.json {
      try context.printJSON(DueDocument(report))
    } else {
      Console.standardOutput(DueText.text(report))
    }
  }

  /// A failure must not look like "nothing is due".
  private func isSomethingDue() throws -> Bool {
    do {
      let context = try CommandContext(global)
      let store = try context.location.open(.existing)
      try reading.readNotes(store, context)
      let now = context.environment.start
      let scope = ReviewScope(filter: filters.filter)
      let service = try context.reviewService(store)
      if try service.queue(scope, at: now).next(at: now) != nil { return true }
      if !scope.filter.isEmpty { try service.requireKnown(scope.filter) }
      return false
    } catch {
      guard var failure = Failure(error), failure.status == .failed else { throw error }
      failure.status = .inputOutput
      throw failure
    }
  }
}

/// `due --json`.
struct DueDocument: Encodable {
  struct Counts: Encodable { var new, learning, due: Int }
  struct Date: Encodable {
    var date: String
    var due: Int
  }
  struct Deck: Encodable {
    var deck: String
    var new, learning, due: Int
  }

  var now: Counts
  var days: [Date]
  var decks: [Deck]

  init(_ report: DueReport) {
    now = Counts(new: report.now.new, learning: report.now.learning, due: report.now.due)
    days = report.days.map { Date(date: $0.day.description, due: $0.count) }
    decks = report.decks.map {
      Deck(deck: $0.name.description, new: $0.counts.new, learning: $0.counts.learning, due: $0.counts.due)
    }
  }
}

/// `due` for a person: a table of decks and one of days.
enum DueText {
  static func text(_ report: DueReport) -> String {
    var rows = report.decks.map { row($0.name.description, $0.counts) }
    if rows.count != 1 { rows.append(row("all", report.now)) }
    let days = report.days.enumerated().map { index, day in
      [index == 0 ? "today" : day.day.description, Words.grouped(day.count)]
    }
    return table(["deck", "new", "learning", "due"], rows) + "\n\n" + table(["day", "due"], days)
  }

  private static func row(_ name: String, _ counts: StudyQueue.Counts) -> [String] {
    [name, Words.grouped(counts.new), Words.grouped(counts.learning), Words.grouped(counts.due)]
  }

  /// The first column reads from the left, numbers stand at the right.
  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    TextTable.lines([head] + rows, [.leading] + head.dropFirst().map { _ in .trailing }).joined(
      separator: "\n")
  }
}
