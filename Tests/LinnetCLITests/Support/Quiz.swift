import StudyApp
import StudyCore
import StudyStore
import Terminal
import TestSupport

@testable import LinnetCLI

/// A quiz over a collection in memory, with a learner who follows a script.
final class Quiz {
  let store: StudyStore
  private let service: ReviewService
  /// What was shown and hinted, in order, since the last run began.
  private(set) var shown: [String] = []
  private(set) var hints: [String] = []
  /// What the editor does to the collection.
  var edit: () throws -> Void = {}
  var now = Moment.sample

  init(_ blocks: [SampleBlock]) throws {
    store = try .sample(blocks)
    service = ReviewService(store: store, seed: 1)
  }

  /// Runs until the script ends or the quiz does. A line is what somebody types; `^C` is the interrupt key.
  @discardableResult
  func run(_ lines: String..., limit: Int? = nil) throws -> ReviewEnding {
    (shown, hints) = ([], [])
    let script = Script(lines)
    let page = ReviewPage(width: 60, rendering: .plain, glyphs: .ascii, settings: service.settings)
    let world = ReviewLoop.Surroundings(
      input: LineReviewInput(keys: .standard) { _ in script.next() },
      show: { [unowned self] in shown.append($0.map(\.string).joined(separator: "\n")) },
      hint: { [unowned self] in hints.append($0) },
      edit: { [unowned self] _ in try edit() })
    let clock = StudyClock(fixed: now, systemTime: { [now] in now }, elapsed: { 0 })
    let review = try LiveReview(service: service, scope: ReviewScope(), clock: clock)
    var loop = ReviewLoop(review, page: page, limit: limit, world)
    return try loop.run()
  }

  var text: String { shown.joined(separator: "\n") }

  /// How often the page with this question was shown.
  func count(asking question: String) -> Int { shown.count { $0.contains("Question\n  \(question)") } }

  /// What the log says, oldest first: `good`, `undo`, `bury`.
  var actions: [String] {
    get throws {
      var words: [String] = []
      try store.forEachLogEntry { words.append(ActionWords.word($0.action)) }
      return words
    }
  }
}

/// Lines, one after the other, then the end.
private final class Script {
  private var lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  func next() -> InputLine {
    if lines.isEmpty { return .end }
    let line = lines.removeFirst()
    return line == "^C" ? .interrupted : .line(line)
  }
}
