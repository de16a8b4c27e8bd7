import LinnetCLI
import Markdown
import Terminal

/// The lines of a document as one text, ready to be compared with a multi-line literal.
func rendered(
  _ blocks: MarkdownBlock..., width: Int = 40, as rendering: Rendering = .plain, glyphs: Glyphs = .unicode,
  unresolved: Set<String> = []
) -> String {
  TerminalMarkdown(width: width, rendering: rendering, glyphs: glyphs) { !unresolved.contains($0.path) }
    .lines(MarkdownDocument(blocks: blocks))
    .map { $0.rendered(as: rendering) }.joined(separator: "\n")
}

extension MarkdownBlock {
  static func text(_ words: String) -> MarkdownBlock { .paragraph([.text(words)]) }
}

extension MarkdownListItem {
  init(_ words: String, isTicked: Bool? = nil, _ more: MarkdownBlock...) {
    self.init(isTicked: isTicked, blocks: [.text(words)] + more)
  }
}

extension MarkdownInline {
  static func wiki(_ path: String, shown: String? = nil) -> MarkdownInline {
    .noteLink(MarkdownNoteLink(form: .wiki, path: path, fragment: nil, shown: shown ?? path))
  }

  static func embed(_ path: String) -> MarkdownInline {
    .noteLink(MarkdownNoteLink(form: .embed, path: path, fragment: nil, shown: path))
  }
}
