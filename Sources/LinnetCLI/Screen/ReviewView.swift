import StudyCore
import StudyStore
import Terminal

/// Draws a quiz: a pure function from what it shows to the rows of the screen.
struct ReviewView {
  let model: ReviewModel
  var style: ScreenStyle { model.style }
  var width: Int { model.size.columns }

  func frame() -> Frame {
    if model.isTooSmall { return tooSmall() }
    if let panel = model.panels.last { return PanelView(view: self, panel: panel).frame() }
    let body = model.hasSidePanel ? withSidePanel(bodyRows()) : bodyRows()
    let (prompt, cursor) = promptRow()
    let rows = header() + filled(body, model.bodyHeight) + [style.rule(width), statusRow(), prompt, keyRow()]
    return Frame(
      size: model.size, rows: rows,
      cursor: cursor.map { Frame.Cursor(row: model.size.rows - 2, column: $0) })
  }

  private func tooSmall() -> Frame {
    let least = ScreenStyle.smallest
    return Frame(
      size: model.size,
      rows: StyledText("window too small (need \(least.columns)x\(least.rows))").wrapped(to: max(1, width)))
  }

  func filled(_ rows: [StyledText], _ height: Int) -> [StyledText] {
    Array(rows.prefix(height)) + Array(repeating: StyledText(), count: max(0, height - rows.count))
  }

  // MARK: Header

  func header() -> [StyledText] {
    let counts = ReviewWords.counts(
      model.counts, current: model.card?.content.card.schedule.phase, glyphs: style.glyphs,
      isShort: width < 60)
    return [
      style.ends(" " + place(room: width - counts.width - 4), counts + " ", width: width), style.rule(width),
    ]
  }

  /// `infra › AWS › ECS.md`; in a narrow window the note alone, with as many of the decks as there is room for.
  private func place(room: Int) -> StyledText {
    guard let content = model.card?.content else { return StyledText(model.counts.quiz, .title) }
    let file = content.notePath.split(separator: "/").last.map(String.init) ?? content.notePath
    var parts = content.deck.parts + [file]
    var isWhole = true
    while true {
      let shown =
        (isWhole ? [] : [StyledText(style.glyphs.ellipsis, .faint)]) + parts.map { StyledText($0, .title) }
      let text = StyledText(shown, separator: StyledText(" \(style.glyphs.arrow) ", .faint))
      if text.width <= room || parts.count == 1 { return text }
      parts.removeFirst()
      isWhole = false
    }
  }

  // MARK: Body

  private func bodyRows() -> [StyledText] {
    if case .rest(let lines) = model.stage {
      return [""] + lines.flatMap { StyledText("  " + $0).wrapped(to: width - 2, hanging: "  ") }
    }
    let rows = model.layout.fixed + model.layout.rows[model.viewport.visible]
    return model.viewport.isScrollable ? filled(rows, model.bodyHeight - 1) + [positionRow()] : rows
  }

  /// `▼ more below · space to scroll            rows 1–14 of 112`
  private func positionRow() -> StyledText {
    ReviewView.positionRow(model.viewport, width: model.bodyWidth, style, action: "space to scroll")
  }

  static func positionRow(
    _ viewport: Viewport, width: Int, _ style: ScreenStyle, action: String
  ) -> StyledText {
    let dash = style.glyphs == .unicode ? "–" : "-"
    let range = "rows \(viewport.top + 1)\(dash)\(viewport.visible.upperBound) of \(viewport.count) "
    let texts = [
      "  \(style.glyphs.moreBelow) more below\(style.glyphs.separator)\(action)",
      "  \(style.glyphs.moreBelow)",
    ]
    let more = viewport.isAtEnd ? "" : texts.first { $0.count + range.count < width } ?? texts[1]
    return style.ends(StyledText(more, .faint), StyledText(range, .faint), width: width)
  }

  // MARK: Footer

  private func statusRow() -> StyledText {
    if let message = model.message { return " " + message }
    guard let card = model.card else { return StyledText() }
    var parts = ["card \(model.number)"]
    if let tally = model.outline?.state.tally, tally.recalled > 0 {
      parts.insert("recalled \(tally.recalled) of \(tally.of)", at: 0)
    }
    if style.showsTimer { parts.append(ReviewView.time(model.seconds)) }
    let right = parts.joined(separator: style.glyphs.separator)
    return style.ends(" " + StatusWords.text(card, style), StyledText(right + " ", .faint), width: width)
  }

  /// `0:07`
  static func time(_ seconds: Double) -> String {
    let whole = Int(seconds)
    return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
  }

  /// The buttons, or what is being asked; with the column of the cursor.
  private func promptRow() -> (StyledText, cursor: Int?) {
    switch model.prompt {
    case .flag: return (" " + StyledText("flag 1-7, 0 for none:", .strong), nil)
    case .mark(let editor): return field("mark for later:", editor)
    case .answer(let editor): return field("your answer:", editor)
    case nil:
      guard case .answer(let outcomes) = model.stage else { return (StyledText(), nil) }
      return (buttons(outcomes), nil)
    }
  }

  private func field(_ label: String, _ editor: LineEditor) -> (StyledText, cursor: Int?) {
    let before = " " + StyledText(label, .strong) + " "
    let (text, cursor) = editor.view(width: max(1, width - before.width - 1))
    return (before + text, before.width + cursor)
  }

  /// The buttons stand at the same columns for every card; the one that Enter chooses is in brackets.
  private func buttons(_ outcomes: Outcomes?) -> StyledText {
    let brackets = style.glyphs == .unicode ? ("‹", "›") : ("[", "]")
    func bracketed(_ rating: Rating, _ text: StyledText) -> StyledText {
      rating == model.suggested
        ? StyledText(brackets.0, .key) + text + StyledText(brackets.1, .key) : " " + text + " "
    }
    let ratings = style.keys.ratings
    let long = ratings.map { rating in
      bracketed(
        rating,
        ReviewWords.button(
          rating, key: style.keys.key(for: .rate(rating)), outcomes?[rating], learnAhead: style.learnAhead))
    }
    let column = min(width - 2, TerminalMarkdown.widestColumn) / ratings.count
    if long.allSatisfy({ $0.width <= column }) {
      return " " + StyledText(long.map { $0.padded(to: column) }, separator: "")
    }
    let joined = StyledText(long, separator: "")
    if joined.width < width - 1 { return " " + joined }
    // Whoever works in a window this narrow knows which number is which.
    let short = ratings.map { rating in
      let interval = ReviewWords.interval(outcomes?[rating], learnAhead: style.learnAhead)
      return bracketed(
        rating,
        StyledText(style.keys.key(for: .rate(rating)), .key)
          + StyledText(interval.string, styles: [rating.style]))
    }
    return " " + StyledText(short, separator: "")
  }

  private func keyRow() -> StyledText { " " + style.keyRow(KeyHints(model: model).items, width: width - 2) }
}
