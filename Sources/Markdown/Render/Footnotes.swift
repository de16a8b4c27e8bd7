/// A document with its footnotes taken out of the text, to stand below it: numbered in the order in which the text
/// refers to them, whatever they are called and wherever they are written.
package struct Footnotes: Hashable, Sendable {
  package struct Note: Hashable, Sendable {
    /// From 1.
    package var number: Int
    package var text: [MarkdownInline]
  }

  /// The document without the definitions.
  package private(set) var body: MarkdownDocument
  package private(set) var notes: [Note] = []
  private var numbers: [String: Int] = [:]

  package init(_ document: MarkdownDocument) {
    var definitions: [(label: String, text: [MarkdownInline])] = []
    var blocks: [MarkdownBlock] = []
    for block in document.blocks {
      if case .paragraph(let inlines) = block, let found = Footnotes.definitions(in: inlines) {
        definitions += found
      } else {
        blocks.append(block)
      }
    }
    body = MarkdownDocument(blocks: blocks)
    let defined = Dictionary(definitions.map { ($0.label, $0.text) }) { first, _ in first }
    var references: [String] = []
    _ = body.mapping(inlines: { Footnotes.collect($0, &references) }, literals: { $0 })
    for label in references + definitions.map(\.label) where numbers[label] == nil {
      guard let text = defined[label] else { continue }
      numbers[label] = notes.count + 1
      notes.append(Note(number: notes.count + 1, text: text))
    }
  }

  /// What a reference shows as; nil for a label that nothing is written about.
  package func number(of label: String) -> Int? { numbers[label] }

  /// The paragraph's definitions, one or several lines each; nil for a paragraph of text.
  private static func definitions(
    in inlines: [MarkdownInline]
  ) -> [(label: String, text: [MarkdownInline])]? {
    var found: [(label: String, text: [MarkdownInline])] = []
    for line in inlines.split(separator: .softBreak) {
      if case .footnoteReference(let label)? = line.first, case .text(let text)? = line.dropFirst().first,
        text.first == ":"
      {
        let rest = String(text.dropFirst().drop { $0 == " " })
        found.append((label, (rest.isEmpty ? [] : [.text(rest)]) + line.dropFirst(2)))
      } else if found.isEmpty {
        return nil
      } else {
        found[found.count - 1].text += [.softBreak] + line
      }
    }
    return found.isEmpty ? nil : found
  }

  private static func collect(_ inlines: [MarkdownInline], _ labels: inout [String]) -> [MarkdownInline] {
    for inline in inlines {
      switch inline {
      case .footnoteReference(let label): labels.append(label)
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .highlight(let children),
        .link(_, let children), .cloze(_, _, let children):
        _ = collect(children, &labels)
      default: break
      }
    }
    return inlines
  }
}
