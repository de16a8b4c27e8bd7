import FSRS
import StudyCore
import Testing

/// Every pair of state and event.
struct SessionTableTests {
  private let now: Moment

  init() throws { now = try moment("2026-11-24T09:00:00+01:00") }

  private func card(_ id: Int, block: Int? = nil) -> QueuedCard {
    QueuedCard(
      id: CardID(Int64(id)), key: key(block ?? id), deck: DeckName("Deck"), schedule: CardSchedule(),
      position: id)
  }

  private func suspended(_ id: Int) -> QueuedCard {
    var card = card(id)
    card.schedule.isSuspended = true
    return card
  }

  private func session(_ ids: Int...) -> ReviewSession {
    ReviewSession(
      queue: StudyQueue(
        cards: ids.map { card($0) }, progress: DayProgress(day: now.studyDay(rolloverHour: 4)),
        presets: Presets(), seed: 1))
  }

  /// A session of cards 1 and 2 in each state; in all but the first, card 0 was answered before.
  private func states() -> [String: ReviewSession] {
    let idle = session(1, 2)
    var question = session(0, 1, 2)
    _ = question.handle(.start, at: now)
    _ = question.handle(.reveal, at: now)
    _ = question.handle(.answer(.easy, secondsTaken: 1), at: now)
    var answer = question
    _ = answer.handle(.reveal, at: now)
    var resting = question
    _ = resting.handle(.bury(siblings: [card(2)]), at: now)
    var ended = question
    _ = ended.handle(.quit, at: now)
    return ["idle": idle, "question": question, "answer": answer, "resting": resting, "ended": ended]
  }

  private func kind(_ effect: ReviewSession.Effect) -> String {
    switch effect {
    case .showQuestion(let card): "question \(card.id.rawValue)"
    case .showAnswer(let card, _): "answer \(card.id.rawValue)"
    case .record(let change): "record \(change.card.id.rawValue)"
    case .takeBack(let change): "take back \(change.card.id.rawValue)"
    case .nextLearning: "next learning"
    case .finished: "finished"
    }
  }

  private static let names = ["idle", "question", "answer", "resting", "ended"]

  /// One row for each event; "-" is a pair that changes nothing.
  private func rows() -> [(event: ReviewSession.Event, effects: [String])] {
    [
      (.start, ["question 1", "-", "-", "finished", "-"]),
      (.reveal, ["-", "answer 1", "-", "-", "-"]),
      (.answer(.easy, secondsTaken: 2), ["-", "-", "record 1, question 2", "-", "-"]),
      (
        .undo,
        [
          "-", "take back 0, question 0", "take back 0, question 0", "take back 2, take back 1, question 1",
          "-",
        ]
      ),
      (.bury(), ["-", "record 1, question 2", "record 1, question 2", "-", "-"]),
      (
        .suspend(siblings: [card(2)]),
        ["-", "record 1, record 2, finished", "record 1, record 2, finished", "-", "-"]
      ),
      (.skip, ["-", "question 2", "question 2", "-", "-"]),
      (.ask([card(7), card(2)]), ["question 7", "question 7", "question 7", "question 7", "-"]),
      (.ask([suspended(2)]), ["-", "-", "-", "-", "-"]),
      (.flag(3), ["-", "record 1", "record 1", "-", "-"]),
      (.cardChanged(card(1)), ["", "question 1", "answer 1", "", "-"]),
      (.cardChanged(card(5)), ["", "", "", "", "-"]),
      (.cardGone(CardID(1)), ["", "question 2", "question 2", "", "-"]),
      (.cardGone(CardID(2)), ["", "", "", "", "-"]),
      (.quit, ["finished", "finished", "finished", "finished", "-"]),
    ]
  }

