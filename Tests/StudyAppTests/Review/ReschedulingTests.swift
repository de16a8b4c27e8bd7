import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// Moving the cards of a collection to what other settings ask for.
struct ReschedulingTests {
  private let store: StudyStore
  private let later = Moment.sample.adding(days: 3)

  /// Cards that were answered once; one of them is suspended, and one is new.
  init() throws {
    store = try StudyStore.sample((0..<30).map { SampleBlock("question \($0)", "answer") })
    let service = ReviewService(store: store, seed: 1)
    for card in 1...29 {
      let rating: Rating = card.isMultiple(of: 2) ? .easy : .good
      let first = try service.answer(CardID(Int64(card)), rating, secondsTaken: 1, at: .sample)
      if first.card.schedule.phase.name == "learning" {
        _ = try service.answer(
          CardID(Int64(card)), .good, secondsTaken: 1, at: Moment.sample.adding(seconds: 900))
      }
    }
    let suspended = try #require(try store.card(CardID(1)))
    _ = try service.change([suspended], .suspend, at: later)
  }

  private func service(_ retention: Double) -> ReviewService {
    var settings = SchedulerSettings()
    settings.desiredRetention = retention
    return ReviewService(store: store, presets: Presets(general: settings), seed: 1)
  }

  private func cards() throws -> [QueuedCard] { try store.cards(matching: CardFilter()) }

  @Test func whatIsToldIsWhatIsDone() throws {
    let service = service(0.99)
    let before = try cards()
    let plan = try service.rescheduling(before, at: later)
    #expect(try cards() == before, "a plan changes nothing")
    #expect(plan.moves.count + plan.kept == 28 && plan.moves.count > 20)
    #expect(plan.earlier == plan.moves.count && plan.later == 0)

    try service.reschedule(plan, at: later)
    let after = try cards()
    let today = later.studyDay(rolloverHour: 4)
    #expect(plan.dueBefore == before.count { $0.schedule.loadedDay.map { $0 <= today } ?? false })
    #expect(plan.dueAfter == after.count { $0.schedule.loadedDay.map { $0 <= today } ?? false })
    #expect(plan.dueAfter > plan.dueBefore)
    for move in plan.moves {
      let card = try #require(after.first { $0.id == move.card.id })
      #expect(card.schedule.phase == .review(due: move.due, interval: move.interval))
      #expect(card.schedule.memory == move.card.schedule.memory)
    }
    #expect(try service.rescheduling(after, at: later).moves.isEmpty, "twice is once")
    #expect(try store.dueLoadsAreTrue())
  }

  @Test func undoTakesItBackCardByCard() throws {
    let service = service(0.8)
    let before = try cards()
    let plan = try service.rescheduling(before, at: later)
    #expect(plan.later == plan.moves.count && plan.later > 20)
    try service.reschedule(plan, at: later)
    for _ in plan.moves { #expect(try service.undoLast(at: later) != nil) }
    #expect(try cards() == before)
  }
}
