/// A note's or a field's Markdown as a tree: what the HTML and the terminal renderers walk.
package struct MarkdownDocument: Hashable, Sendable {
  package var blocks: [MarkdownBlock]

  package init(blocks: [MarkdownBlock]) { self.blocks = blocks }
}

package indirect enum MarkdownBlock: Hashable, Sendable {
  case paragraph([MarkdownInline])
  /// `level` is 1–6.
  case heading(level: Int, [MarkdownInline])
  /// `start` is the first number of an ordered list, nil for bullets. A tight list has no blank lines
  /// between its items, whose paragraphs then stand without spacing.
  case list(start: Int?, isTight: Bool, items: [MarkdownListItem])
  case quote([MarkdownBlock])
  /// Obsidian's `> [!kind] title`.
  case callout(kind: String, title: [MarkdownInline], [MarkdownBlock])
  /// `language` is the first word of the info string, empty if there is none.
  case code(language: String, text: String)
  case rule
  case table(alignments: [MarkdownAlignment], header: [[MarkdownInline]], rows: [[[MarkdownInline]]])
  /// Raw HTML as written. Renderers show it as text; they never pass it on.
  case html(String)
}

package struct MarkdownListItem: Hashable, Sendable {
  /// Nil for an ordinary item, else whether the task's box is ticked.
  package var isTicked: Bool?
  package var blocks: [MarkdownBlock]

  package init(isTicked: Bool? = nil, blocks: [MarkdownBlock]) {
    self.isTicked = isTicked
    self.blocks = blocks
  }
}

package enum MarkdownAlignment: Hashable, Sendable { case natural, left, center, right }

package indirect enum MarkdownInline: Hashable, Sendable {
  case text(String)
  /// A line end in the source that CommonMark shows as a blank.
  case softBreak
  case lineBreak
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case strikethrough([MarkdownInline])
  case highlight([MarkdownInline])
  case code(String)
  /// A link that leaves the vault.
  case link(destination: String, [MarkdownInline])
  /// An image that is not in the vault.
  case image(source: String, alternative: String)
  /// A wiki link, embed, or Markdown link to a file of the vault.
  case noteLink(MarkdownNoteLink)
  /// TeX without its dollars.
  case math(isDisplay: Bool, String)
  case cloze(number: Int, hint: String?, [MarkdownInline])
  /// What a question shows where a cloze's text is asked for.
  case gap(hint: String?)
  case footnoteReference(String)
  case html(String)
}

/// A link to a note or file of the vault, decoded for display.
package struct MarkdownNoteLink: Hashable, Sendable {
  package var form: LinkSyntax.Form
  /// The target as in ``LinkSyntax/path``, trimmed and percent-decoded.
  package var path: String
  package var fragment: String?
  /// What a reader sees: the alias if there is one, else the target as written.
  package var shown: String
  /// Of an embed with a size in the place of its alias (`![[plan.png|300x200]]`).
  package var size: MarkdownImageSize?

  package init(
    form: LinkSyntax.Form, path: String, fragment: String?, shown: String, size: MarkdownImageSize? = nil
  ) {
    self.form = form
    self.path = path
    self.fragment = fragment
    self.shown = shown
    self.size = size
  }
}

/// Obsidian's size of an embedded image, in CSS pixels.
package struct MarkdownImageSize: Hashable, Sendable {
  package var width: Int
  package var height: Int?

  package init(width: Int, height: Int? = nil) {
    self.width = width
    self.height = height
  }
}
