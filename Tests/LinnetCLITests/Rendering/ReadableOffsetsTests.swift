import Markdown
import Terminal
import TestSupport
import Testing

@testable import LinnetCLI

struct ReadableOffsetsTests {
  /// Paragraphs, lists, quotes, code and tables of numbered words.
  private func document(_ generator: inout SeededGenerator) -> MarkdownDocument {
    var text = ""
    for number in 0..<(4 + generator.index(below: 12)) {
      let words = (0..<(1 + generator.index(below: 40))).map { "w\(number)x\($0)" }.joined(separator: " ")
      switch generator.index(below: 6) {
      case 0: text += "- \(words)\n    - [[\(words)]]\n\n"
      case 1: text += "> \(words)\n\n"
      case 2: text += "```\n\(words)\n```\n\n"
      case 3: text += "| a | b |\n| --- | --- |\n| \(words) | w\(number)y |\n\n"
      case 4: text += "## w\(number)z\n\n---\n\n"
      default: text += words + "\n\n"
      }
    }
    return MarkdownParser.parse(text)
  }

  private func rows(_ document: MarkdownDocument, _ width: Int) -> [StyledText] {
    TerminalMarkdown(width: width, rendering: .ansi).lines(document)
  }

  private func row(showing place: Int, _ offsets: [Int]) -> Int { offsets.lastIndex { $0 <= place } ?? 0 }

  @Test(arguments: 1...60) func `there and back again is the same text`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let document = document(&generator)
    let wide = rows(document, 30 + generator.index(below: 58))
    let narrow = rows(document, 30 + generator.index(below: 58))
    let (there, back) = (readableOffsets(narrow), readableOffsets(wide))
    for start in wide.indices {
      let end = row(showing: there[row(showing: back[start], there)], back)
      #expect(end <= start || back[end] == back[start], "\(start) came back as \(end)")
      // No more than the text of one narrow row lies between.
      #expect(back[start] - back[end] <= 100, "\(start) came back as \(end)")
    }
  }

  @Test func `bars, rules and marks do not count`() {
    let rows: [StyledText] = [
      StyledText("│ ", .quote) + "ab c", StyledText("─────", .faint),
      StyledText("↳ ", .faint) + StyledText("de", .code), "",
    ]
    #expect(readableOffsets(rows) == [0, 3, 3, 5])
  }
}
