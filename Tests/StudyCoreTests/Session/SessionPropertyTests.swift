import FSRS
import StudyCore
import Testing

/// A session against a collection that knows only the log: they have to agree after every event.
struct SessionPropertyTests {
  private static let seeds: [UInt64] = Array(1...16)

  private struct Run {
    var collection: Collection
    var session: ReviewSession
    var now: Moment

    mutating func send(_ event: ReviewSession.Event) {
      collection.carryOut(session.handle(event, at: now), at: now)
    }

    var shown: QueuedCard? {
      switch session.state {
      case .question(let card), .answer(let card, _): card
      case .idle, .resting, .ended: nil
      }
    }

    /// The session's queue with what it knows of today.
    var queue: StudyQueue {
      var queue = session.queue
      queue.turn(to: now.studyDay(rolloverHour: queue.settings.rolloverHour))
      return queue
    }
  }

  /// Sixty cards of thirty blocks, some new and some due, under small limits.
  private func run(_ random: inout SplitMix64, seed: UInt64) throws -> Run {
    let presets = Presets.sample(&random)
    var collection = Collection(presets: presets, seed: seed)
    let now = try moment("2026-11-24T21:00:00+01:00")
    let past = now.adding(seconds: -20 * 86_400)
    for number in 0..<60 {
      let card = key(number / 2, number.isMultiple(of: 2) ? .forward : .reverse)
      let deck = DeckName(["A", "A::B", "C"][number / 2 % 3])
      collection.add(CardID(Int64(number)), card, in: deck, position: number / 4)
      if Bool.random(using: &random) {
        let day = now.studyDay(rolloverHour: 4).adding(.random(in: -5...2, using: &random))
        collection.append(.setDue(day), to: card, at: past)
      }
    }
    return Run(collection: collection, session: ReviewSession(queue: collection.queue(at: now)), now: now)
  }

  private func event(_ run: Run, _ random: inout SplitMix64) -> ReviewSession.Event {
    let siblings = run.shown.map { shown in
      (0..<60).compactMap { run.session.queue[CardID($0)] }.filter {
        $0.key.block == shown.key.block && $0.id != shown.id
      }
    }
    switch (Int.random(in: 0..<20, using: &random), run.session.state) {
    case (0, _): return .bury()
    case (1, _): return .suspend()
    case (2, _): return .bury(siblings: siblings ?? [])
    case (3...5, _): return .undo
    case (6, _): return .flag(.random(in: 0...7, using: &random))
    case (_, .question): return .reveal
    case (_, .answer): return .answer(Rating.allCases.randomElement(using: &random) ?? .good, secondsTaken: 4)
    case (_, .idle), (_, .resting), (_, .ended): return .start
    }
  }

  @Test(arguments: seeds) func theSessionAndAQueueBuiltFromTheLogAgree(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var run = try run(&random, seed: seed)
    run.send(.start)
    for _ in 0..<250 {
      let isLongPause = Int.random(in: 0..<25, using: &random) == 0
      run.now = run.now.adding(
        seconds: isLongPause ? .random(in: 600...50_000, using: &random) : .random(in: 1...40, using: &random)
      )
      let event = event(run, &random)
      run.send(event)
      let afresh = run.collection.queue(at: run.now)
      let isSame = run.queue == afresh
      #expect(isSame, "after \(event)")
      #expect(run.session.counts(at: run.now) == afresh.counts(at: run.now))
      if case .answer = event { #expect(run.shown == afresh.next(at: run.now)) }
    }
    #expect(run.session.summary.answers > 0 || run.session.queue.settings.reviewsPerDay == 0)
  }

  @Test(arguments: seeds) func undoIsTheExactInverse(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var run = try run(&random, seed: seed)
    run.send(.start)
    var before: [ReviewSession] = []
    while before.count < 30, run.shown != nil {
      run.now = run.now.adding(seconds: 7)
      if Int.random(in: 0..<6, using: &random) == 0 { run.send(.skip) }
      if Int.random(in: 0..<6, using: &random) == 0 {
        run.send(
          .ask((0..<3).compactMap { _ in run.session.queue[CardID(.random(in: 0..<60, using: &random))] }))
      }
      before.append(run.session)
      run.send(.reveal)
      run.send(.answer(Rating.allCases.randomElement(using: &random) ?? .good, secondsTaken: 7))
    }
    for session in before.reversed() {
      run.now = run.now.adding(seconds: 3)
      run.send(.undo)
      let isRestored = run.session == session
      #expect(isRestored)
    }
    #expect(!run.session.canUndo)
  }

  @Test func undoWorksOnTheSummaryAndReplaysTheSameSession() throws {
    var random = SplitMix64(seed: 12)
    var run = try run(&random, seed: 12)
    run.send(.start)
    while run.shown != nil {
      run.send(.reveal)
      run.send(.answer(.easy, secondsTaken: 1))
    }
    #expect(run.session.state == .resting(nextLearning: nil))
    let end = run.session
    run.send(.undo)
    #expect(run.shown != nil && run.session.summary.answers == end.summary.answers - 1)
    run.send(.reveal)
    run.send(.answer(.easy, secondsTaken: 1))
    let isSame = run.session == end
    #expect(isSame, "the same answer at the same moment leads to the same end")
  }
}
