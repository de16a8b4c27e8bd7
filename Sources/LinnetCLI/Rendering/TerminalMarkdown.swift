import Markdown
import Terminal

/// Lays a note's or a field's Markdown out for a terminal.
package struct TerminalMarkdown {
  /// Wider columns are hard to read.
  package static let widestColumn = 88

  private static let narrowestColumn = 12

  let width: Int
  let rendering: Rendering
  let glyphs: Glyphs
  let isResolved: (MarkdownNoteLink) -> Bool
  /// How many lists are round what is laid out.
  var depth = 0
  /// Of the document that is laid out.
  private(set) var footnotes: Footnotes?

  /// `rendering` decides where marks stand for colour, so it must be the one the lines are printed with.
  /// `isResolved` tells whether there is a note or file at the end of a link.
  package init(
    width: Int, rendering: Rendering, glyphs: Glyphs = .unicode,
    isResolved: @escaping (MarkdownNoteLink) -> Bool = { _ in true }
  ) {
    self.width = max(1, min(width, Self.widestColumn))
    self.rendering = rendering
    self.glyphs = glyphs
    self.isResolved = isResolved
  }

  /// The lines to print, none wider than the column.
  package func lines(_ document: MarkdownDocument) -> [StyledText] {
    let footnotes = Footnotes(document)
    let markdown = numbering(footnotes)
    let body = markdown.lines(of: footnotes.body.blocks, width: width)
    return footnotes.notes.isEmpty ? body : body + [""] + markdown.footnoteLines(width: width)
  }

  /// Shows references by the numbers that the footnotes have.
  func numbering(_ footnotes: Footnotes) -> TerminalMarkdown {
    var markdown = self
    markdown.footnotes = footnotes
    return markdown
  }

  /// What stands below the text that refers to it.
  func footnoteLines(width: Int) -> [StyledText] {
    (footnotes?.notes ?? []).flatMap { note in
      let marker = StyledText("[\(note.number)] ", .faint)
      let blank = StyledText(String(repeating: " ", count: marker.width))
      return indented(by: marker, hanging: blank, width: width) { text(note.text).wrapped(to: $0) }
    }
  }

  /// Running text without line breaks of our own: for a title, or a cell.
  package func text(_ inlines: [MarkdownInline]) -> StyledText {
    var composer = InlineComposer(markdown: self)
    composer.append(inlines, styles: [])
    return composer.text
  }

  func lines(of blocks: [MarkdownBlock], width: Int, isTight: Bool = false) -> [StyledText] {
    var lines: [StyledText] = []
    for block in blocks {
      let own = self.lines(of: block, width: width)
      if !own.isEmpty && !lines.isEmpty && !isTight { lines.append("") }
      lines += own
    }
    return lines
  }

  private func lines(of block: MarkdownBlock, width: Int) -> [StyledText] {
    switch block {
    case .paragraph(let inlines):
      let text = text(inlines)
      return text.isEmpty ? [] : text.wrapped(to: width)
    case .heading(let level, let inlines):
      let hashes = String(repeating: "#", count: level) + " "
      return (StyledText(hashes) + text(inlines)).styled(.heading).wrapped(to: width)
    case .list(let start, let isTight, let items):
      return list(items, start: start, isTight: isTight, width: width)
    case .quote(let blocks):
      return indented(by: bar, width: width) { lines(of: blocks, width: $0) }
    case .callout(let kind, let title, let blocks):
      return indented(by: bar, width: width) {
        calloutTitle(kind: kind, title: title).wrapped(to: $0) + lines(of: blocks, width: $0)
      }
    case .code(_, let text):
      return code(text, width: width)
    case .rule:
      return [StyledText(String(repeating: glyphs.horizontal, count: width), .faint)]
    case .table(let alignments, let header, let rows):
      return TableLayout(alignments: alignments, header: header.map(text), rows: rows.map { $0.map(text) })
        .lines(width: width, glyphs: glyphs)
    case .html(let text):
      return text.isHTMLComment ? [] : StyledText(text.withoutLastLineEnd).wrapped(to: width)
    }
  }

  /// Lines with `marker` before the first and `hanging` (blanks) before the others, or `marker` before all
  /// where there is no `hanging`. Where nesting has
  /// eaten the column up, the marker gets a line of its own.
  func indented(
    by marker: StyledText, hanging: StyledText? = nil, width: Int, _ content: (Int) -> [StyledText]
  ) -> [StyledText] {
    let room = width - marker.width
    if room < Self.narrowestColumn { return [marker] + content(width) }
    let lines = content(room)
    if lines.isEmpty { return [marker] }
    return [marker + lines[0]]
      + lines.dropFirst().map { line in
        guard let hanging else { return marker + line }
        return line.isEmpty ? line : hanging + line
      }
  }

  private var bar: StyledText { StyledText(glyphs.bar, .quote) }

  private func calloutTitle(kind: String, title: [MarkdownInline]) -> StyledText {
    let name = StyledText(kind.prefix(1).uppercased() + kind.dropFirst())
    return (title.isEmpty ? name : name + ": " + text(title)).styled(.heading)
  }

  /// Code is never wrapped by words; where a line goes on, a mark says so.
  private func code(_ text: String, width: Int) -> [StyledText] {
    text.withoutLastLineEnd.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      StyledText(line.expandingTabs, .code)
        .wrapped(
          to: width, indent: "  ", hanging: StyledText(glyphs.continuation, .faint), breaking: .cells)
    }
  }
}

extension String {
  var isHTMLComment: Bool { hasPrefix("<!--") }

  fileprivate var withoutLastLineEnd: Substring { last == "\n" ? dropLast() : self[...] }
}

extension Substring {
  /// Tabs as blanks up to the next multiple of four cells.
  fileprivate var expandingTabs: String {
    guard contains("\t") else { return String(self) }
    var line = ""
    for part in split(separator: "\t", omittingEmptySubsequences: false) {
      if !line.isEmpty || part.startIndex > startIndex {
        line += String(repeating: " ", count: 4 - line.cellWidth % 4)
      }
      line += part
    }
    return line
  }
}
