import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell why a card comes when it comes, and what it leans on.",
    discussion: """
      linnet why 3vk2m9              a card, by the beginning of its id
      """)

  @Argument(help: ArgumentHelp("A card, by the beginning of its id.", valueName: "card"))
  var name: String

  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let service = try context.reviewService(store)
    let card = try service.card(named: name)
    guard let content = try store.content(of: card.id) else { throw StudyAppError.cardNotFound(name) }
    let now = context.environment.start
    let reason = try service.reason(for: content, at: now)
    if global.json {
      try context.printJSON(WhyDocument(content: content, reason: reason, presets: service.presets, now: now))
    } else {
      let text = WhyText(reason: reason, settings: service.settings, now: now).lines(content)
      Console.standardOutput(text.joined(separator: "\n"))
    }
  }
}

/// `why --json`: the card as `cards --json` prints it, with the rule that decides about it.
private struct WhyDocument: Encodable {
  private struct Rule: Encodable {
    var rule: String
    var text: String
  }
  private struct FoundationItem: Encodable {
    var concept: String
    var note: String
    var reason: String
    var strength: Double
    var cards, new, newBefore: Int
    var retrievability: Double?

    private enum Key: String, CodingKey {
      case concept, note, reason, strength, cards, new, newBefore, retrievability
    }

    /// A value that is not there is null, so that every one has the same keys.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(concept, forKey: .concept)
      try container.encode(note, forKey: .note)
      try container.encode(reason, forKey: .reason)
      try container.encode(strength, forKey: .strength)
      try container.encode(cards, forKey: .cards)
      try container.encode(new, forKey: .new)
      try container.encode(newBefore, forKey: .newBefore)
      try container.encode(retrievability, forKey: .retrievability)
    }
  }
  private struct Next: Encodable { var again, hard, good, easy: String }

  var content: CardContent
  var reason: CardReason
  var presets: Presets
  var now: Moment

  private enum Key: String, CodingKey { case card, reason, foundations, next }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(CardDocument(content, presets: presets, now: now), forKey: .card)
    let words = WhyText(reason: reason, settings: presets.general, now: now)
    try container.encode(Rule(rule: reason.rule.name, text: words.rule), forKey: .reason)
    try container.encode(
      reason.foundations.map { known in
        let cards = known.foundation.cards
        return FoundationItem(
          concept: known.foundation.title, note: known.foundation.note.path,
          reason: known.foundation.reason.rawValue, strength: known.foundation.strength, cards: cards.count,
          new: cards.count { $0.schedule.phase == .new },
          newBefore: cards.count { reason.newBefore.contains($0.id) }, retrievability: known.recall)
      }, forKey: .foundations)
    let due = { (rating: Rating) in words.due(reason.outcomes[rating])?.description ?? "" }
    try container.encode(
      Next(again: due(.again), hard: due(.hard), good: due(.good), easy: due(.easy)), forKey: .next)
  }
}

extension CardReason.Rule {
  /// For scripts.
  fileprivate var name: String {
    switch self {
    case .gone: "gone"
    case .suspended: "suspended"
    case .buried: "buried"
    case .next: "next"
    case .today: "today"
    case .learning: "learning"
    case .later: "later"
    case .waitsForSibling: "sibling"
    case .limited(.new, _): "new-limit"
    case .limited(.reviews, _): "review-limit"
    }
  }
}
