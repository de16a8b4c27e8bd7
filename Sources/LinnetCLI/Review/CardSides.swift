import StudyApp
import StudyStore
import Terminal

/// The sides of a card as rows of one width.
struct CardSides {
  let markdown: TerminalMarkdown

  init(_ content: CardContent, width: Int, rendering: Rendering, glyphs: Glyphs) {
    let unresolved = Set(content.links.filter { !$0.isResolved }.map { $0.target.lowercased() })
    markdown = TerminalMarkdown(width: width, rendering: rendering, glyphs: glyphs) {
      !unresolved.contains($0.path.lowercased())
    }
  }

  /// Fields one below the other; each begins with its name, if it has one.
  func rows(_ parts: [CardFaces.Part]) -> [StyledText] {
    var rows: [StyledText] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { rows.append("") }
      if let name = part.name { rows.append(StyledText(name + ":", .strong)) }
      rows += markdown.lines(part.document)
    }
    return rows
  }
}
