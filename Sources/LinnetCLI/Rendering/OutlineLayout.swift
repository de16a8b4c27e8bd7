import Markdown
import Terminal

/// An outline as rows: every item that shows, with how much is folded below it, what was recalled, and the cursor.
struct OutlineLayout {
  private(set) var rows: [StyledText] = []
  private(set) var rowsOfItem: [Int: Range<Int>] = [:]
  private let state: OutlineState
  private let markdown: TerminalMarkdown
  /// Of the items, without the margin.
  private let width: Int

  /// Before every item: the cursor, and whether it was recalled.
  private static let margin = 4

  init(_ outline: Outline, _ state: OutlineState, markdown: TerminalMarkdown) {
    self.state = state
    self.markdown = markdown.numbering(outline.footnotes)
    width = markdown.width - 2
    if !outline.introduction.isEmpty {
      rows = indented(self.markdown.lines(of: outline.introduction, width: width)) + [""]
    }
    for item in outline.items { add(item, depth: 0) }
    // Footnotes could give away what is folded.
    if !outline.footnotes.notes.isEmpty, !state.hasFoldedItems {
      rows += [""] + indented(self.markdown.footnoteLines(width: width))
    }
  }

  private func indented(_ lines: [StyledText]) -> [StyledText] { lines.map { $0.isEmpty ? $0 : "  " + $0 } }

  private mutating func add(_ item: Outline.Item, depth: Int) {
    let start = rows.count
    rows += itemRows(item, depth: depth)
    rowsOfItem[item.id] = start..<rows.count
    guard state.open.contains(item.id) else { return }
    for child in item.children { add(child, depth: depth + 1) }
  }

  private func itemRows(_ item: Outline.Item, depth: Int) -> [StyledText] {
    // Deep items in a narrow window share the last indentation that leaves room to read.
    let indent = min(2 * depth, max(0, width - 24))
    let marker = marker(item.marker, depth: depth)
    var lines = markdown.lines(of: item.blocks, width: max(8, width - indent - marker.width))
    if lines.isEmpty { lines = [""] }
    if state.isFolded(item.id) { fold(&lines, item.countBelow, width: width - indent - marker.width) }
    if state.cursor == item.id { lines[0] = lines[0].styled(.strong) }
    let blank = StyledText(String(repeating: " ", count: OutlineLayout.margin + indent + marker.width))
    return lines.enumerated().map { index, line in
      if index > 0 { return line.isEmpty ? line : blank + line }
      return margin(item.id) + StyledText(String(repeating: " ", count: indent)) + marker + line
    }
  }

  /// ` ›✓ `
  private func margin(_ item: Int) -> StyledText {
    let isASCII = markdown.glyphs == .ascii
    let cursor = StyledText(state.cursor == item ? markdown.glyphs.arrow : " ", .key)
    let tick = StyledText(state.recalled.contains(item) ? (isASCII ? "x" : "✓") : " ", .good)
    return " " + cursor + tick + " "
  }

  private func marker(_ marker: Outline.Item.Marker, depth: Int) -> StyledText {
    switch marker {
    case .heading, .none: StyledText()
    case .bullet: StyledText(markdown.glyphs.bullet(depth: depth) + " ")
    case .number(let number): StyledText("\(number). ")
    case .task(let isTicked): StyledText(isTicked ? "[x] " : "[ ] ")
    }
  }

  /// `▸ 4`: so many items lie below.
  private func fold(_ lines: inout [StyledText], _ count: Int, width: Int) {
    let sign = StyledText((markdown.glyphs == .ascii ? "+" : "▸ ") + String(count), .faint)
    let last = lines[lines.count - 1]
    if last.width + 2 + sign.width <= width {
      lines[lines.count - 1] = last + "  " + sign
    } else {
      lines.append(sign)
    }
  }
}
