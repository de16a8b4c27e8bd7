/// The two sides of a cloze card, as trees, and the tree without its gaps. Made for trees that were parsed with
/// `readingClozes: true`.
package enum ClozeView {
  /// The asked gaps are ``MarkdownInline/gap(hint:)`` and what they hide is gone; the other gaps are their text.
  package static func question(of document: MarkdownDocument, asking number: Int) -> MarkdownDocument {
    Rewriting(asked: number, hides: true).rewrite(document)
  }

  /// The asked gaps stay clozes, to be shown as what was asked (not in code and formulas, which are plain text); the
  /// other gaps are their text.
  package static func answer(of document: MarkdownDocument, asking number: Int) -> MarkdownDocument {
    Rewriting(asked: number, hides: false).rewrite(document)
  }

  /// All gaps are their text.
  package static func text(of document: MarkdownDocument) -> MarkdownDocument {
    Rewriting(asked: nil, hides: false).rewrite(document)
  }

  /// The same of Markdown that is not parsed yet.
  package static func text(of markdown: String) -> String { ClozeText.resolve(markdown, asking: nil) }
}

private struct Rewriting {
  var asked: Int?
  var hides: Bool

  func rewrite(_ document: MarkdownDocument) -> MarkdownDocument {
    document.mapping(inlines: inlines, literals: literal)
  }

  private func literal(_ text: String) -> String { ClozeText.resolve(text, asking: hides ? asked : nil) }

  private func inlines(_ children: [MarkdownInline]) -> [MarkdownInline] {
    var result: [MarkdownInline] = []
    for child in children {
      for inline in rewritten(child) { result.appendMerging(inline) }
    }
    return result
  }

  private func rewritten(_ inline: MarkdownInline) -> [MarkdownInline] {
    switch inline {
    case .cloze(let number, let hint, let children):
      guard number == asked else { return inlines(children) }
      return [hides ? .gap(hint: hint) : .cloze(number: number, hint: hint, inlines(children))]
    case .emphasis(let children): return [.emphasis(inlines(children))]
    case .strong(let children): return [.strong(inlines(children))]
    case .strikethrough(let children): return [.strikethrough(inlines(children))]
    case .highlight(let children): return [.highlight(inlines(children))]
    case .link(let destination, let children):
      return [.link(destination: destination, inlines(children))]
    case .code(let text): return [.code(literal(text))]
    case .math(let isDisplay, let tex): return [.math(isDisplay: isDisplay, literal(tex))]
    case .html(let text): return [.html(literal(text))]
    case .noteLink(var link):
      link.shown = literal(link.shown)
      return [.noteLink(link)]
    case .text, .softBreak, .lineBreak, .image, .gap, .footnoteReference: return [inline]
    }
  }
}
