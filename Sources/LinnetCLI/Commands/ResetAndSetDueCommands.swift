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

  @OptionGroup var schedules: ScheduleArguments

  func run() throws {
    try schedules.run(asking: { "Make \($0) new again? The history is kept." }) { _ in
      .reset
    } saying: { chosen, changed in
      chosen.sentence("new again", already: "were new already", changed: changed.count)
    }
  }
}

struct SetDueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-due",
    abstract: "Say when cards come, as with Anki's Set Due Date.",
    discussion: """
      linnet set-due 0 3vk2m9                  today
      linnet set-due 3 3vk2m9                  in three days
      linnet set-due 3-7 --deck AWS            each on a day from the third to the seventh
      linnet set-due '3!' 3vk2m9               the interval becomes three days, too
      linnet set-due 2026-12-24 --tag exam

      New cards and those in the steps become review cards. The interval goes from a card's last answer to \
      the day, or with a ! from today, and what is remembered of it stays as it is. Cards chosen by deck or tag \
      are asked about first; --yes does not ask. linnet undo takes it back.
      """)

  @Argument(
    help: ArgumentHelp("Days from today, a range of them, or a date.", valueName: "days"),
    transform: SetDueCommand.read)
  var choice: DueChoice

  @OptionGroup var schedules: ScheduleArguments

  func run() throws {
    try schedules.run(asking: { "Set the day of \($0)?" }) { chosen in
      try requirePossible(today: chosen.today)
      return .setDue(choice)
    } saying: { chosen, changed in
      let days = changed.compactMap(\.card.schedule.dueDay).sorted()
      var done = days.first.map { "due \($0)" } ?? "set"
      if let last = days.last, last != days.first { done += " to \(last)" }
      return chosen.sentence(done, already: "were due then already", changed: changed.count)
    }
  }

  private static func read(_ text: String) throws -> DueChoice {
    guard let choice = DueChoice(text) else {
      throw ValidationError(
        "write 0 for today, a number of days up to \(DueChoice.longest), a range such as 3-7, "
          + "or a date such as 2026-12-24")
    }
    return choice
  }

  private func requirePossible(today: Day) throws {
    guard case .on(let day) = choice.when else { return }
    if day < today {
      throw Failure("\(day) is past", hint: "0 means today, \(today)", status: .usage)
    }
    if day.days(since: today) > DueChoice.longest {
      throw Failure(
        "\(day) is too far", hint: "the last day is \(today.adding(DueChoice.longest))", status: .usage)
    }
  }
}

/// The cards whose schedules a command sets, and whether it asks first.
struct ScheduleArguments: ParsableArguments {
  @OptionGroup var state: CardStateArguments

  @Flag(help: "Do not ask, however many cards it is.")
  var yes = false

  /// - Parameters:
  ///   - question: about so many cards, as words. Cards that were named one by one were meant.
  ///   - change: what is done to the cards chosen.
  ///   - done: what to say when it is done.
  func run(
    asking question: (_ cards: String) -> String, _ change: (ChosenCards) throws -> CardStateChange,
    saying done: (ChosenCards, [Recorded]) -> String
  ) throws {
    let chosen = try state.choose()
    let change = try change(chosen)
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
      for hint in ScheduleHints.after(changed, today: chosen.today) { chosen.context.say(hint) }
    }
  }
}

/// What to know and to run after schedules were set.
private enum ScheduleHints {
  static func after(_ changed: [Recorded], today: Day) -> [String] {
    guard !changed.isEmpty else { return [] }
    let schedules = changed.map(\.card.schedule)
    let suspended = schedules.count(where: \.isSuspended)
    var hints: [String] = []
    if suspended > 0 {
      let verb = suspended == 1 ? "stays" : "stay"
      hints.append(
        "\(Words.count(suspended, "card")) \(verb) suspended; linnet resume lets suspended cards come")
    }
    if schedules.contains(where: { $0.dueDay == today && !$0.isSuspended }) {
      hints.append("linnet review asks what is due today")
    }
    hints.append("linnet undo takes it back" + (changed.count > 1 ? ", card by card" : ""))
    return hints
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
