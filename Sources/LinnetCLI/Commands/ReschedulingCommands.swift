import ArgumentParser
import StudyApp
import StudyCore
import StudyStore

struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Make cards new again; their history is kept.",
    discussion: """
      linnet reset 3vk2m9
      linnet reset --deck AWS --tag old        asks first; --yes does not

      Nothing is taken out of the log, and linnet undo takes a reset back. Flags stay, and suspended cards stay \
      suspended.
      """)

  @OptionGroup var rescheduling: ReschedulingArguments

  func run() throws {
    try rescheduling.run(.reset, asking: { "Make \($0) new again? The history is kept." }) {
      chosen, changed in
      chosen.sentence("new again", already: "were new already", changed: changed.count)
    }
  }
}

/// The cards whose schedules a command sets, and whether it asks first.
struct ReschedulingArguments: ParsableArguments {
  @OptionGroup var state: CardStateArguments

  @Flag(help: "Do not ask, however many cards it is.")
  var yes = false

  /// - Parameters:
  ///   - question: about so many cards, as words. Cards that were named one by one were meant.
  ///   - done: what to say when it is done.
  func run(
    _ change: CardStateChange, asking question: (_ cards: String) -> String,
    _ done: (ChosenCards, [Recorded]) -> String
  ) throws {
    let chosen = try state.choose()
    let count = chosen.service.actions(change, on: chosen.cards, at: chosen.now).count
    guard
      yes || !state.cards.isEmpty || count < 2
        || Confirmation.ask(question(Words.count(count, "card")))
    else {
      throw Failure("nothing was changed", hint: "add --yes to go ahead without being asked", status: .failed)
    }
    let changed = try chosen.service.change(chosen.cards, change, at: chosen.now)
    if state.global.json {
      try chosen.context.printJSON(ScheduledDocument(changed, of: chosen))
    } else {
      Console.standardOutput(done(chosen, changed))
      for hint in ReschedulingHints.after(changed) { chosen.context.say(hint) }
    }
  }
}

/// What to know and to run after schedules were set.
private enum ReschedulingHints {
  static func after(_ changed: [Recorded]) -> [String] {
    guard !changed.isEmpty else { return [] }
    let suspended = changed.count { $0.card.schedule.isSuspended }
    let subject = suspended == changed.count ? (suspended == 1 ? "it" : "they") : Words.grouped(suspended)
    let rest =
      suspended == 0
      ? [] : ["\(subject) \(suspended == 1 ? "stays" : "stay") suspended: linnet resume lets such cards come"]
    let undo = changed.count == 1 ? "linnet undo takes it back" : "linnet undo takes it back card by card"
    return rest + [undo]
  }
}

/// How many cards were changed, those that were meant, and when the changed ones are due: a date, or null for a
/// new card.
private struct ScheduledDocument: Encodable {
  var changed: Int
  var cards: [String]
  var due: [String: String?]

  init(_ recorded: [Recorded], of chosen: ChosenCards) {
    changed = recorded.count
    cards = chosen.cards.map(\.key.shortID)
    due = Dictionary(
      recorded.map { ($0.card.key.shortID, $0.card.schedule.dueDay?.description) }, uniquingKeysWith: { $1 })
  }
}

extension CardSchedule {
  /// The day of a review card.
  fileprivate var dueDay: Day? {
    if case .review(let day, _) = phase { day } else { nil }
  }
}
