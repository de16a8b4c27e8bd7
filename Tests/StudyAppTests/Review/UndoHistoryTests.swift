import StudyApp
import StudyCore
import StudyStore
import TestSupport
import Testing

/// Taking back the last acts, in whatever run they were done, leaves what there was without them.
struct UndoHistoryTests {
  private enum Act {
    case answer(Rating, CardID)
    case other(LogEntry.Action, CardID)
    case undo
  }

  /// Everything that a learner could notice.
  private struct State: Hashable {
    var cards: [QueuedCard]
    var queue: [[CardID]]
    var newAnswered: Int
    var reviewsAnswered: Int
    var next: CardID?
  }

  private static let cards = 8

  /// Acts that can be taken back, over some days.
  private func history(_ random: inout SeededGenerator) -> [(act: Act, at: Moment)] {
    var now = Moment.sample
    return (0..<40).map { _ in
      now = now.adding(seconds: Int64(random.index(below: random.happens(oneIn: 4) ? 90_000 : 700)) + 1)
      let card = CardID(Int64(random.index(below: UndoHistoryTests.cards)) + 1)
      let act: Act =
        switch random.index(below: 14) {
        case 0: .other(.bury(until: now.studyDay(rolloverHour: 4).adding(1)), card)
        case 1: .other(.suspend, card)
        case 2: .other(.flag(random.index(below: 8)), card)
        case 3, 4: .undo
        case 5: .other(.reset, card)
        case 7: .other(.reschedule(now.studyDay(rolloverHour: 4).adding(2), interval: 5), card)
        case 6: .other(.setDue(now.studyDay(rolloverHour: 4).adding(random.index(below: 4))), card)
        default: .answer(random.element(of: Rating.allCases), card)
        }
      return (act, now)
    }
  }

  /// Each act in a run of its own.
  private func run(_ path: String) throws -> ReviewService {
    ReviewService(store: try StudyStore(path: path), seed: 1)
  }

  /// - Returns: how many acts can be taken back now.
  private func perform(_ history: ArraySlice<(act: Act, at: Moment)>, _ path: String) throws -> Int {
    var count = 0
    for (act, now) in history {
      let service = try run(path)
      switch act {
      case .answer(let rating, let card):
        _ = try service.answer(card, rating, secondsTaken: 2, at: now)
        count += 1
      case .other(let action, let card):
        _ = try service.store.record(action, of: [card], at: now, presets: service.presets)
        count += 1
      case .undo:
        let isUndone = try service.undoLast(at: now) != nil
        #expect(isUndone == (count > 0))
        count = max(0, count - 1)
      }
    }
    return count
  }

  private func state(_ path: String, at now: Moment) throws -> State {
    let service = try run(path)
    let queue = try service.queue(at: now)
    let today = queue.today(at: now)
    let progress = try service.progress(at: now)
    return State(
      cards: try service.store.cards(matching: CardFilter()),
      queue: [today.new, today.learning, today.due].map { $0.map(\.id) },
      newAnswered: progress.answered(.new),
      reviewsAnswered: progress.answered(.review), next: queue.next(at: now)?.id)
  }

  @Test(arguments: 1...10) func `any number of acts is taken back exactly, across runs`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let history = history(&random)
    let end = try #require(history.last).at.adding(seconds: 60)
    let folder = try TemporaryFolder()
    let blocks = (1...UndoHistoryTests.cards).map { SampleBlock("question \($0)", "answer") }
    let (whole, part) = (folder.absolute("whole.sqlite"), folder.absolute("part.sqlite"))
    for path in [whole, part] { try StudyStore(path: path).add(blocks) }
    let untouched = try state(part, at: end)

    // What is left of the history after its first part is taken back act by act.
    let kept = 12
    let before = try perform(history[..<kept], part)
    let after = try perform(history[..<kept], whole)
    #expect(before == after)
    let acts = history[kept...].filter { if case .undo = $0.act { false } else { true } }
    _ = try perform(acts[...], whole)
    for _ in acts { #expect(try run(whole).undoLast(at: end) != nil) }
    #expect(try state(whole, at: end) == state(part, at: end))

    for _ in 0..<before { #expect(try run(whole).undoLast(at: end) != nil) }
    #expect(try run(whole).undoLast(at: end) == nil)
    #expect(try state(whole, at: end) == untouched)
  }
}
