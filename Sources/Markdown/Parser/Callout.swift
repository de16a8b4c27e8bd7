/// Obsidian's callouts: quotes whose first line is `[!kind] Title`, or `[!kind]-` and `[!kind]+` for folded ones.
enum Callout {
  /// A callout if the quote is written as one, else the quote.
  static func block(for blocks: [MarkdownBlock]) -> MarkdownBlock {
    guard case .paragraph(let inlines)? = blocks.first, case .text(let text)? = inlines.first,
      let (kind, rest) = head(of: text)
    else { return .quote(blocks) }
    let isBreak = { (inline: MarkdownInline) in inline == .softBreak || inline == .lineBreak }
    let firstLine = inlines.dropFirst().prefix { !isBreak($0) }
    let title = (rest.isEmpty ? [] : [.text(rest)]) + firstLine
    let body = Array(inlines.dropFirst(firstLine.count + 2))
    return .callout(
      kind: kind, title: title, (body.isEmpty ? [] : [.paragraph(body)]) + Array(blocks.dropFirst()))
  }

  /// Splits `[!kind|options]- title` into the kind in small letters and the title.
  private static func head(of text: String) -> (kind: String, title: String)? {
    guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]") else { return nil }
    let kind = text[text.index(text.startIndex, offsetBy: 2)..<end].prefix { $0 != "|" }
    guard !kind.isEmpty else { return nil }
    var title = text[text.index(after: end)...]
    if title.first == "-" || title.first == "+" { title.removeFirst() }
    let isTrailing = title.hasSuffix(" ")
    return (
      String(kind).trimmed.lowercased(), String(title).trimmed + (isTrailing && title.count > 1 ? " " : "")
    )
  }
}
