import Markdown
import Terminal

/// Writes inlines one after the other into one styled text, with marks where there is no colour.
struct InlineComposer {
  let markdown: TerminalMarkdown
  private(set) var text = StyledText()
  /// Display math has just been written, so that the next thing begins a line.
  private var owesLineEnd = false

  init(markdown: TerminalMarkdown) { self.markdown = markdown }

  mutating func append(_ inlines: [MarkdownInline], styles: [Style]) {
    for inline in inlines { append(inline, styles: styles) }
  }

  private mutating func append(_ inline: MarkdownInline, styles: [Style]) {
    switch inline {
    case .text(let part): write(part, styles)
    case .softBreak, .lineBreak: write("\n", styles)
    case .emphasis(let children): append(children, in: .emphasis, styles)
    case .strong(let children): append(children, in: .strong, styles)
    case .strikethrough(let children): append(children, in: .strikethrough, styles)
    case .highlight(let children): append(children, in: .highlight, styles)
    case .cloze(_, _, let children): append(children, in: .answer, styles)
    case .code(let part): append([.text(part)], in: .code, styles)
    case .link(let destination, let children):
      append(children.isEmpty ? [.text(destination)] : children, in: .link, styles)
    case .image(let source, let alternative):
      write("[image: \(alternative.isEmpty ? source.lastPathPart : alternative)]", styles + [.link])
    case .noteLink(let link): append(link, styles)
    case .math(let isDisplay, let tex): append(tex, isDisplay: isDisplay, styles)
    case .gap(let hint): write("[\(hint ?? "...")]", styles + [.gap])
    case .footnoteReference(let label): write(reference(to: label), styles + [.faint])
    case .html(let part): append(html: part, styles)
    }
  }

  private mutating func append(_ children: [MarkdownInline], in style: Style, _ styles: [Style]) {
    let marks = style.marks(in: markdown.rendering)
    write(marks.before, styles + [style])
    append(children, styles: styles + [style])
    write(marks.after, styles + [style])
  }

  private mutating func append(_ link: MarkdownNoteLink, _ styles: [Style]) {
    let style = markdown.isResolved(link) ? Style.link : .unresolvedLink
    if link.form.isEmbed, let kind = MediaWord.of(path: link.path) {
      let missing = style == .unresolvedLink ? "?" : ""
      write("[\(kind): \(link.path.lastPathPart)\(missing)]", styles + [style])
    } else {
      append([.text(link.shown)], in: style, styles)
    }
  }

  private mutating func append(_ tex: String, isDisplay: Bool, _ styles: [Style]) {
    let shown = markdown.glyphs == .unicode ? ReadableMath.text(of: tex) : tex
    if isDisplay {
      if !text.isEmpty && !text.string.hasSuffix("\n") { write("\n", styles) }
      write("$$\(shown)$$", styles + [.math])
      owesLineEnd = true
    } else {
      write("$\(shown)$", styles + [.math])
    }
  }

  /// The number of a footnote; the label where nothing is written about it.
  private func reference(to label: String) -> String {
    "[\(markdown.footnotes?.number(of: label).map(String.init) ?? "^" + label)]"
  }

  /// HTML is shown as it is written, but for what a reader never sees of it.
  private mutating func append(html part: String, _ styles: [Style]) {
    if part.isHTMLComment { return }
    let isBreak = part.lowercased().filter { $0 != " " && $0 != "/" } == "<br>"
    write(isBreak ? "\n" : part, styles)
  }

  private mutating func write(_ part: String, _ styles: [Style]) {
    if part.isEmpty { return }
    if owesLineEnd && !part.hasPrefix("\n") { text.append("\n") }
    owesLineEnd = false
    text.append(StyledText(part, styles: styles))
  }
}

/// What an embedded file is called in its place.
private enum MediaWord {
  /// Nil for a note.
  static func of(path: String) -> String? {
    let parts = path.lowercased().split(separator: ".")
    guard parts.count > 1, let ending = parts.last else { return nil }
    switch ending {
    case "png", "jpg", "jpeg", "gif", "bmp", "svg", "tif", "tiff", "webp", "avif", "ico": return "image"
    case "mp3", "wav", "m4a", "flac", "ogg", "oga", "opus", "wma", "aac", "3gp", "aiff": return "audio"
    case "mp4", "webm", "mov", "mkv", "ogv", "avi", "mpg", "mpeg": return "video"
    case "pdf": return "file"
    default: return nil
    }
  }
}

extension String {
  fileprivate var lastPathPart: String { split(separator: "/").last.map(String.init) ?? self }
}
