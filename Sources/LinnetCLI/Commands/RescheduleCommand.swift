import ArgumentParser
import StudyApp
import StudyCore

struct RescheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reschedule",
    abstract: "Move review cards to the days that your settings ask for.",
    discussion: """
      linnet reschedule --dry-run        what would move
      linnet reschedule
      linnet reschedule --deck AWS --yes

      A setting counts from the next answer on. After another desired retention or memory model this moves what was \
      scheduled before, too. Cards stay whose intervals the settings could have given; suspended ones stay as well.
      """)

  @Flag(help: "Tell what would move, and change nothing.")
  var dryRun = false

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var filters: FilterOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try MemoryRecall.run(store, context)
    let service = try context.reviewService(store)
    let now = context.environment.start
    let plan = try service.rescheduling(try service.cards(matching: filters.filter), at: now)
    if !dryRun, !plan.moves.isEmpty {
      guard
        yes || Confirmation.ask("Move \(Words.count(plan.moves.count, "card"))? \(RescheduleText.due(plan)).")
      else {
        throw Failure(
          "nothing was changed", hint: "add --yes to go ahead without being asked", status: .failed)
      }
      try service.reschedule(plan, at: now)
    }
    if global.json {
      try context.printJSON(RescheduleDocument(plan, isDone: !dryRun))
    } else {
      Console.standardOutput(RescheduleText.text(plan, isDone: !dryRun))
    }
  }
}

/// `reschedule --json`.
private struct RescheduleDocument: Encodable {
  var moved, earlier, later, kept: Int
  var dueBefore, dueAfter: Int
  /// False for what would be done.
  var done: Bool

  init(_ plan: Rescheduling, isDone: Bool) {
    (moved, earlier, later, kept) = (plan.moves.count, plan.earlier, plan.later, plan.kept)
    (dueBefore, dueAfter) = (plan.dueBefore, plan.dueAfter)
    done = isDone
  }
}

private enum RescheduleText {
  static func text(_ plan: Rescheduling, isDone: Bool) -> String {
    guard !plan.moves.isEmpty else {
      return plan.kept == 0
        ? "there are no review cards" : "every review card has a day that fits your settings"
    }
    let verb = isDone ? "moved" : "would move"
    return """
      \(verb): \(Words.count(plan.moves.count, "card")), \(Words.grouped(plan.earlier)) to an earlier day, \
      \(Words.grouped(plan.later)) to a later one; \(Words.grouped(plan.kept)) stay
      \(due(plan))
      """
  }

  static func due(_ plan: Rescheduling) -> String {
    "due today: \(Words.grouped(plan.dueAfter)), without it \(Words.grouped(plan.dueBefore))"
  }
}
