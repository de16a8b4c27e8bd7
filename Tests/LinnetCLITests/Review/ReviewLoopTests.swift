import StudyCore
import StudyStore
import Terminal
import TestSupport
import Testing

@testable import LinnetCLI
@testable import StudyApp

/// The dialogue with scripted lines: what is shown, and what is in the collection after it.
struct ReviewLoopTests {
  /// A run of the loop over a collection in memory.
  private final class Script {
    let store: StudyStore
    private(set) var shown = ""
    private(set) var hints: [String] = []
    private(set) var edited: [CardContent] = []
    var onEdit: () throws -> Void = {}
    private var lines: [InputLine]

    init(_ blocks: [SampleBlock], _ lines: [String], last: InputLine = .end) throws {
      store = try StudyStore.sample(blocks)
      self.lines = lines.map(InputLine.line) + [last]
    }

    func type(_ lines: [String], last: InputLine = .end) {
      self.lines = lines.map(InputLine.line) + [last]
      shown = ""
      hints = []
    }

    @discardableResult func run(
      _ scope: ReviewScope = ReviewScope(), limit: Int? = nil, at start: Moment = .sample
    ) throws -> ReviewLoop.Ending {
      let service = ReviewService(store: store, seed: 0)
      let clock = StudyClock(fixed: start, systemTime: { start }, elapsed: { 0 })
      let page = ReviewPage(width: 60, rendering: .tags, glyphs: .ascii, settings: service.settings)
      let world = ReviewLoop.Surroundings(
        input: LineReviewInput { _ in self.lines.count > 1 ? self.lines.removeFirst() : self.lines[0] },
        show: { self.shown += $0.map { $0.string + "\n" }.joined() },
        hint: { self.hints.append($0) },
        edit: { content in
          self.edited.append(content)
          try self.onEdit()
        })
      let review = try LiveReview(service: service, scope: scope, clock: clock)
      var loop = ReviewLoop(review, page: page, limit: limit, world)
      return try loop.run()
    }

    func entries() throws -> [LogEntry] {
      var entries: [LogEntry] = []
      try store.forEachLogEntry { entries.append($0) }
      return entries
    }

    func ratings() throws -> [Rating] {
      try entries().compactMap { if case .answer(let answer) = $0.action { answer.rating } else { nil } }
    }

