import StudyApp
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import LinnetCLI

/// The quiz as its learner meets it.
struct ReviewLoopTests {
  private func quiz(_ fronts: String...) throws -> Quiz {
    try Quiz(fronts.map { SampleBlock($0, "answer to \($0)") })
  }

  @Test func `a card is asked, shown and answered`() throws {
    let quiz = try quiz("one", "two")
    #expect(try quiz.run("", "3") == .done)
    #expect(quiz.count(asking: "one") == 1)
    #expect(quiz.text.contains("Answer\n  answer to one"))
    #expect(quiz.count(asking: "two") == 1)
    #expect(!quiz.text.contains("answer to two"))
    #expect(quiz.text.contains("1 answer, 0 again, less than a minute."))
    #expect(try quiz.actions == ["good"])
  }

  @Test(arguments: [("1", "again"), ("hard", "hard"), ("", "good"), ("Easy", "easy")])
  func `every rating has its key`(_ line: String, _ rating: String) throws {
    let quiz = try quiz("one")
    try quiz.run("", line)
    #expect(try quiz.actions == [rating])
  }

  @Test func `nobody rates an answer that was not seen`() throws {
    let quiz = try quiz("one")
    try quiz.run("3", "x", "q")
    #expect(
      quiz.hints == [
        "look at the answer first: Enter shows it", "x means nothing here; ? shows the keys",
      ])
    #expect(try quiz.actions == [])
  }

  @Test func `undo goes back through this run and the ones before`() throws {
    let quiz = try quiz("one", "two", "three")
    try quiz.run("", "3", "", "1", "q")
    try quiz.run("", "4", "u", "u", "u", "u", "q")
    #expect(try quiz.actions == ["good", "again", "easy", "undo", "undo", "undo"])
    #expect(quiz.hints.count == 3)
    #expect(quiz.hints.last == "there is nothing to take back")
    let cards = try quiz.store.cards(matching: CardFilter())
    #expect(cards.allSatisfy { $0.schedule.phase == .new })
  }

  @Test func `what is set aside does not come back today`() throws {
    let quiz = try quiz("one", "two", "three")
    try quiz.run("-", "@", "s", "q")
    #expect(quiz.count(asking: "one") == 1)
    #expect(quiz.count(asking: "two") == 1)
    #expect(try quiz.actions == ["bury", "suspend"])
    try quiz.run("q")
    #expect(quiz.count(asking: "three") == 1)
    quiz.now = quiz.now.adding(days: 1)
    try quiz.run("s", "q")
    #expect(quiz.count(asking: "one") == 1)
    #expect(quiz.count(asking: "two") == 0)
  }

  @Test func `a skipped card comes after the others`() throws {
    let quiz = try quiz("one", "two")
    try quiz.run("s", "s", "q")
    #expect(quiz.count(asking: "one") == 2)
    #expect(try quiz.actions == [])
  }

  @Test func `all cards of a block are set aside at once`() throws {
    let reversed = SampleBlock("one", "eins").with { $0.noteType = NoteType.stock[1] }
    let quiz = try Quiz([reversed, SampleBlock("two", "zwei")])
    try quiz.run("!", "=")
    #expect(try quiz.actions == ["suspend", "suspend", "bury"])
    #expect(quiz.text.contains("until tomorrow"))
  }

  @Test func `the quiz ends after so many answers, without another question`() throws {
    let quiz = try quiz("one", "two")
    #expect(try quiz.run("", "3", "", "3", limit: 1) == .done)
    #expect(try quiz.actions == ["good"])
    #expect(quiz.count(asking: "two") == 0)
  }

  @Test func `at rest the last answer can still be taken back`() throws {
    let quiz = try quiz("one")
    try quiz.run("", "4", "u", "", "4", "")
    #expect(try quiz.actions == ["easy", "undo", "easy"])
    #expect(quiz.text.contains("Nothing is due now."))
    #expect(quiz.text.contains("u undo   Enter end"))
  }

  @Test(arguments: [[], ["", "^C"], ["", "4", "^C"]])
  func `an interrupt is told apart from an end`(_ before: [String]) throws {
    let quiz = try quiz("one")
    let ending =
      switch before.count {
      case 0: try quiz.run("^C")
      case 2: try quiz.run("", "^C")
      default: try quiz.run("", "4", "^C")
      }
    #expect(ending == .interrupted)
    #expect(try quiz.actions == (before.contains("4") ? ["easy"] : []))
  }

  @Test func `without cards it says so and ends`() throws {
    let quiz = try quiz()
    #expect(try quiz.run() == .done)
    #expect(quiz.text.contains("There are no cards here yet."))
  }
}
