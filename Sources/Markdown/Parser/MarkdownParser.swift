/// Text to tree: CommonMark with tables, task lists and strikethrough, and what Obsidian adds to it (wiki links,
/// embeds, math, highlights, callouts, comments, footnote references).
///
/// Any text has a tree. The text is read as it is: nothing is trimmed, and no indentation is taken away.
package enum MarkdownParser {
  /// - Parameter readingClozes: true for the fields of a cloze type. Everywhere else `{{c1::x}}` is ordinary
  ///   text, as in Anki.
  package static func parse(_ text: String, readingClozes: Bool = false) -> MarkdownDocument {
    let bytes = Array(text.utf8)
    let (marked, placeholders) = PlaceholderPass.run(bytes, readingClozes: readingClozes)
    for tables in [true, false] {
      let builder = TreeBuilder(placeholders: placeholders, events: 1000 + 16 * bytes.count)
      if MD4C.parse(marked, tables: tables, into: builder) { return builder.finish() }
    }
    return MarkdownDocument(blocks: [.paragraph([.text(text)])])
  }
}
