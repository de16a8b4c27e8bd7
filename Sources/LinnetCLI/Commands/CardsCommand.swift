import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

/// What `cards --state` chooses by.
enum CardStateChoice: String, ExpressibleByArgument, CaseIterable {
  case new, learning, review, relearning, suspended, flagged, marked, leech

  func includes(_ content: CardContent, _ settings: SchedulerSettings) -> Bool {
    let schedule = content.card.schedule
    return switch self {
    case .new, .learning, .review, .relearning: schedule.phase.name == rawValue
    case .suspended: schedule.isSuspended
    case .flagged: schedule.flag > 0
    case .marked: content.mark != nil
    case .leech: schedule.lapses >= settings.leechThreshold
    }
  }
}

struct CardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards",
    abstract: "List and search cards.",
    discussion: """
      linnet cards                         all of them
      linnet cards target group            cards whose text has these words
      linnet cards --deck AWS --state new

      The first column is the card's id; its beginning is enough to name a card.
      """)

  @Argument(help: ArgumentHelp("Words that the card's text has.", valueName: "word"))
  var words: [String] = []

  @Option(help: "new, learning, review, relearning, suspended, flagged, marked or leech.")
  var state: CardStateChoice?

  @OptionGroup var filters: FilterOptions
  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let service = try context.reviewService(store)
    let parts = words.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    let cards = try store.search(parts, filters.filter).compactMap { try store.content(of: $0) }
      .filter { state?.includes($0, service.presets.settings(of: $0.deck)) ?? true }
    if cards.isEmpty, !filters.filter.isEmpty { try service.requireKnown(filters.filter) }
    let now = context.environment.start
    if global.json {
      try context.printJSON(
        CardsDocument(cards: cards.map { CardDocument($0, presets: service.presets, now: now) }))
    } else {
      if !cards.isEmpty {
        Console.standardOutput(
          CardTable.text(cards, now: now, rolloverHour: service.settings.rolloverHour, width: context.columns)
        )
      }
      context.say(Words.count(cards.count, "card"))
    }
  }
}

/// `cards --json`.
private struct CardsDocument: Encodable {
  var cards: [CardDocument]
}

/// Cards in lines: id, when it comes, deck and the beginning of the question.
enum CardTable {
  static func text(
    _ cards: [CardContent], now: Moment, rolloverHour: Int, width columns: Int
  ) -> String {
    let states = cards.map { card in
      let flag = card.card.schedule.flag
      return CardStateText.short(card.card.schedule, now: now, rolloverHour: rolloverHour)
        + (flag > 0 ? ", flag \(flag)" : "")
        + (card.mark.map { " (\($0))" } ?? "")
    }
    let width = states.map(\.count).max() ?? 0
    return zip(cards, states).map { card, state in
      let padding = String(repeating: " ", count: width - state.count)
      return CardLine.text(card, between: state + padding, width: columns)
    }.joined(separator: "\n")
  }
}

/// Where a card stands, in a few words.
enum CardStateText {
  static func short(_ schedule: CardSchedule, now: Moment, rolloverHour: Int) -> String {
    if schedule.isSuspended { return "suspended" }
    switch schedule.phase {
    case .new: return "new"
    case .learning, .relearning: return schedule.phase.name
    case .review(let day, _):
      let days = day.days(since: now.studyDay(rolloverHour: rolloverHour))
      return days > 0 ? "in \(days) d" : days == 0 ? "due today" : "due \(-days) d ago"
    }
  }
}
