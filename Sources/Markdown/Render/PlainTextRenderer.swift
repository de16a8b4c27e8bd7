/// The tree as lines of plain text, for search, JSON and previews. Shows what a reader sees, without marks.
///
/// Gaps of a cloze card are shown as the tree has them: see ``ClozeView``.
package struct PlainTextRenderer {
  package init() {}

  package func text(of document: MarkdownDocument) -> String { lines(of: document).joined(separator: "\n") }

  package func lines(of document: MarkdownDocument) -> [String] { document.blocks.flatMap(lines) }

  /// Line breaks are blanks.
  package func text(of inlines: [MarkdownInline]) -> String { lines(of: inlines).joined(separator: " ") }

  private func lines(of block: MarkdownBlock) -> [String] {
    switch block {
    case .paragraph(let inlines): lines(of: inlines)
    case .heading(_, let inlines): [text(of: inlines)]
    case .list(let start, _, let items):
      items.enumerated().flatMap { index, item in
        lines(of: item, marker: start.map { "\($0 + index). " } ?? "- ")
      }
    case .quote(let blocks): blocks.flatMap(lines).map { "> " + $0 }
    case .callout(let kind, let title, let blocks):
      (["\(title.isEmpty ? kind.titled : text(of: title))"] + blocks.flatMap(lines)).map { "> " + $0 }
    case .code(_, let text), .html(let text): text.linesOfText
    case .rule: ["---"]
    case .table(_, let header, let rows):
      ([header] + rows).map { row in row.map { text(of: $0) }.joined(separator: " | ") }
    }
  }

  private func lines(of item: MarkdownListItem, marker: String) -> [String] {
    let box = item.isTicked.map { $0 ? "[x] " : "[ ] " } ?? ""
    let lines = item.blocks.flatMap(self.lines)
    let indent = String(repeating: " ", count: marker.utf8.count)
    return [marker + box + (lines.first ?? "")] + lines.dropFirst().map { indent + $0 }
  }

  private func lines(of inlines: [MarkdownInline]) -> [String] {
    var text = ""
    append(inlines, to: &text)
    return text.linesOfText
  }

  private func append(_ inlines: [MarkdownInline], to text: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let part), .code(let part), .html(let part): text += part
      case .softBreak, .lineBreak: text += "\n"
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .highlight(let children), .link(_, let children), .cloze(_, _, let children):
        append(children, to: &text)
      case .image(let source, let alternative): text += alternative.isEmpty ? source : alternative
      case .noteLink(let link): text += link.shown
      case .math(let isDisplay, let tex): text += isDisplay ? "$$\(tex)$$" : "$\(tex)$"
      case .gap(let hint): text += ClozeText.gapMark(hint: hint)
      case .footnoteReference(let label): text += "[\(label)]"
      }
    }
  }
}

extension String {
  fileprivate var linesOfText: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// `note` as a title: `Note`.
  var titled: String { prefix(1).uppercased() + dropFirst() }
}
