extension MarkdownDocument {
  /// The links to notes and files of the vault, in order of the text.
  package var noteLinks: [MarkdownNoteLink] { blocks.flatMap(\.noteLinks) }
}

extension MarkdownBlock {
  fileprivate var noteLinks: [MarkdownNoteLink] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.noteLinks)
    case .list(_, _, let items): items.flatMap { $0.blocks.flatMap(\.noteLinks) }
    case .quote(let blocks): blocks.flatMap(\.noteLinks)
    case .callout(_, let title, let blocks): title.flatMap(\.noteLinks) + blocks.flatMap(\.noteLinks)
    case .table(_, let header, let rows): ([header] + rows).flatMap { $0.flatMap { $0.flatMap(\.noteLinks) } }
    case .code, .rule, .html: []
    }
  }
}

extension MarkdownInline {
  fileprivate var noteLinks: [MarkdownNoteLink] {
    switch self {
    case .noteLink(let link): [link]
    case .emphasis(let children), .strong(let children), .strikethrough(let children),
      .highlight(let children),
      .link(_, let children), .cloze(_, _, let children):
      children.flatMap(\.noteLinks)
    case .text, .softBreak, .lineBreak, .code, .image, .math, .gap, .footnoteReference, .html: []
    }
  }
}
