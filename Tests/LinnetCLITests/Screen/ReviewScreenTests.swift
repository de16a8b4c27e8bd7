import StudyApp
import StudyCore
import StudyStore
import Terminal
import TestSupport
import Testing

@testable import LinnetCLI

/// What holds on the full screen whatever is asked and typed.
struct ReviewScreenTests {
  private static func card(_ front: String, _ back: String) -> String {
    "START\nBasic\n\(front)\nBack: \(back)\nEND\n"
  }

  private static let long = (1...90).map { "line \($0) of it" }.joined(separator: "\n\n")

  @Test func `space answers only after every row of the answer was on the screen`() throws {
    for (columns, rows) in [(80, 24), (40, 10), (120, 40)] {
      let quiz = try ScreenQuiz(["a.md": ReviewScreenTests.card("long", ReviewScreenTests.long)])
      quiz.size = TerminalSize(columns: columns, rows: rows)
      var presses = 0
      try quiz.run {
        presses += 1
        return (try? quiz.actions)?.isEmpty == true ? .space : nil
      }
      let shown = Set(quiz.frames.flatMap { $0.rows.map { $0.withoutBlanksAtEnd(.plain) } })
      for line in 1...90 { #expect(shown.contains("  line \(line) of it"), "\(columns)x\(rows)") }
      #expect(presses > 90 / rows)
    }
  }

  @Test func `header and footer stay where they are`() throws {
    let quiz = try ScreenQuiz(["a.md": ReviewScreenTests.card("front", ReviewScreenTests.long)])
    try quiz.press("space space j j t pgdn")
    let rules = quiz.frames.map { frame in
      frame.rows.indices.filter { frame.rows[$0].string == String(repeating: "─", count: 80) }
    }
    #expect(Set(rules) == [[1, 20]])
    #expect(quiz.frames.allSatisfy { $0.rows[2].string.hasPrefix("  front") })
  }

  @Test func `pasted text is never taken as keys`() throws {
    let quiz = try ScreenQuiz(["a.md": ReviewScreenTests.card("front", "back")])
    try quiz.press("space paste paste")
    #expect(try quiz.actions == [])
    #expect(quiz.shows("pasted text is not taken as keys"))
  }

  @Test func `Ctrl-L draws everything again`() throws {
    let quiz = try ScreenQuiz(["a.md": ReviewScreenTests.card("front", "back")])
    try quiz.press("space ^L")
    #expect(quiz.forgotten == 1 && quiz.shows("  back"))
  }

  @Test func `the image of a card, or else its note, is shown outside`() throws {
    let quiz = try ScreenQuiz([
      "a.md": ReviewScreenTests.card("front ![[plan.png]]", "back"), "plan.png": "",
    ])
    try quiz.press("o")
    #expect(quiz.opened == [quiz.folder.absolute("plan.png")])
    // A picture of the answer is not shown with the question.
    let other = try ScreenQuiz(["a.md": ReviewScreenTests.card("front", "![[plan.png]]"), "plan.png": ""])
    try other.press("o space o")
    #expect(other.opened == [other.folder.absolute("a.md"), other.folder.absolute("plan.png")])
  }

  @Test func `cards of a linked note are asked next, due or not, and then the one that waited`() throws {
    let quiz = try ScreenQuiz([
      "a.md": ReviewScreenTests.card("front [[b]]", "back"),
      "b.md": ReviewScreenTests.card("linked", "back"),
      "c.md": ReviewScreenTests.card("third", "back"),
    ])
    try quiz.press("s space 4")
    #expect(try quiz.actions == ["easy"])
    try quiz.press("l r")
    #expect(quiz.screen[2] == "  linked")
    #expect(quiz.shows("1 card of b first, then on as before"))
    try quiz.press("l r space 3")
    #expect(try quiz.actions == ["easy", "good"])
    #expect(quiz.screen[2] == "  front [b]")
  }

  @Test func `nobody rates an answer that was not seen`() throws {
    let quiz = try ScreenQuiz(["a.md": ReviewScreenTests.card("front", "back")])
    try quiz.press("3 1 4")
    #expect(try quiz.actions == [])
    #expect(quiz.shows("look at the answer first"))
  }

  @Test func `with two buttons there are two`() throws {
    let quiz = try ScreenQuiz(["a.md": ReviewScreenTests.card("front", "back")])
    quiz.keys = try KeyMap(changing: [:], hasTwoButtons: true)
    try quiz.press("space")
    #expect(quiz.screen[22].contains("1 Again <1m") && quiz.screen[22].contains("2 Good <10m"))
    #expect(!quiz.screen[22].contains("Hard") && !quiz.screen[22].contains("Easy"))
    try quiz.press("space 2")
    #expect(try quiz.actions == ["good"])
  }

  @Test func `the learner's own keys come before those that scroll`() throws {
    let quiz = try ScreenQuiz(["a.md": ReviewScreenTests.card("front", "back")])
    quiz.keys = try KeyMap(changing: ["good": "j", "again": "f", "flag": "1"])
    try quiz.press("space")
    #expect(quiz.screen[22].contains("j Good"))
    try quiz.press("space j")
    #expect(try quiz.actions == ["good"])
  }

  @Test func `the last answer is taken back from the summary, and in a later run`() throws {
    let cards = ReviewScreenTests.card("one", "back") + "\n" + ReviewScreenTests.card("two", "back")
    let quiz = try ScreenQuiz(["a.md": cards])
    try quiz.press("space 4 space 4")
    #expect(quiz.shows("2 answers, 0 again"))
    #expect(quiz.screen.last == " u undo  enter end")

    let other = try ScreenQuiz(["a.md": cards])
    try other.press("space 4 space 4 u")
    #expect(try other.actions == ["easy", "easy", "undo"])
    #expect(other.screen[2] == "  two")
    try other.press("u")
    #expect(try other.actions == ["easy", "easy", "undo", "undo"])
    #expect(other.screen[2] == "  one")
  }

  @Test func `with nothing to ask it ends at once`() throws {
    let quiz = try ScreenQuiz(["a.md": "no cards"])
    #expect(try quiz.press("space") == .done)
    #expect(quiz.frames.isEmpty)
  }

  @Test func `it ends at its limit`() throws {
    let cards = (1...3).map { ReviewScreenTests.card("front \($0)", "back") }.joined(separator: "\n")
    let quiz = try ScreenQuiz(["a.md": cards])
    #expect(try quiz.press("space 3 space 3", limit: 1) == .done)
    #expect(try quiz.actions == ["good"])
    #expect(!quiz.frames.contains { $0.rows[2].string.contains("front 2") })
  }

  @Test func `control characters of a note never reach the terminal`() throws {
    let hostile = "\u{1B}]0;title\u{7}\u{1B}[2J\u{9B}31m\u{202E}drawkcab\u{8}\u{D}over"
    let quiz = try ScreenQuiz([
      "a\u{1B}[31m.md": ReviewScreenTests.card("front \(hostile)", "back \(hostile) [[link \(hostile)]]")
    ])
    try quiz.press("i esc m \"x\" enter space t l enter esc ?")
    let texts = quiz.frames.flatMap(\.rows).map(\.string)
    #expect(texts.contains { $0.contains("drawkcab") })
    for text in texts {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
  }

  /// Any keys, in a window that changes its size, on any of the notes.
  @Test(arguments: 1...8) func `whatever is pressed, the screen is whole and the log is right`(_ seed: UInt64)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    let quiz = try ScreenQuiz([
      "a.md": ReviewScreenTests.card(
        "one [[b]] and [[c]]", "- a\n  - b\n    - c\n- d\n\n" + ReviewScreenTests.long),
      "b.md": ReviewScreenTests.card("two", "# head\n\ntext\n\n## sub\n\n- x") + "\n[[a]]",
      "d.md": "START\nBasic (type in the answer)\nthree\nBack: typed\nEND\n",
      "e.md": "START\nCloze\nfour {{c1::gap}} and {{c2::another::hint}}\nEND\n",
    ])
    let keys =
      ScreenScript.keys("space enter tab esc up down left right pgup pgdn backspace paste resume")
      + "1234ltseu-=@!mfi?jkgGxrbo/".map(Key.character)
    var left = 400
    try quiz.run {
      left -= 1
      if left < 0 { return nil }
      if generator.happens(oneIn: 25) {
        quiz.size = TerminalSize(
          columns: generator.element(of: [1, 20, 40, 79, 99, 100, 101, 200]),
          rows: generator.element(of: [1, 9, 10, 24, 60]))
        return .resized
      }
      return generator.element(of: keys)
    }
    for frame in quiz.frames {
      #expect(frame.rows.count == frame.size.rows)
      #expect(frame.rows.allSatisfy { $0.width <= frame.size.columns })
    }
    let scheduler = Scheduler()
    for card in try quiz.store.cards(matching: CardFilter()) {
      let replayed = Replay(scheduler: scheduler).schedule(of: try quiz.store.logEntries(of: card.key))
      #expect(card.schedule == replayed)
    }
  }
}
