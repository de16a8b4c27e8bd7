import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a card with its history and memory, or all cards of a note.",
    discussion: """
      linnet show 3vk2m9              a card, by the beginning of its id
      linnet show "ECS service"       the cards of a note, by title, alias or path
      """)

  @Argument(help: ArgumentHelp("A card or a note.", valueName: "card|note"))
  var name: String

  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let service = try context.reviewService(store)
    let contents = try NamedCards.find(name, service)
    let now = context.environment.start
    if global.json {
      try context.printJSON(
        ShowDocument(
          cards: try contents.map {
            ShowDocument.Card(
              card: CardDocument($0, presets: service.presets, now: now),
              history: try store.logEntries(of: $0.card.key))
          }))
      return
    }
    let sheet = CardSheet(context: context, service: service)
    let texts = try contents.map { content in
      try sheet.text(content, history: contents.count == 1 ? store.logEntries(of: content.card.key) : nil)
    }
    Console.standardOutput(texts.joined(separator: "\n\n"))
  }
}

/// The cards that a name on the command line means: a card by its id, else a note's.
enum NamedCards {
  static func find(_ name: String, _ service: ReviewService) throws -> [CardContent] {
    do {
      let card = try service.card(named: name)
      return try [service.store.content(of: card.id)].compactMap { $0 }
    } catch StudyAppError.cardNotFound {
      let concept = try concept(name, service)
      let cards = try concept.note.map { try service.store.cards(in: $0.id) } ?? []
      guard !cards.isEmpty else {
        throw Failure(
          "\"\(concept.name)\" has no cards", hint: "linnet links shows where it is used", status: .notFound)
      }
      return try cards.compactMap { try service.store.content(of: $0) }
    }
  }

  /// What a name means that is no card's.
  static func concept(_ name: String, _ service: ReviewService) throws -> Concept {
    do {
      return try ConceptFinder.concept(named: name, in: service.store)
    } catch StudyAppError.conceptNotFound(_, let near) {
      throw Failure(
        "no card and no note is named \"\(name)\"",
        hint: Words.didYouMean(near) ?? "linnet cards lists cards with their ids", status: .notFound)
    }
  }
}

/// `show --json`: cards as `cards --json` prints them, each with its `history`.
private struct ShowDocument: Encodable {
  struct Card: Encodable {
    var card: CardDocument
    var history: [LogEntry]

    private enum Key: String, CodingKey { case history }

    func encode(to encoder: any Encoder) throws {
      try card.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(history.map { LogLine($0) }, forKey: .history)
    }
  }

  var cards: [Card]
}
