extension MarkdownDocument {
  /// The same tree with every list of inlines and every literal text (code, raw HTML) replaced.
  func mapping(
    inlines: ([MarkdownInline]) -> [MarkdownInline], literals: (String) -> String
  ) -> MarkdownDocument {
    MarkdownDocument(blocks: blocks.map { $0.mapping(inlines, literals) })
  }
}

extension MarkdownBlock {
  fileprivate func mapping(
    _ inlines: ([MarkdownInline]) -> [MarkdownInline], _ literals: (String) -> String
  ) -> MarkdownBlock {
    func blocks(_ children: [MarkdownBlock]) -> [MarkdownBlock] {
      children.map { $0.mapping(inlines, literals) }
    }
    return switch self {
    case .paragraph(let children): .paragraph(inlines(children))
    case .heading(let level, let children): .heading(level: level, inlines(children))
    case .list(let start, let isTight, let items):
      .list(
        start: start, isTight: isTight,
        items: items.map { MarkdownListItem(isTicked: $0.isTicked, blocks: blocks($0.blocks)) })
    case .quote(let children): .quote(blocks(children))
    case .callout(let kind, let title, let children):
      .callout(kind: kind, title: inlines(title), blocks(children))
    case .code(let language, let text): .code(language: language, text: literals(text))
    case .rule: .rule
    case .table(let alignments, let header, let rows):
      .table(alignments: alignments, header: header.map(inlines), rows: rows.map { $0.map(inlines) })
    case .html(let text): .html(literals(text))
    }
  }
}

extension [MarkdownInline] {
  /// Appends so that neighbouring texts become one.
  mutating func appendMerging(_ inline: MarkdownInline) {
    switch (last, inline) {
    case (.text(let left), .text(let right)): self[count - 1] = .text(left + right)
    case (.html(let left), .html(let right)): self[count - 1] = .html(left + right)
    default: append(inline)
    }
  }
}
