import Foundation
import Terminal
import TestSupport
import Testing

/// Whatever a terminal shows, an update makes it show the frame.
struct FrameTests {
  private static let size = TerminalSize(columns: 30, rows: 6)
  private static let pieces = ["a", "b", "word", " ", "  ", "語", "äé", "한", "-"]

  private func text(_ generator: inout SeededGenerator) -> StyledText {
    let styles: [[Style]] = [[], [.title], [.link], [.link, .strong], [.again]]
    return (0..<generator.index(below: 12)).reduce(StyledText()) { text, _ in
      text + StyledText(generator.element(of: FrameTests.pieces), styles: generator.element(of: styles))
    }
  }

  /// A frame that shares most rows, and parts of others, with the one before.
  private func frame(after before: Frame?, _ generator: inout SeededGenerator) -> Frame {
    var rows = before?.rows ?? (0..<FrameTests.size.rows).map { _ in text(&generator) }
    for row in rows.indices where generator.happens(oneIn: 3) {
      rows[row] =
        generator.happens(oneIn: 2)
        ? text(&generator) : rows[row].cropped(to: generator.index(below: 30)) + text(&generator)
    }
    let cursor = generator.happens(oneIn: 3) ? Frame.Cursor(row: generator.index(below: 6), column: 2) : nil
    return Frame(size: FrameTests.size, rows: rows, cursor: cursor)
  }

  private func padded(_ frame: Frame) -> [String] {
    frame.rows.map { $0.padded(to: frame.size.columns).string }
  }

  @Test(arguments: 1...20, [Rendering.ansi, .plain]) func `updates lead from frame to frame`(
    _ seed: UInt64, _ rendering: Rendering
  ) {
    var generator = SeededGenerator(seed: seed)
    var terminal = ModelTerminal(FrameTests.size)
    terminal.write("what stood there")
    var shown: Frame?
    for _ in 0..<30 {
      let next = frame(after: shown, &generator)
      terminal.write(next.update(from: generator.happens(oneIn: 10) ? nil : shown, rendering: rendering))
      #expect(terminal.rows == padded(next))
      #expect(terminal.isCursorVisible == (next.cursor != nil))
      if let cursor = next.cursor { #expect((terminal.row, terminal.column) == (cursor.row, cursor.column)) }
      shown = next
    }
    #expect(terminal.complaints == [])
  }

  @Test func `the same frame again writes nothing, and another size everything`() {
    let small = Frame(size: FrameTests.size, rows: ["one", "two"], cursor: .init(row: 1, column: 1))
    #expect(small.update(from: small, rendering: .ansi) == "")
    let large = Frame(size: TerminalSize(columns: 31, rows: 6), rows: ["one", "two"])
    #expect(large.update(from: small, rendering: .ansi).contains("one"))
  }

  @Test func `one word that changes in a large frame costs few bytes`() {
    let size = TerminalSize(columns: 200, rows: 60)
    func frame(_ word: String) -> Frame {
      let line =
        StyledText("before ", .title) + StyledText(word, .link) + StyledText(" and much more after it")
      return Frame(
        size: size, rows: Array(repeating: line, count: 1) + Array(repeating: "the same", count: 59))
    }
    #expect(frame("third").update(from: frame("first"), rendering: .ansi).utf8.count < 40)
    #expect(frame("a longer one").update(from: frame("first"), rendering: .ansi).utf8.count < 100)
  }

  @Test func `text after an emoji of disputed width is placed by its column`() {
    let frame = Frame(size: FrameTests.size, rows: ["a👩‍💻b❤️c"])
    let update = frame.update(from: Frame(size: FrameTests.size, rows: []), rendering: .plain)
    #expect(update == "\u{1B}[1;1Ha👩‍💻\u{1B}[1;4Hb❤️\u{1B}[1;7Hc")
  }

  @Test func `a frame has the rows of its screen, none wider`() {
    let frame = Frame(size: TerminalSize(columns: 5, rows: 2), rows: ["123語語", "1234語", "third"])
    #expect(frame.rows.map(\.string) == ["123語", "1234"])
    #expect(Frame(size: TerminalSize(columns: 5, rows: 3), rows: []).rows.count == 3)
  }

  @Test(arguments: [(8, "abcdefgh"), (5, "abcd…"), (1, "…"), (0, "")])
  func `what is cut ends in an ellipsis`(_ width: Int, _ expected: String) {
    #expect(StyledText("abcdefgh").cropped(to: width, ellipsis: "…").string == expected)
  }
}

/// The same against a terminal that others wrote.
@Suite(.enabled(if: Pyte.isAvailable, "Python's pyte is not installed"))
struct FrameOracleTests {
  @Test(arguments: 1...6) func `pyte shows what frames say`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let size = TerminalSize(columns: 40, rows: 8)
    var output = ""
    var shown: Frame?
    for _ in 0..<40 {
      var rows = shown?.rows ?? []
      for row in 0..<size.rows where generator.happens(oneIn: 2) || rows.count <= row {
        let words = ["plain", "語彙", " ", "한글", "x", "wider words here"]
        let styles: [Style] = [.title, .link, .faint, .good]
        let text = (0..<generator.index(below: 6)).reduce(StyledText()) { text, _ in
          text + StyledText(generator.element(of: words), styles: [generator.element(of: styles)])
        }
        if row < rows.count { rows[row] = text } else { rows.append(text) }
      }
      let frame = Frame(size: size, rows: rows)
      output += frame.update(from: shown, rendering: .ansi)
      shown = frame
    }
    let frame = try #require(shown)
    #expect(try Pyte.rows(output, size) == frame.rows.map { $0.padded(to: size.columns).string })
  }
}
