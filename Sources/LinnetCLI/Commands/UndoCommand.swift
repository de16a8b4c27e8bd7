import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last answer or change of a card, also of an earlier run.",
    discussion: """
      linnet undo        any number of times; the card is as it was before

      Changes are those of suspend, bury, flag, reset, set-due and reschedule, card by card.
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    let service = try context.reviewService(store)
    let now = context.environment.start
    guard let (entry, card) = try service.undoLast(at: now), let content = try store.content(of: card.id)
    else { throw Failure("there is nothing to take back", status: .failed) }
    if global.json {
      try context.printJSON(
        UndoDocument(
          card: CardDocument(content, presets: service.presets, now: now),
          undone: .init(
            id: entry.id.number, action: ActionWords.word(entry.action), at: entry.moment.description)))
    } else {
      Console.standardOutput("took back \(ActionWords.word(entry.action)): \(CardLine.text(content))")
    }
  }
}

/// `undo --json`.
private struct UndoDocument: Encodable {
  struct Entry: Encodable {
    var id: Int64
    var action: String
    var at: String
  }

  var card: CardDocument
  var undone: Entry
}

/// What was done to a card, in a word.
enum ActionWords {
  /// The same for any rating.
  static func noun(_ action: LogEntry.Action) -> String {
    if case .answer = action { "answer" } else { word(action) }
  }

  static func word(_ action: LogEntry.Action) -> String {
    switch action {
    case .answer(let answer): answer.rating.name
    case .undo: "undo"
    case .suspend: "suspend"
    case .resume: "resume"
    case .bury: "bury"
    case .unbury: "unbury"
    case .reset: "reset"
    case .setDue: "set due"
    case .reschedule: "reschedule"
    case .adopt: "adopt"
    case .flag: "flag"
    }
  }
}
