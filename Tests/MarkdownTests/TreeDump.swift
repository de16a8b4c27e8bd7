import Markdown

/// A tree as indented lines, one node a line: what tests compare.
func dump(_ document: MarkdownDocument) -> String {
  document.blocks.map { dump($0, 0) }.joined()
}

private func line(_ text: String, _ depth: Int) -> String {
  String(repeating: "  ", count: depth) + text + "\n"
}

private func quoted(_ text: String) -> String {
  let escaped = text.map { $0 == "\n" ? "\\n" : String($0) }.joined()
  return "\"\(escaped)\""
}

private func dump(_ block: MarkdownBlock, _ depth: Int) -> String {
  func blocks(_ children: [MarkdownBlock]) -> String { children.map { dump($0, depth + 1) }.joined() }
  func inlines(_ children: [MarkdownInline]) -> String { children.map { dump($0, depth + 1) }.joined() }
  switch block {
  case .paragraph(let children): return line("paragraph", depth) + inlines(children)
  case .heading(let level, let children): return line("heading \(level)", depth) + inlines(children)
  case .list(let start, let isTight, let items):
    let kind = start.map { "ordered from \($0)" } ?? "bullets"
    return line("list \(kind)\(isTight ? "" : " loose")", depth)
      + items.map { item in
        line("item" + (item.isTicked.map { $0 ? " ticked" : " open" } ?? ""), depth + 1)
          + item.blocks.map { dump($0, depth + 2) }.joined()
      }.joined()
  case .quote(let children): return line("quote", depth) + blocks(children)
  case .callout(let kind, let title, let children):
    return line("callout \(kind)", depth) + line("title", depth + 1)
      + title.map { dump($0, depth + 2) }.joined() + blocks(children)
  case .code(let language, let text): return line("code \(language) \(quoted(text))", depth)
  case .rule: return line("rule", depth)
  case .table(let alignments, let header, let rows):
    return line("table \(alignments.map { "\($0)" }.joined(separator: " "))", depth)
      + ([header] + rows).map { row in
        line("row", depth + 1)
          + row.map { cell in line("cell", depth + 2) + cell.map { dump($0, depth + 3) }.joined() }.joined()
      }.joined()
  case .html(let text): return line("html \(quoted(text))", depth)
  }
}

private func dump(_ inline: MarkdownInline, _ depth: Int) -> String {
  func inlines(_ name: String, _ children: [MarkdownInline]) -> String {
    line(name, depth) + children.map { dump($0, depth + 1) }.joined()
  }
  switch inline {
  case .text(let text): return line("text \(quoted(text))", depth)
  case .softBreak: return line("soft break", depth)
  case .lineBreak: return line("line break", depth)
  case .emphasis(let children): return inlines("emphasis", children)
  case .strong(let children): return inlines("strong", children)
  case .strikethrough(let children): return inlines("strikethrough", children)
  case .highlight(let children): return inlines("highlight", children)
  case .code(let text): return line("code \(quoted(text))", depth)
  case .link(let destination, let children): return inlines("link \(quoted(destination))", children)
  case .image(let source, let alternative):
    return line("image \(quoted(source)) \(quoted(alternative))", depth)
  case .noteLink(let link):
    let size = link.size.map { " size \($0.width)" + ($0.height.map { "x\($0)" } ?? "") } ?? ""
    let fragment = link.fragment.map { " # \(quoted($0))" } ?? ""
    return line("\(link.form) \(quoted(link.path))\(fragment) shows \(quoted(link.shown))\(size)", depth)
  case .math(let isDisplay, let tex): return line("math\(isDisplay ? " display" : "") \(quoted(tex))", depth)
  case .cloze(let number, let hint, let children):
    return inlines("cloze \(number)\(hint.map { " hint \(quoted($0))" } ?? "")", children)
  case .gap(let hint): return line("gap\(hint.map { " hint \(quoted($0))" } ?? "")", depth)
  case .footnoteReference(let label): return line("footnote \(quoted(label))", depth)
  case .html(let text): return line("html \(quoted(text))", depth)
  }
}
