import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Record one answer to a card, for scripts and editors.",
    discussion: """
      linnet answer 3vk2m9 good            by the card's id, or the beginning of it
      linnet answer 3vk2m9 1 --took 12     again, after 12 seconds

      linnet undo takes it back.
      """)

  @Argument(help: "The card's id, or the beginning of it.")
  var card: String

  @Argument(help: "again, hard, good, easy, or 1 to 4.", transform: RatingArgument.read)
  var rating: Rating

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Time taken; more than 60 counts as 60.", valueName: "seconds"))
  var took = 0.0

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if !(took >= 0) { throw ValidationError("--took must be 0 or more seconds") }
  }

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let service = try context.reviewService(store)
    let now = context.environment.start
    let card = try service.card(named: card)
    let recorded = try service.answer(
      card.id, rating, secondsTaken: min(took, StudyClock.longestAnswer), at: now)
    let due = CardDocument.due(recorded.card.schedule, rolloverHour: service.settings.rolloverHour, at: now)
    if global.json {
      guard let content = try store.content(of: card.id) else { return }
      try context.printJSON(
        AnswerDocument(
          card: CardDocument(content, presets: service.presets, now: now),
          review: .init(
            id: recorded.entry.id.number, rating: rating.name, at: recorded.entry.moment.description),
          next: due?.description))
    } else {
      Console.standardOutput(
        "\(card.key.shortID): \(rating.name), due \(due?.description ?? "again as a new card")")
    }
  }
}

/// `answer --json`.
struct AnswerDocument: Encodable {
  struct Review: Encodable {
    var id: Int64
    var rating: String
    var at: String
  }

  var card: CardDocument
  var review: Review
  var next: String?
}

/// A rating on the command line.
enum RatingArgument {
  static func read(_ text: String) throws -> Rating {
    guard let rating = Rating(name: text) else {
      throw ValidationError("write again, hard, good or easy, or 1 to 4")
    }
    return rating
  }
}
