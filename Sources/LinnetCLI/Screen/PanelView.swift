import StudyApp
import Terminal

/// Draws what lies over the card.
struct PanelView {
  let view: ReviewView
  let panel: ReviewModel.Panel

  private var style: ScreenStyle { view.style }
  private var width: Int { view.width }
  private var height: Int { view.model.panelHeight }

  func frame() -> Frame {
    let body: [StyledText]
    var cursor: Frame.Cursor?
    switch panel {
    case .help(let pager), .information(let pager), .note(let pager, _): body = rows(pager)
    case .links(let links): (body, cursor) = rows(links)
    }
    let keys = " " + (view.model.message ?? style.keyRow(keys, width: width - 2))
    return Frame(
      size: view.model.size, rows: header + view.filled(body, height) + [style.rule(width), keys],
      cursor: cursor)
  }

  private var header: [StyledText] {
    let title: StyledText
    switch panel {
    case .help(let pager), .information(let pager), .note(let pager, _): title = pager.title
    case .links: return view.header()
    }
    return [style.ends(" " + title, StyledText(), width: width), style.rule(width)]
  }

  private func rows(_ pager: Pager) -> [StyledText] {
    let rows = pager.visibleRows.map { $0.isEmpty ? $0 : "  " + $0 }
    guard pager.viewport.isScrollable else { return rows }
    return view.filled(rows, height - 1)
      + [ReviewView.positionRow(pager.viewport, width: width, style, action: "space to scroll")]
  }

  private var keys: [StyledText] {
    switch panel {
    case .help:
      [style.item("space", "scroll"), style.item("esc", "back"), style.item("", "or any key of the review")]
    case .information: [style.item("space", "scroll"), style.item("esc", "back")]
    case .note:
      [
        style.item("space", "scroll"), style.item(.links, "its links"), style.item(.edit, "edit"),
        style.item("b", "back"), style.item("esc", "close"),
      ]
    case .links(let links):
      links.isTyping
        ? [style.item("enter", "done"), style.item("esc", "all links")]
        : [
          style.item("enter", "read note"), style.item("r", "review its cards next"),
          style.item("/", "filter"), style.item("b", "back"), style.item("esc", "close"),
        ]
    }
  }

  // MARK: Links

  private func rows(_ links: LinksPanel) -> ([StyledText], Frame.Cursor?) {
    let items = links.items
    let heading = "  \(links.heading) (\(items.count))"
    let filter = links.filter?.view(width: 20)
    let right =
      filter.map { StyledText("/ ", .key) + $0.text.padded(to: 20) } ?? StyledText("/ filter ", .faint)
    let first = style.ends(StyledText(heading, .faint), right, width: width)
    var rows = [first, StyledText()]
    rows += links.viewport.visible.map { row(items[$0], isChosen: $0 == links.cursor) }
    if items.isEmpty { rows.append("  no link has this in its name") }
    if links.viewport.isScrollable {
      rows.append(ReviewView.positionRow(links.viewport, width: width, style, action: "j to go on"))
    }
    let cursor = links.isTyping ? filter.map { Frame.Cursor(row: 2, column: width - 20 + $0.cursor) } : nil
    return (withSources(rows, links.overview), cursor)
  }

  /// The notes that link here stand at the foot.
  private func withSources(_ rows: [StyledText], _ overview: LinkOverview) -> [StyledText] {
    guard !overview.linkedFrom.isEmpty else { return rows }
    let names = overview.linkedFrom.map(\.title).joined(separator: style.glyphs.separator)
    let line = StyledText("  linked from: \(names)", .faint)
      .cropped(to: width - 2, ellipsis: StyledText(style.glyphs.ellipsis, .faint))
    return view.filled(rows, height - 1) + [line]
  }

  private func row(_ item: LinkOverview.Item, isChosen: Bool) -> StyledText {
    let mark = isChosen ? StyledText("  \(style.glyphs.arrow) ", .key) : "    "
    let count = item.count > 1 ? " \(style.glyphs.times)\(item.count)" : ""
    let styles: [Style] = isChosen ? [item.end.nameStyle, .strong] : [item.end.nameStyle]
    let ellipsis = StyledText(style.glyphs.ellipsis)
    let room = max(12, min(40, width - 4 - 40))
    let name = StyledText(item.name, styles: styles).cropped(to: room - count.count, ellipsis: ellipsis)
    let row = mark + (name + StyledText(count, .faint)).padded(to: room) + " " + facts(item.end)
    return row.cropped(to: width - 1, ellipsis: ellipsis)
  }

  /// Cards, recall and date in columns; for a name without a note, what it could mean.
  private func facts(_ end: LinkOverview.End) -> StyledText {
    switch end {
    case .note(_, let memory):
      guard memory.cards > 0 else { return StyledText("no cards", .faint) }
      let columns: [(String, Int)] = [
        (Words.count(memory.cards, "card"), 10), (memory.recall.map(LinkWords.recall) ?? "", 7),
        (memory.due.map(LinkWords.due) ?? "", 0),
      ]
      return StyledText(columns.map { StyledText($0).padded(to: $1) }, separator: "")
    case .file: return StyledText("file", .faint)
    case .unresolved(let near):
      let guess = near.isEmpty ? StyledText() : StyledText("  like: " + near.joined(separator: ", ") + "?")
      return StyledText("no note", .warning) + guess
    }
  }
}