  @Test func everyPairOfStateAndEvent() throws {
    let states = states()
    for (event, expected) in rows() {
      for (name, effects) in zip(Self.names, expected) {
        let before = try #require(states[name])
        var after = before
        let got = after.handle(event, at: now).map(kind).joined(separator: ", ")
        #expect(got == (effects == "-" ? "" : effects), "\(name), \(event)")
        let isUnchanged = after == before
        if effects == "-" { #expect(isUnchanged, "\(name), \(event) changes nothing") }
      }
    }
  }

  /// Asked cards come in their order, then the card that had to wait, then the others.
  @Test func askedCardsComeBeforeAllOthers() throws {
    var session = session(1, 2, 3, 4)
    _ = session.handle(.start, at: now)
    #expect(session.handle(.ask([card(4), card(1), card(9)]), at: now).map(kind) == ["question 4"])
    var shown: [String] = []
    for _ in 0..<4 {
      _ = session.handle(.reveal, at: now)
      shown += session.handle(.answer(.easy, secondsTaken: 1), at: now).suffix(1).map(kind)
    }
    #expect(shown == ["question 9", "question 1", "question 2", "question 3"])
    for expected in ["question 2", "question 1", "question 9", "question 4"] {
      #expect(session.handle(.undo, at: now).map(kind).last == expected)
    }
    #expect(session.handle(.skip, at: now).map(kind) == ["question 9"])
    #expect(session.handle(.bury(), at: now).map(kind).last == "question 1")
  }

  @Test func aFlagStaysWithItsCardAndIsTakenBackAlone() throws {
    var session = session(1, 2)
    _ = session.handle(.start, at: now)
    _ = session.handle(.reveal, at: now)
    _ = session.handle(.flag(4), at: now)
    guard case .answer(let card, _) = session.state else {
      Issue.record("the answer stays")
      return
    }
    #expect(card.id == CardID(1) && card.schedule.flag == 4)
    #expect(session.summary.answers == 0)
    #expect(session.handle(.undo, at: now).map(kind) == ["take back 1", "question 1"])
    #expect(session.queue[CardID(1)]?.schedule.flag == 0)
  }

  @Test func aLearningCardKeepsTheSessionWaiting() throws {
    var session = session(1)
    _ = session.handle(.start, at: now)
    var effects: [ReviewSession.Effect] = []
    for (rating, seconds) in [(Rating.again, Int64(0)), (.good, 600), (.good, 1200)] {
      #expect(session.state.isQuestion, "the delays of the steps are within learn-ahead")
      _ = session.handle(.reveal, at: now.adding(seconds: seconds))
      effects = session.handle(.answer(rating, secondsTaken: 1), at: now.adding(seconds: seconds))
    }
    guard case .resting(let due?) = session.state else {
      Issue.record("the card is in learning for longer than learn-ahead")
      return
    }
    #expect(effects.last == .nextLearning(at: due))
    #expect(session.handle(.start, at: now.adding(seconds: 1200)) == [.nextLearning(at: due)])
    let soon = Moment(timestamp: due.adding(seconds: -1200), utcOffset: now.utcOffset)
    #expect(session.handle(.start, at: soon).map(kind) == ["question 1"])
  }

  @Test func theCardShownIsTakenAwayWhenAnEditSuspendsIt() {
    var session = session(1, 2)
    _ = session.handle(.start, at: now)
    var suspended = card(1)
    suspended.schedule.isSuspended = true
    #expect(session.handle(.cardChanged(suspended), at: now).map(kind) == ["question 2"])
  }

  @Test func aNewCardFromAnEditJoinsTheQueue() {
    var session = session(1)
    _ = session.handle(.start, at: now)
    _ = session.handle(.cardChanged(card(2)), at: now)
    #expect(session.counts(at: now).new == 2)
    #expect(session.handle(.skip, at: now).map(kind) == ["question 2"])
  }

  @Test func undoOfACardThatIsGoneTakesBackTheAnswerAndGoesOn() {
    var session = session(1, 2)
    _ = session.handle(.start, at: now)
    _ = session.handle(.reveal, at: now)
    _ = session.handle(.answer(.good, secondsTaken: 1), at: now)
    _ = session.handle(.cardGone(CardID(1)), at: now)
    #expect(session.handle(.undo, at: now).map(kind) == ["take back 1", "question 2"])
    #expect(session.queue[CardID(1)] == nil)
  }

  @Test func theRecordIsWhatThePreviewPromised() throws {
    var session = session(1)
    _ = session.handle(.start, at: now)
    _ = session.handle(.reveal, at: now)
    guard case .answer(_, let outcomes) = session.state else {
      Issue.record("the answer is shown")
      return
    }
    for rating in Rating.allCases {
      var copy = session
      guard case .record(let change) = copy.handle(.answer(rating, secondsTaken: 2.5), at: now).first,
        case .answer(let answer) = change.action
      else {
        Issue.record("an answer is recorded")
        continue
      }
      #expect(change.card.schedule == outcomes?[rating].schedule)
      #expect(answer.interval == outcomes?[rating].interval && answer.secondsTaken == 2.5)
      #expect(answer.model == "FSRS-7" && answer.parameterSet == 0)
    }
  }
}

extension ReviewSession.State {
  fileprivate var isQuestion: Bool {
    if case .question = self { return true }
    return false
  }
}
