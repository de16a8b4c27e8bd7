import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Print the card that comes next, for scripts and editors.",
    discussion: """
      linnet next                      the card, its answer and the intervals
      linnet next --json               the same for a program
      linnet answer 3vk2m9 good        then record an answer

      Writes nothing.
      """)

  @OptionGroup var filters: FilterOptions
  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let service = try context.reviewService(store)
    let now = context.environment.start
    let scope = ReviewScope(filter: filters.filter)
    let queue = try service.queue(scope, at: now)
    let card = queue.next(at: now)
    let content = try card.flatMap { try store.content(of: $0.id) }
    let outcomes = card.map { queue.outcomes(for: $0, at: now) }
    if global.json {
      try context.printJSON(
        NextDocument(
          content: content, choices: try content.flatMap(service.choices), counts: queue.counts(at: now),
          outcomes: outcomes, presets: service.presets,
          now: now))
    } else if let content, let outcomes {
      Console.standardOutput(
        NextText.text(content, outcomes, settings: service.settings, width: context.columns))
    } else {
      if !scope.filter.isEmpty { try service.requireKnown(scope.filter) }
      context.say(RestText.text(try service.rest(scope, limits: queue.presets, at: now), now: now))
    }
  }
}

/// `next --json`.
struct NextDocument: Encodable {
  private struct Counts: Encodable { var new, learning, due: Int }
  private struct Intervals: Encodable { var again, hard, good, easy: Int64 }

  var content: CardContent?
  var choices: LinkChoices?
  var counts: StudyQueue.Counts
  var outcomes: Outcomes?
  var presets: Presets
  var now: Moment

  private enum Key: String, CodingKey { case card, counts, intervals }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let card = content.map {
      AskedCard(content: $0, choices: choices, card: CardDocument($0, presets: presets, now: now))
    }
    try container.encode(card, forKey: .card)
    try container.encode(
      Counts(new: counts.new, learning: counts.learning, due: counts.due), forKey: .counts)
    let intervals = outcomes.map {
      Intervals(
        again: $0.again.interval, hard: $0.hard.interval, good: $0.good.interval, easy: $0.easy.interval)
    }
    try container.encode(intervals, forKey: .intervals)
  }
}

/// A card with its sides and links.
private struct AskedCard: Encodable {
  private struct Link: Encodable {
    var target: String
    var resolved: Bool
    var kind: String
    var count: Int
  }

  private struct Choice: Encodable {
    var name: String
    var isRight: Bool
  }

  var content: CardContent
  var choices: LinkChoices?
  var card: CardDocument

  private enum Key: String, CodingKey { case question, answer, links, choices }

  func encode(to encoder: any Encoder) throws {
    try card.encode(to: encoder)
    let faces = CardFaces(content)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(faces.questionText, forKey: .question)
    try container.encode(faces.answerText, forKey: .answer)
    let links = LinkList(content.links).items.map {
      Link(target: $0.link.name, resolved: $0.link.isResolved, kind: $0.link.kind, count: $0.count)
    }
    try container.encode(links, forKey: .links)
    let choices = choices.map { choices in
      choices.names.enumerated().map { Choice(name: $1, isRight: $0 == choices.right) }
    }
    try container.encodeIfPresent(choices, forKey: .choices)
  }
}

/// `next` for a person.
private enum NextText {
  static func text(
    _ content: CardContent, _ outcomes: Outcomes, settings: SchedulerSettings, width: Int
  ) -> String {
    let faces = CardFaces(content)
    let buttons = Rating.allCases.map { rating in
      let interval = IntervalText.short(
        seconds: outcomes[rating].interval, learnAhead: settings.learnAhead)
      return "\(rating.name) \(interval)"
    }
    let place = "\(content.card.key.shortID)  \(content.deck)  \(content.filePath):\(content.line)"
    let sides = ["", faces.questionText, "", faces.answerText, "", buttons.joined(separator: "   ")]
    return ([StyledText(place)] + sides.flatMap { StyledText($0).wrapped(to: width) })
      .map(\.string).joined(separator: "\n")
  }
}
