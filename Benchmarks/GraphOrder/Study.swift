import FSRS
import StudyCore

/// One learner who studies one vault in one world by one arm, day by day to the horizon.
///
/// On each day there are so many minutes: forgotten cards ten minutes later, then what is due, then new cards for as long as there is time. So
/// all arms study about as long. Reviews may take longer than planned, new cards may not: a learner who takes so many that the reviews of later
/// days have no room would gain by whatever holds cards back.
struct Study: Sendable {
  static let days = 120
  /// When on the day a session begins, in days.
  static let hour = 0.75
  static let refitDays: Set<Int> = [48, 72, 96]
  /// Share of days without study.
  private static let absence = 0.1
  /// Seconds an answer takes by its button: of new cards, of others (`fsrs.md` §5).
  private static let secondsOfNew = [19.6, 18.8, 13.8, 10.7]
  private static let secondsOfReview = [19.4, 17.6, 12.4, 8.9]
  private static let relearningDelay = 600.0
  /// The longest day, as a multiple of the time planned.
  private static let longestDay = 1.6

  let arm: Arm
  let tunables: Tunables
  let learner: Learner
  let vault: Vault
  let leanings: [[FoundationOrder.Leaning]]
  let ties: WeightedAdjacency
  /// Cards never seen, in their order.
  var new: [Int]
  var truth: TrueMemory
  var schedule: Schedule
  var context: ContextUse
  var session = Session()
  private var forecasts: [Forecast] = []
  private var seconds = 0.0

  /// - Parameters:
  ///   - vault: with the links that the arm sees.
  ///   - truth: the learner's memory before anything is learned.
  init(_ arm: Arm, _ tunables: Tunables, _ learner: Learner, _ vault: Vault, truth: TrueMemory) {
    self.arm = arm
    self.tunables = tunables
    self.learner = learner
    self.vault = vault
    self.truth = truth
    leanings = vault.leanings
    ties = vault.ties
    new = NewOrder.of(arm.mechanism, vault, leanings)
    schedule = Schedule(cards: vault.cards.count)
    context = ContextUse(cards: vault.cards.count, ties: arm.mechanism == .context ? ties : nil)
  }

  mutating func run() -> RunResult {
    for day in 0..<Study.days where learner.fate.uniform(.presence, day) >= Study.absence {
      if usesContext, Study.refitDays.contains(day) { context.refit() }
      begin(day)
      while session.seconds < Study.longestDay * plannedSeconds, let card = next() { ask(card) }
      seconds += session.seconds
    }
    return RunResult(self, forecasts: forecasts, seconds: seconds)
  }

  private var plannedSeconds: Double { learner.secondsPerCard * Double(vault.cards.count) }
  var takesNewCards: Bool { session.seconds < plannedSeconds }

  var usesContext: Bool { arm.mechanism == .mood || arm.mechanism == .context }

  private mutating func ask(_ card: Int) {
    let time = session.time
    let entry = schedule.entries[card]
    // What was seen on the same day is learning, not remembering.
    let predicted = entry.flatMap { time - $0.time < 0.5 ? nil : schedule.recall(card, at: time) }
    let corrected = predicted.map {
      usesContext ? context.recall($0, of: card, at: time) : $0
    }
    let (rating, recall) = truth.answer(card, at: time)
    let costs = entry == nil ? Study.secondsOfNew : Study.secondsOfReview
    session.note(card, seconds: costs[rating.rawValue - 1])
    if let predicted, let corrected {
      forecasts.append(
        Forecast(
          time: time, model: predicted, arm: corrected, truth: recall, isRecalled: rating != .again))
      if usesContext {
        context.record(card, at: time, predicted: predicted, isRecalled: rating != .again)
      }
    }
    let days = schedule.answer(card, at: time, rating: rating)
    schedule.choose(dueDay(of: card, among: days), for: card)
    guard rating == .again else { return }
    session.learning.append((card, session.seconds + Study.relearningDelay))
    if arm.mechanism == .foundations { session.urgent += foundations(of: card) }
  }
}
