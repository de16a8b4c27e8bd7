/// The tree as the HTML of an Anki field (`anki-formats.md` §9): compact, on one line except in `<pre>`, the same
/// for the same tree. Raw HTML of the notes is shown as text.
package struct HTMLRenderer {
  /// True in the fields of a cloze type: gaps become Anki's `{{c1::…}}` again. Otherwise they are their text.
  package var keepsClozes: Bool
  /// The name in Anki's media folder for a path as written in the note; nil shows the embed as text.
  package var media: (String) -> String?

  package init(keepsClozes: Bool = false, media: @escaping (String) -> String? = { _ in nil }) {
    self.keepsClozes = keepsClozes
    self.media = media
  }

  /// One paragraph is given bare. Anki centres its cards: anything beyond paragraphs is wrapped to stand left.
  package func html(of document: MarkdownDocument) -> String {
    var writer = HTMLWriter(keepsClozes: keepsClozes)
    let isText = document.blocks.allSatisfy { if case .paragraph = $0 { true } else { false } }
    if !isText { writer.tag("<div style=\"text-align:left\">") }
    render(document.blocks, isTight: isText && document.blocks.count == 1, into: &writer)
    if !isText { writer.tag("</div>") }
    return writer.finish()
  }

  /// The paragraphs of tight blocks stand without `<p>`.
  private func render(_ blocks: [MarkdownBlock], isTight: Bool, into writer: inout HTMLWriter) {
    var followsText = false
    for block in blocks {
      if case .paragraph(let inlines) = block, isTight {
        if followsText { writer.tag("<br>") }
        render(inlines, into: &writer)
        followsText = true
      } else {
        render(block, into: &writer)
        followsText = false
      }
    }
  }

  private func render(_ block: MarkdownBlock, into writer: inout HTMLWriter) {
    switch block {
    case .paragraph(let inlines): render(inlines, in: "p", into: &writer)
    case .heading(let level, let inlines): render(inlines, in: "h\(level)", into: &writer)
    case .list(let start, let isTight, let items):
      let name = start == nil ? "ul" : "ol"
      writer.tag(name, attributes: ["start": start.flatMap { $0 == 1 ? nil : String($0) }])
      for item in items { render(item, isTight: isTight, into: &writer) }
      writer.tag("</\(name)>")
    case .quote(let blocks):
      writer.tag("<blockquote>")
      render(blocks, isTight: blocks.count == 1, into: &writer)
      writer.tag("</blockquote>")
    case .callout(let kind, let title, let blocks):
      writer.tag("<blockquote><b>")
      render(title.isEmpty ? [.text(kind.titled)] : title, into: &writer)
      writer.tag(blocks.isEmpty ? "</b>" : "</b><br>")
      render(blocks, isTight: blocks.count == 1, into: &writer)
      writer.tag("</blockquote>")
    case .code(let language, let text):
      let name = language.filter { $0.isLetter || $0.isNumber || "+-#._".contains($0) }
      writer.tag("<pre>")
      writer.tag("code", attributes: ["class": name.isEmpty ? nil : "language-" + name])
      writer.literal(text, in: .preformatted)
      writer.tag("</code></pre>")
    case .rule: writer.tag("<hr>")
    case .table(let alignments, let header, let rows):
      writer.tag("<table><thead>")
      render(header, cell: "th", alignments, into: &writer)
      writer.tag("</thead>")
      if !rows.isEmpty { writer.tag("<tbody>") }
      for row in rows { render(row, cell: "td", alignments, into: &writer) }
      writer.tag(rows.isEmpty ? "</table>" : "</tbody></table>")
    case .html(let text):
      writer.tag("<pre>")
      writer.literal(text, in: .preformatted)
      writer.tag("</pre>")
    }
  }

  private func render(_ item: MarkdownListItem, isTight: Bool, into writer: inout HTMLWriter) {
    writer.tag("<li>")
    render(item.withBox.blocks, isTight: isTight, into: &writer)
    writer.tag("</li>")
  }

  private func render(
    _ row: [[MarkdownInline]], cell name: String, _ alignments: [MarkdownAlignment],
    into writer: inout HTMLWriter
  ) {
    writer.tag("<tr>")
    for (column, inlines) in row.enumerated() {
      let alignment = column < alignments.count ? alignments[column].css : nil
      writer.tag(name, attributes: ["style": alignment.map { "text-align:" + $0 }])
      render(inlines, into: &writer)
      writer.tag("</\(name)>")
    }
    writer.tag("</tr>")
  }

  private func render(_ inlines: [MarkdownInline], in name: String, into writer: inout HTMLWriter) {
    writer.tag("<\(name)>")
    render(inlines, into: &writer)
    writer.tag("</\(name)>")
  }
}

extension MarkdownListItem {
  /// With the box of a task as a character, since a web page's own box could be ticked.
  fileprivate var withBox: MarkdownListItem {
    guard let isTicked else { return self }
    let box = MarkdownInline.text(isTicked ? "☑ " : "☐ ")
    guard case .paragraph(let inlines)? = blocks.first else {
      return MarkdownListItem(blocks: [.paragraph([box])] + blocks)
    }
    return MarkdownListItem(blocks: [.paragraph([box] + inlines)] + blocks.dropFirst())
  }
}

extension MarkdownAlignment {
  fileprivate var css: String? {
    switch self {
    case .natural: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}
