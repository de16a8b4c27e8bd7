import Markdown
import Terminal

extension TerminalMarkdown {
  func list(_ items: [MarkdownListItem], start: Int?, isTight: Bool, width: Int) -> [StyledText] {
    let last = (start ?? 0) + items.count - 1
    var lines: [StyledText] = []
    for (index, item) in items.enumerated() {
      if index > 0 && !isTight { lines.append("") }
      let marker = start.map { number($0 + index, last: last) } ?? bullet
      lines += self.lines(of: item, marker: marker, isTight: isTight, width: width)
    }
    return lines
  }

  private func lines(
    of item: MarkdownListItem, marker: StyledText, isTight: Bool, width: Int
  ) -> [StyledText] {
    var inner = self
    inner.depth += 1
    let blank = StyledText(String(repeating: " ", count: marker.width))
    return indented(by: marker, hanging: blank, width: width) {
      inner.lines(of: item.blocksWithBox, width: $0, isTight: isTight)
    }
  }

  private var bullet: StyledText { StyledText(glyphs.bullet(depth: depth) + " ") }

  /// Numbers stand right-aligned, so that the texts begin in one column.
  private func number(_ number: Int, last: Int) -> StyledText {
    StyledText("\(number).").padded(to: "\(last).".count, .trailing) + " "
  }
}

extension MarkdownListItem {
  /// The box of a task belongs to the running text and wraps with it.
  fileprivate var blocksWithBox: [MarkdownBlock] {
    guard let isTicked else { return blocks }
    let box = MarkdownInline.text(isTicked ? "[x] " : "[ ] ")
    guard case .paragraph(let inlines)? = blocks.first else { return [.paragraph([box])] + blocks }
    return [.paragraph([box] + inlines)] + blocks.dropFirst()
  }
}
