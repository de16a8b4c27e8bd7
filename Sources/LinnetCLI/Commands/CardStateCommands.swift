import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

struct SuspendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend",
    abstract: "Keep cards from coming until they are resumed.",
    discussion: """
      linnet suspend 3vk2m9
      linnet suspend --deck AWS --tag old
      """)

  @OptionGroup var state: CardStateArguments

  func run() throws { try state.run(.suspend, done: "suspended", already: "were suspended already") }
}

struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Let suspended cards come again.",
    discussion: """
      linnet resume 3vk2m9
      linnet resume --deck AWS
      """)

  @OptionGroup var state: CardStateArguments

  func run() throws { try state.run(.resume, done: "resumed", already: "were not suspended") }
}

struct BuryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bury",
    abstract: "Put cards off until tomorrow.",
    discussion: """
      linnet bury 3vk2m9
      linnet bury --tag network
      """)

  @OptionGroup var state: CardStateArguments

  func run() throws { try state.run(.bury, done: "buried until tomorrow", already: "were buried already") }
}

struct FlagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag",
    abstract: "Flag cards, 1 to 7; 0 takes the flag away.",
    discussion: """
      linnet flag 3 3vk2m9
      linnet flag 0 --deck AWS
      """)

  @Argument(help: ArgumentHelp("A number from 0 to 7.", valueName: "flag"))
  var flag: Int

  @OptionGroup var state: CardStateArguments

  func validate() throws {
    guard (0...7).contains(flag) else { throw ValidationError("a flag is a number from 0 to 7") }
  }

  func run() throws {
    try state.run(
      .flag(flag), done: flag == 0 ? "flag taken away" : "flagged \(flag)",
      already: flag == 0 ? "had none" : "had it already")
  }
}

/// The cards that a command changes: by ids, or by deck and tag.
struct CardStateArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("Ids of cards, or their beginnings.", valueName: "card"))
  var cards: [String] = []

  @OptionGroup var filters: FilterOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if cards.isEmpty, filters.filter.isEmpty {
      throw ValidationError("name cards by their ids, or choose them with --deck or --tag")
    }
  }

  func run(_ change: CardStateChange, done: String, already: String) throws {
    let chosen = try choose()
    let changed = try chosen.service.change(chosen.cards, change, at: chosen.now).count
    if global.json {
      try chosen.context.printJSON(
        StateDocument(changed: changed, cards: chosen.cards.map(\.key.shortID)))
    } else {
      Console.standardOutput(chosen.sentence(done, already: already, changed: changed))
    }
  }

  /// Opens the collection and finds the cards.
  func choose() throws -> ChosenCards {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let service = try context.reviewService(store)
    var filter = filters.filter
    let named = try cards.map { try service.card(named: $0).id }
    if !cards.isEmpty { filter.cards = named }
    return ChosenCards(context: context, service: service, cards: try service.cards(matching: filter))
  }
}

/// The cards that a command is about, in their collection.
struct ChosenCards {
  let context: CommandContext
  let service: ReviewService
  let cards: [QueuedCard]

  var now: Moment { context.environment.start }
  var today: Day { now.studyDay(rolloverHour: service.settings.rolloverHour) }

  /// `suspended: 3 cards (2 were suspended already)`
  func sentence(_ done: String, already: String, changed: Int) -> String {
    let others = cards.count - changed
    let stood = others == 1 ? already.replacing("were ", with: "was ") : already
    return "\(done): \(Words.count(changed, "card"))"
      + (others > 0 ? " (\(Words.grouped(others)) \(stood))" : "")
  }
}

/// How many cards were changed, and those that were meant.
private struct StateDocument: Encodable {
  var changed: Int
  var cards: [String]
}
