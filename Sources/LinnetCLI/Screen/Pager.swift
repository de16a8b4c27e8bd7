import Markdown
import StudyApp
import Terminal

/// A text on a screen of its own, to scroll in.
struct Pager {
  enum Text {
    case lines([StyledText])
    case note(NotePage)
  }

  let title: StyledText
  let text: Text
  private(set) var viewport = Viewport()
  private var rows: [StyledText] = []
  private var width = 0

  init(title: StyledText, text: Text) {
    self.title = title
    self.text = text
  }

  var visibleRows: ArraySlice<StyledText> { rows[viewport.visible] }

  mutating func scroll(_ key: ScrollKey) { viewport.scroll(key) }

  /// Lays the text out again if the width is another, and keeps the first row's text the first.
  mutating func fit(width: Int, room: Int, _ style: ScreenStyle) {
    guard width != self.width else { return viewport.fit(count: rows.count, room: room) }
    let old = readableOffsets(rows)
    rows = Pager.rows(text, width: width, style)
    self.width = width
    viewport.keepPlace(from: old, in: readableOffsets(rows), room: room)
  }

  private static func rows(_ text: Text, width: Int, _ style: ScreenStyle) -> [StyledText] {
    switch text {
    case .lines(let lines):
      return lines.flatMap { $0.isEmpty ? [$0] : $0.wrapped(to: width) }
    case .note(let page):
      let markdown = TerminalMarkdown(width: width, rendering: style.rendering, glyphs: style.glyphs) {
        !page.unresolved.contains($0.path.lowercased())
      }
      return markdown.lines(page.document)
    }
  }
}
