extension HTMLRenderer {
  func render(_ inlines: [MarkdownInline], into writer: inout HTMLWriter) {
    for inline in inlines { render(inline, into: &writer) }
  }

  private func render(_ inline: MarkdownInline, into writer: inout HTMLWriter) {
    switch inline {
    case .text(let text): writer.write(text)
    // Obsidian shows a line end as a line end, and notes are written to look right there.
    case .softBreak, .lineBreak: writer.tag("<br>")
    case .emphasis(let children): render(children, within: "i", &writer)
    case .strong(let children): render(children, within: "b", &writer)
    case .strikethrough(let children): render(children, within: "s", &writer)
    case .highlight(let children): render(children, within: "mark", &writer)
    case .code(let text):
      writer.tag("<code>")
      writer.literal(text, in: .code)
      writer.tag("</code>")
    case .link(let destination, let children):
      guard WebAddress.isSafe(destination) else { return render(children, into: &writer) }
      writer.tag("a", attributes: ["href": destination])
      render(children, into: &writer)
      writer.tag("</a>")
    case .image(let source, let alternative):
      renderImage(source: source, alternative: alternative, into: &writer)
    case .noteLink(let link): render(link, into: &writer)
    case .math(let isDisplay, let tex): writer.math(tex, isDisplay: isDisplay)
    case .cloze(let number, let hint, let children):
      guard keepsClozes else { return render(children, into: &writer) }
      writer.openGap(number)
      render(children, into: &writer)
      writer.closeGap(hint: hint)
    case .gap(let hint): writer.write(ClozeText.gapMark(hint: hint))
    case .footnoteReference(let label):
      writer.tag("<sup>")
      writer.write(label)
      writer.tag("</sup>")
    case .html(let text): writer.literal(text, in: .text)
    }
  }

  private func render(_ children: [MarkdownInline], within name: String, _ writer: inout HTMLWriter) {
    writer.tag("<\(name)>")
    render(children, into: &writer)
    writer.tag("</\(name)>")
  }

  private func render(_ link: MarkdownNoteLink, into writer: inout HTMLWriter) {
    guard link.form.isEmbed, let kind = MediaKind(path: link.path), let name = media(link.path) else {
      return writer.literal(link.shown, in: .text)
    }
    switch kind {
    case .sound, .film: writer.sound(name)
    case .image:
      let target = link.path + (link.fragment.map { "#" + $0 } ?? "")
      writer.tag(
        "img",
        attributes: [
          "src": name, "alt": link.shown == target ? nil : link.shown,
          "width": (link.size?.width).map(String.init), "height": (link.size?.height).map(String.init),
        ])
    }
  }

  private func renderImage(source: String, alternative: String, into writer: inout HTMLWriter) {
    let name = WebAddress.isWeb(source) ? source : media(source)
    guard let name else { return writer.write(alternative.isEmpty ? source : alternative) }
    writer.tag("img", attributes: ["src": name, "alt": alternative.isEmpty ? nil : alternative])
  }
}

/// What an embedded file is, by the end of its name.
package enum MediaKind: Hashable, Sendable {
  case image, sound, film

  package init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "png", "jpg", "jpeg", "gif", "bmp", "svg", "tif", "tiff", "webp", "avif", "ico": self = .image
    case "mp3", "wav", "m4a", "flac", "ogg", "oga", "opus", "wma", "aac", "3gp", "aiff": self = .sound
    case "mp4", "webm", "mov", "mkv", "ogv", "avi", "mpg", "mpeg": self = .film
    default: return nil
    }
  }
}

enum WebAddress {
  static func isWeb(_ address: String) -> Bool {
    let address = address.lowercased()
    return address.hasPrefix("http://") || address.hasPrefix("https://")
  }

  /// An address that a card may lead to. Others, `javascript:` for one, could run in Anki's page, and relative
  /// ones lead nowhere from there.
  static func isSafe(_ address: String) -> Bool {
    let lower = address.lowercased()
    return isWeb(address) || ["mailto:", "obsidian://", "ftp://", "tel:"].contains { lower.hasPrefix($0) }
  }
}
