import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import LinnetCLI

/// Cards whose answer is typed.
struct TypedReviewTests {
  private func quiz() throws -> Quiz {
    try Quiz([SampleBlock("port of HTTPS", "443").with { $0.noteType = NoteType.stock[3] }])
  }

  @Test func `a right answer suggests good`() throws {
    let quiz = try quiz()
    try quiz.run(" 443", "", ":q")
    #expect(quiz.text.contains("  you   443\n        ===\n  card  443"))
    #expect(quiz.text.contains("3 Good <10m (Enter)"))
    #expect(try quiz.actions == ["good"])
  }

  @Test func `a wrong answer suggests again, and the learner decides`() throws {
    let quiz = try quiz()
    try quiz.run("80", "2", ":q")
    #expect(quiz.text.contains("1 Again <1m (Enter)"))
    #expect(try quiz.actions == ["hard"])
  }

  @Test func `nothing typed shows the answer without a comparison`() throws {
    let quiz = try quiz()
    try quiz.run("  ", "3")
    #expect(!quiz.text.contains("  you"))
    #expect(try quiz.actions == ["good"])
  }

  @Test func `keys come after a colon`() throws {
    let quiz = try quiz()
    #expect(try quiz.run(":3", ":nothing", ":q", "443") == .done)
    #expect(
      quiz.hints == [
        "look at the answer first: Enter shows it", ":nothing means nothing here; ? shows the keys",
      ])
    #expect(try quiz.actions == [])
  }
}
