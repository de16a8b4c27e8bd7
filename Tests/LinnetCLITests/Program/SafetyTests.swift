import Foundation
import Testing

/// Whatever happens to the program, what was answered is kept.
@Suite(.enabled(if: Sandbox.program != nil))
struct SafetyTests {
  @Test(arguments: [1, 4]) func `a killed quiz has every answer in the log`(_ answers: Int) throws {
    let sandbox = try Sandbox(Sandbox.notes(cards: 6))
    try sandbox.run("linnet import notes")
    let quiz = try Conversation(sandbox, "linnet review")
    try #require(quiz.waits(for: "Enter show answer"))
    for _ in 1...answers {
      try quiz.type("")
      try #require(quiz.waits(for: "4 Easy"))
      try quiz.type("3")
      try #require(quiz.waits(for: "Enter show answer"))
    }
    quiz.kill()
    #expect(try sandbox.log().count == answers)
    #expect(try sandbox.run("linnet doctor").status == 0)
  }

  @Test func `an interrupted quiz ends with 130 and keeps its answers`() throws {
    let sandbox = try Sandbox(Sandbox.notes(cards: 3))
    try sandbox.run("linnet import notes")
    let quiz = try Conversation(sandbox, "linnet review")
    try #require(quiz.waits(for: "Enter show answer"))
    try quiz.type("")
    try #require(quiz.waits(for: "4 Easy"))
    try quiz.type("1")
    try #require(quiz.waits(for: "Enter show answer"))
    quiz.interrupt()
    try #require(quiz.waits(for: "1 answer, 1 again"))
    #expect(try quiz.end() == 130)
    #expect(try sandbox.log().count == 1)
  }

  @Test func `two quizzes at once lose nothing`() throws {
    let sandbox = try Sandbox(Sandbox.notes(cards: 8))
    try sandbox.run("linnet import notes")
    let quizzes = try (0..<2).map { _ in try Conversation(sandbox, "linnet review") }
    for quiz in quizzes { try #require(quiz.waits(for: "Enter show answer")) }
    for _ in 0..<5 {
      for quiz in quizzes { try quiz.type("\n3") }
      for quiz in quizzes { try #require(quiz.waits(for: "Enter show answer")) }
    }
    for quiz in quizzes { #expect(try quiz.end() == 0) }
    #expect(try sandbox.log().count == 10)
    #expect(try sandbox.run("linnet doctor").status == 0)
  }

  @Test func `answers of many programs at once are all there`() throws {
    let sandbox = try Sandbox(Sandbox.notes(cards: 2))
    try sandbox.run("linnet import notes")
    let run = try sandbox.run(
      "card=$(linnet cards -q | head -c 10); for n in 1 2 3 4 5 6 7 8; do linnet answer $card 3 & done; wait")
    #expect(run.errors == "")
    #expect(try sandbox.log().count == 8)
    #expect(try sandbox.run("linnet doctor").status == 0)
  }

  @Test func `a reader that goes away ends nothing with a signal`() throws {
    let sandbox = try Sandbox(Sandbox.notes(cards: 300))
    try sandbox.run("linnet import notes")
    let run = try sandbox.run("{ linnet cards; echo $? >&2; } | head -n 1")
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.errors.contains("0"))
  }
}
