import StudyCore
import Terminal
import Testing

@testable import LinnetCLI

/// A sentence with a hidden link on the full screen, with concepts to choose from.
struct ChoiceScreenTests {
  private let quiz: ScreenQuiz

  init() throws {
    quiz = try ScreenQuiz([
      ".linnet.yml": "syntaxes: [link-question]\n",
      "Thalamus.md": "It sends all that is seen to the [[Cortex]], not to the [[Amygdala]].\n",
      "Cortex.md": "[[Pons]], [[Retina]]\n",
    ])
  }

  /// Rows of the card, without the blank ones behind it.
  private var body: [String] { quiz.screen[2..<20].filter { !$0.isEmpty } }

  private func letter(of name: String) throws -> String {
    let row = try #require(body.first { $0.hasSuffix("  " + name) })
    return try #require(row.split(separator: " ").first.map(String.init))
  }

  @Test func `the question shows choices, and no letter rates it`() throws {
    try quiz.press("G")
    #expect(body.first == "  It sends all that is seen to the [...], not to the [Amygdala?].")
    #expect(Set(body.dropFirst().map { $0.dropFirst(5) }) == ["Cortex", "Pons", "Retina"])
    #expect(body.dropFirst().map { $0.prefix(3) } == ["  a", "  b", "  c"])
    #expect(quiz.screen[23].hasPrefix(" a-c choose  space answer"))
    try quiz.press("d 1")
    #expect(try quiz.actions == [])
    #expect(quiz.shows("look at the answer first"))
  }

  @Test func `the right one suggests Good, another one Again, and ratings keep their keys`() throws {
    try quiz.press("G")
    let (right, wrong) = (try letter(of: "Cortex"), try letter(of: "Pons"))
    try quiz.press(right)
    #expect(body.contains("  \(right)  Cortex  right") && !quiz.shows("wrong"))
    #expect(quiz.shows("‹3 Good <10m›"))
    try quiz.press("\(wrong) space")
    #expect(try quiz.actions == ["again"])
    try quiz.press("u \(wrong)")
    #expect(body.contains("  \(right)  Cortex  right") && body.contains("  \(wrong)  Pons  wrong"))
    #expect(quiz.shows("‹1 Again <1m›"))
    #expect(body.last == "  It sends all that is seen to the {[Cortex]}, not to the [Amygdala?].")
    try quiz.press("\(wrong) 4")
    #expect(try quiz.actions == ["again", "undo", "easy"])
  }

  @Test func `without a choice it is answered from memory`() throws {
    try quiz.press("space")
    #expect(quiz.shows("  Cortex  right") && !quiz.shows("wrong") && quiz.shows("‹3 Good <10m›"))
    try quiz.press("space space")
    #expect(try quiz.actions == ["good"])
  }

  @Test func `question and choices stay where they are`() throws {
    try quiz.press("G")
    let before = quiz.screen[2..<7]
    try quiz.press("a")
    #expect(zip(quiz.screen[2..<7], before).allSatisfy { $0.hasPrefix($1) })
  }

  @Test func `links of the question do not tell the answer`() throws {
    try quiz.press("l")
    #expect(quiz.shows("links of this question (1)") && quiz.shows("Amygdala") && !quiz.shows("Cortex"))
  }

  @Test func `with two buttons a wrong one suggests Again`() throws {
    quiz.keys = try KeyMap(changing: ["good": "a"], hasTwoButtons: true)
    try quiz.press("G")
    let wrong = try letter(of: "Pons")
    try quiz.press("\(wrong)")
    #expect(quiz.shows("‹1 Again <1m›") && quiz.shows("a Good"))
    try quiz.press("\(wrong) a")
    #expect(try quiz.actions == ["good"])
  }
}
