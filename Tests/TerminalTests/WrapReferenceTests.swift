import TestSupport
import Testing

@testable import Terminal

/// Wrapping takes short cuts for what most texts are: ASCII, and shorter than a line. None may show.
struct WrapReferenceTests {
  private typealias Cell = (character: Character, styles: [Style])

  /// Blanks, letters, wide signs, marks, emoji and what must not be torn apart; mostly ASCII, as notes are.
  private let pieces = [
    "a", "bc", "word", "spaced-out", " ", " ", "  ", ",", "(", ")", "-", "\n", "`x`", "\t", "\u{7}", "é",
    "e\u{301}", "漢", "字",
    "。", "「", "ー", "한", "\u{1112}\u{1161}\u{11AB}", "👍🏽", "👨‍👩‍👧", "🇩🇪", "❤️", "\u{A0}", "\u{200B}", "\u{2010}",
    "\u{301}", "नि", "\u{3000}",
    "\r\n",
  ]

  private func text(_ generator: inout SeededGenerator) -> StyledText {
    var text = StyledText()
    let styles: [[Style]] = [[], [.link], [.strong, .code]]
    let isPlain = generator.happens(oneIn: 3)
    for _ in 0..<generator.index(below: 30) {
      let piece = isPlain ? pieces[generator.index(below: 13)] : generator.element(of: pieces)
      text.append(StyledText(piece, styles: generator.element(of: styles)))
    }
    return text
  }

  @Test(arguments: [LineBreaking.words, .cells]) func `short cuts do not show`(breaking: LineBreaking) {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<4000 {
      let text = text(&generator)
      let width = 1 + generator.index(below: 40)
      let indents: [StyledText] = ["", "• ", StyledText("↳ ", .faint)]
      let indent = generator.element(of: indents)
      let hanging = generator.happens(oneIn: 2) ? generator.element(of: indents) : nil
      let lines = text.wrapped(to: width, indent: indent, hanging: hanging, breaking: breaking)
      let expected = reference(text, width, indent, hanging ?? indent, breaking)
      #expect(lines == expected, "\(text.rendered(as: .tags)) at \(width)")
    }
  }

  @Test func `a text is as wide as its clusters`() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<4000 {
      let text = text(&generator)
      let clusters = text.runs.reduce(0) { $0 + $1.text.reduce(0) { $0 + $1.cellWidth } }
      #expect(text.width == clusters, "\(text.string)")
    }
  }

  // MARK: The long way

  private func reference(
    _ text: StyledText, _ width: Int, _ indent: StyledText, _ hanging: StyledText, _ breaking: LineBreaking
  ) -> [StyledText] {
    let cells = text.runs.flatMap { run in run.text.map { ($0, run.styles) as Cell } }
    var lines: [StyledText] = []
    for paragraph in cells.split(omittingEmptySubsequences: false, whereSeparator: { $0.character == "\n" }) {
      var rest = Array(paragraph)
      repeat {
        let start = lines.isEmpty ? indent : hanging
        let end = end(of: rest, max(1, width - start.width), breaking)
        var line = Array(rest[..<end])
        rest = Array(rest[end...])
        if breaking == .words {
          while line.last?.character.isBreakingBlank == true { line.removeLast() }
          while rest.first?.character.isBreakingBlank == true { rest.removeFirst() }
        }
        lines.append(line.reduce(start) { $0 + StyledText(String($1.character), styles: $1.styles) })
      } while !rest.isEmpty
    }
    return lines
  }

  private func end(of cells: [Cell], _ room: Int, _ breaking: LineBreaking) -> Int {
    var end = 0
    var used = 0
    while end < cells.count {
      let own = cells[end].character.cellWidth
      if used > 0, own > 0, used + own > room { break }
      used += own
      end += 1
    }
    guard breaking == .words, end < cells.count, !cells[end].character.isBreakingBlank else { return end }
    return (1...end).last { canBreak(cells, before: $0) } ?? end
  }

  private func canBreak(_ cells: [Cell], before index: Int) -> Bool {
    let left = cells[index - 1].character
    let right = cells[index].character
    if left.isBreakingBlank { return !cells[..<index].allSatisfy { $0.character.isBreakingBlank } }
    if left == "-" || left == "\u{2010}" {
      return index >= 2 && right.isLetter && cells[index - 2].character.isLetter
    }
    return left.allowsBreak(before: right)
  }
}