    /// Questions in the order in which they were shown.
    var questions: [String] {
      shown.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("question") }.map(
        String.init)
    }
  }

  private func blocks(_ count: Int) -> [SampleBlock] {
    (1...count).map { SampleBlock("question \($0)", "answer \($0)") }
  }

  @Test func oneCardFromQuestionToEnd() throws {
    let script = try Script(blocks(1), ["", "4"])
    #expect(try script.run() == .done)
    #expect(
      script.shown == """

        Sample  Sample.md                 1 new - 0 learning - 0 due
        ------------------------------------------------------------

        Question
          question 1

        Enter show answer   e edit   u undo   ? keys   q quit

        Answer
          answer 1

        1 Again <1m   2 Hard <6m   3 Good <10m (Enter)
        4 Easy 1.9mo

        1 answer, 0 again, less than a minute.
        Nothing is due now.
        The next cards come in 57 days, on 2027-01-20.
        u undo   Enter end

        """)
    #expect(try script.ratings() == [.easy])
    #expect(try script.entries().map(\.moment) == [.sample])
  }

  @Test func enterIsGoodAfterTheAnswer() throws {
    let script = try Script(blocks(3), ["", "", "", "GOOD", "", "  hard "])
    try script.run()
    #expect(try script.ratings() == [.good, .good, .hard])
    #expect(script.questions.prefix(3) == ["question 1", "question 2", "question 3"])
  }

  @Test func aRatingBeforeTheAnswerIsNotTaken() throws {
    let script = try Script(blocks(1), ["3", "good", "nonsense", "\u{1b}[A"])
    try script.run()
    #expect(try script.entries().isEmpty)
    #expect(script.hints.count == 4)
    #expect(script.hints[0] == "look at the answer first: Enter shows it")
    #expect(script.hints[2] == "nonsense means nothing here; ? shows the keys")
  }

  @Test func endOfInputAndQuitKeepWhatWasAnswered() throws {
    for ending in [["q"], ["quit"], []] {
      let script = try Script(blocks(2), ["", "1"] + ending)
      #expect(try script.run() == .done)
      #expect(try script.ratings() == [.again])
      #expect(
        script.shown.contains(
          "1 answer, 1 again, less than a minute.\nStill to come today: 1 new, 1 learning, 0 due.\n"))
    }
  }

  @Test func interruptEndsCleanly() throws {
    let script = try Script(blocks(2), ["", "3", ""], last: .interrupted)
    #expect(try script.run() == .interrupted)
    #expect(try script.ratings() == [.good])
    #expect(script.shown.contains("1 answer, 0 again"))
  }

  @Test func undoTakesBackAnyNumberAlsoAtTheEndAndOfAnEarlierRun() throws {
    let script = try Script(blocks(2), ["", "4", "", "4", "u", "u", "", "1", "q"])
    let before = try script.store.cards(matching: CardFilter())
    try script.run()
    #expect(script.questions == ["question 1", "question 2", "question 2", "question 1", "question 2"])
    script.type(["u", "u", "q"])
    try script.run()
    #expect(script.hints.first?.hasPrefix("took back the last answer of an earlier run") == true)
    #expect(script.hints.last == "there is nothing to take back")
    #expect(try script.store.cards(matching: CardFilter()) == before)
    #expect(try script.entries().count == 6)
  }

  @Test func setAsideSkipAndSiblings() throws {
    let both = SampleBlock("question 1", "answer 1").with { $0.noteType = NoteType.stock[1] }
    let script = try Script([both] + blocks(4).dropFirst(), ["s", "-", "@", "!", "", "3", "q"])
    try script.run()
    #expect(script.questions.prefix(4) == ["question 1", "question 2", "question 3", "question 4"])
    let cards = try script.store.cards(matching: CardFilter())
    #expect(cards.map(\.schedule.isSuspended) == [false, false, false, true, true])
    #expect(cards.map { $0.schedule.buriedUntil != nil } == [false, false, true, false, false])
    script.type(["="])
    try script.run(at: Moment.sample.adding(days: 1))
    #expect(
      try script.store.cards(matching: CardFilter()).prefix(2).allSatisfy { $0.schedule.buriedUntil != nil })
  }

  @Test func helpAndLinksChangeNothing() throws {
    let script = try Script(blocks(1), ["?", "l", "", "help", "links"])
    try script.run()
    #expect(script.shown.contains("q      end; every answer is kept"))
    #expect(script.shown.contains("This card has no links."))
    #expect(try script.entries().isEmpty)
  }

  @Test func theLimitEndsBeforeAnotherCardShows() throws {
    let script = try Script(blocks(5), ["", "3", "", "3", "", "3"])
    try script.run(limit: 2)
    #expect(try script.ratings().count == 2)
    #expect(script.questions == ["question 1", "question 2"])
    #expect(script.shown.contains("2 answers, 0 again"))
  }

  @Test func nothingDueSaysWhyAndWhen() throws {
    let script = try Script(blocks(1), [])
    try script.run(ReviewScope(only: .due))
    #expect(script.shown == "\nNothing is due now.\n")
    script.type(["", "4"])
    try script.run()
    script.type([])
    try script.run(at: Moment.sample.adding(seconds: 3600))
    #expect(script.shown == "\nNothing is due now.\nThe next cards come in 57 days, on 2027-01-20.\n")
  }

  @Test func anEditedCardIsShownAgainWithItsHistory() throws {
    let script = try Script(blocks(1), ["", "1", "", "e", "3"])
    script.onEdit = { [store = script.store] in
      try store.edit([SampleBlock("question 1, clearer", "answer 1")])
    }
    try script.run()
    #expect(script.edited.map(\.line) == [3])
    #expect(script.questions == ["question 1", "question 1", "question 1, clearer", "question 1, clearer"])
    #expect(try script.ratings() == [.again, .good])
    #expect(try script.store.card(CardID(1))?.schedule.repetitions == 2)
  }

  @Test func aCardThatIsEditedAwayIsNotAskedAgain() throws {
    let script = try Script(blocks(3), ["", "e", "", "3"])
    script.onEdit = { [store = script.store] in try store.edit([]) }
    try script.run()
    #expect(script.questions == ["question 1"])
    #expect(try script.entries().isEmpty)
  }

  @Test func anEditorThatFailsIsNoEnd() throws {
    let script = try Script(blocks(1), ["e", "", "3"])
    script.onEdit = { throw Failure("cannot start the editor \"x\"", hint: "name another", status: .failed) }
    try script.run()
    #expect(script.hints == ["cannot start the editor \"x\"; name another"])
    #expect(try script.ratings() == [.good])
  }

  @Test func aTypedAnswerIsComparedAndSuggestsTheRating() throws {
    let typed = SampleBlock("question 1", "Target groups").with { $0.noteType = NoteType.stock[3] }
    let script = try Script([typed], ["taget grouqs", "", ":u", ":l", " target groups", "", "", "2"])
    try script.run()
    #expect(script.shown.contains("  you   ta-get grouqs\n"))
    #expect(script.shown.contains("1 Again <1m (Enter)   2 Hard <6m"))
    // Again as suggested, taken back; Good as suggested; then the answer shown without typing.
    #expect(try script.ratings() == [.again, .good, .hard])
  }
}
