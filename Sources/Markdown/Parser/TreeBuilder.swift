import CMD4C

/// Builds the tree from what md4c reports.
final class TreeBuilder {
  /// Deeper quotes and lists put what they hold into the deepest one allowed.
  private static let maximumDepth = 60

  enum Container {
    case document, quote
    case list(start: Int?, isTight: Bool)
    case item(isTicked: Bool?)
  }

  enum Leaf {
    case paragraph
    case heading(level: Int)
    case code(language: String)
    case html
    case cell
  }

  private struct OpenContainer {
    var kind: Container
    var blocks: [MarkdownBlock] = []
    var items: [MarkdownListItem] = []
  }

  private let placeholders: Placeholders
  private var containers = [OpenContainer(kind: .document)]
  private var flattenedContainers = 0
  private var leaf: Leaf?
  private var literal = ""
  private var inlines = InlineBuilder()
  private var table = TableBuilder()
  private var remainingEvents: Int

  /// A table of n columns and n short rows makes n² cells; `events` is how many are enough.
  init(placeholders: Placeholders, events: Int) {
    self.placeholders = placeholders
    remainingEvents = events
  }

  /// False when the text asks for more than a text of its size may.
  func countEvent() -> Bool {
    remainingEvents -= 1
    return remainingEvents >= 0
  }

  func finish() -> MarkdownDocument {
    endImplicitParagraph()
    while containers.count > 1 { leave() }
    return MarkdownDocument(blocks: containers[0].blocks)
  }

  // MARK: Containers

  func enter(_ kind: Container) {
    endImplicitParagraph()
    guard flattenedContainers == 0 else {
      flattenedContainers += 1
      return
    }
    if containers.count >= TreeBuilder.maximumDepth {
      // An item always comes with its list.
      guard case .item = kind else {
        flattenedContainers = 1
        return
      }
    }
    containers.append(OpenContainer(kind: kind))
  }

  func leave() {
    endImplicitParagraph()
    guard flattenedContainers == 0 else {
      flattenedContainers -= 1
      return
    }
    guard containers.count > 1, let container = containers.popLast() else { return }
    switch container.kind {
    case .document: break
    case .quote: append(Callout.block(for: container.blocks))
    case .list(let start, let isTight):
      append(.list(start: start, isTight: isTight, items: container.items))
    case .item(let isTicked):
      containers[containers.count - 1].items.append(
        MarkdownListItem(isTicked: isTicked, blocks: container.blocks))
    }
  }

  func append(_ block: MarkdownBlock) {
    containers[containers.count - 1].blocks.append(block)
  }

  // MARK: Leaves

  func begin(_ leaf: Leaf) {
    endImplicitParagraph()
    self.leaf = leaf
    literal = ""
    switch leaf {
    case .code, .html: break
    case .paragraph, .heading, .cell: inlines.beginLeaf()
    }
  }

  func end() {
    guard let leaf else { return }
    self.leaf = nil
    switch leaf {
    case .paragraph:
      let children = inlines.endLeaf()
      if !children.isEmpty { append(.paragraph(children)) }
    case .heading(let level):
      append(.heading(level: level, inlines.endLeaf()))
    case .cell:
      table.append(inlines.endLeaf())
    case .code(let language):
      let text = literal.hasSuffix("\n") ? String(literal.dropLast()) : literal
      append(.code(language: language, text: inOpenGaps(text)))
    case .html:
      let text = literal.trimmed
      append(isLineBreak(text) ? .paragraph([.lineBreak]) : .html(inOpenGaps(text)))
    }
  }

  /// Code and raw HTML cannot hold gaps as nodes: a gap around them is written into their text again.
  private func inOpenGaps(_ text: String) -> String {
    inlines.openGaps().reversed().reduce(text) { text, wrapper in
      guard case .cloze(let number, let hint) = wrapper.kind else { return text }
      return "{{c\(number)::\(text)\(hint.map { "::" + $0 } ?? "")}}"
    }
  }

  /// The items of a tight list hold text without a paragraph around it.
  private func beginImplicitParagraph() {
    if leaf == nil { begin(.paragraph) }
  }

  private func endImplicitParagraph() {
    if leaf != nil { end() }
  }

  // MARK: Tables

  func beginTable() {
    endImplicitParagraph()
    table = TableBuilder()
  }

  func beginRow() { table.beginRow() }

  func beginHeaderCell(_ alignment: MarkdownAlignment) {
    table.alignments.append(alignment)
    begin(.cell)
  }

  func endTable() { append(table.block) }

  // MARK: Inlines

  func enter(_ span: InlineBuilder.Span) {
    beginImplicitParagraph()
    inlines.enter(span)
  }

  func leaveSpan() { inlines.leaveSpan() }

  func append(_ inline: MarkdownInline) {
    beginImplicitParagraph()
    inlines.append(inline)
  }

  func appendText(_ bytes: UnsafeBufferPointer<UInt8>) {
    beginImplicitParagraph()
    switch leaf {
    case .code, .html: appendLiteral(bytes)
    default:
      if inlines.isInCode { return inlines.append(.text(source(of: bytes))) }
      for piece in placeholders.pieces(of: bytes) { append(piece) }
    }
  }

  func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>) {
    beginImplicitParagraph()
    if case .html = leaf { return appendLiteral(bytes) }
    let text = source(of: bytes)
    inlines.append(isLineBreak(text) ? .lineBreak : .html(text))
  }

  private func appendLiteral(_ bytes: UnsafeBufferPointer<UInt8>) {
    for piece in placeholders.pieces(of: bytes) {
      switch piece {
      case .text(let text): literal += text
      case .placeholder(let entry):
        if case .close(let id) = entry.meaning, inlines.removeCarried(id) { continue }
        literal += placeholders.source(of: entry)
      }
    }
  }

  private func append(_ piece: Placeholders.Piece) {
    switch piece {
    case .text(let text): inlines.append(.text(text))
    case .placeholder(let entry):
      switch entry.meaning {
      case .inline(.math(let isDisplay, let tex)) where isInCell:
        // In a table a bar has to be written `\|`, in a formula too.
        inlines.append(.math(isDisplay: isDisplay, tex.replacingEscapedBars))
      case .inline(let inline): inlines.append(inline)
      case .open(let wrapper): inlines.open(wrapper)
      case .close(let id):
        if !inlines.close(id) { inlines.append(.text(placeholders.source(of: entry))) }
      }
    }
  }

  /// The text as the author wrote it, where placeholders mean nothing.
  func source(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    placeholders.pieces(of: bytes).map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let entry): placeholders.source(of: entry)
      }
    }.joined()
  }

  /// The text of an address, in which only highlights and the like stand for themselves: md4c takes the end of a
  /// gap for a part of the bare address before it.
  func address(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    placeholders.pieces(of: bytes).map { piece in
      switch piece {
      case .text(let text): return text
      case .placeholder(let entry):
        let source = placeholders.source(of: entry)
        return source.hasSuffix("}}") || source.hasPrefix("{{c") ? "" : source
      }
    }.joined()
  }

  private var isInCell: Bool { if case .cell? = leaf { true } else { false } }

  /// `<br>` is the one tag that notes need: it is the only line break in a table.
  private func isLineBreak(_ html: String) -> Bool {
    guard html.utf8.count <= 8 else { return false }
    let letters = html.lowercased().filter { $0 != " " && $0 != "/" }
    return letters == "<br>" && !html.hasPrefix("</")
  }
}

extension String {
  fileprivate var replacingEscapedBars: String {
    split(separator: "\\|", omittingEmptySubsequences: false).joined(separator: "|")
  }
}
