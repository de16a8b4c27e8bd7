extension Frame {
  /// What to send to a terminal that shows `previous` so that it shows this frame: only what changed, each piece at
  /// its place, and nothing that could make the screen scroll.
  ///
  /// - Parameter previous: nil if nobody knows what the terminal shows.
  package func update(from previous: Frame?, rendering: Rendering) -> String {
    var output = ""
    if let previous, previous.size == size {
      for (row, (old, new)) in zip(previous.rows, rows).enumerated() where old != new {
        output += RowUpdate(row: row, old: old, new: new).text(rendering)
      }
    } else {
      output = "\u{1B}[0m\u{1B}[H\u{1B}[2J"
      for (row, new) in rows.enumerated() where !new.isEmpty {
        output += RowUpdate(row: row, old: StyledText(), new: new).text(rendering)
      }
    }
    return withCursor(output, from: previous)
  }

  /// While rows are written the cursor is hidden, so that it does not wander.
  private func withCursor(_ output: String, from previous: Frame?) -> String {
    // Where nobody knows what is shown, the cursor may be.
    let wasVisible = previous.map { $0.cursor != nil } ?? true
    guard let cursor else { return (wasVisible ? "\u{1B}[?25l" : "") + output }
    if output.isEmpty, previous?.cursor == cursor { return "" }
    let hiding = wasVisible && !output.isEmpty ? "\u{1B}[?25l" : ""
    let isHidden = !wasVisible || !hiding.isEmpty
    return hiding + output + position(row: cursor.row, column: cursor.column)
      + (isHidden ? "\u{1B}[?25h" : "")
  }
}

/// From one text of a row to another.
private struct RowUpdate {
  let row: Int
  let old: [Cell]
  let new: [Cell]

  struct Cell: Equatable {
    let character: Character
    let styles: [Style]
  }

  init(row: Int, old: StyledText, new: StyledText) {
    self.row = row
    self.old = RowUpdate.cells(old)
    self.new = RowUpdate.cells(new)
  }

  private static func cells(_ text: StyledText) -> [Cell] {
    text.runs.flatMap { run in run.text.map { Cell(character: $0, styles: run.styles) } }
  }

  func text(_ rendering: Rendering) -> String {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let isSameWidth = width(old[...]) == width(new[...])
    // Where both texts end alike at the same column, the end need not be written again.
    let alike =
      isSameWidth ? zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count : 0
    let end = new.count - alike
    var output = pieces(new[start..<end], from: width(new[..<start]), rendering)
    if output.isEmpty { output = position(row: row, column: width(new[..<start])) }
    return output + (width(old[...]) > width(new[...]) ? "\u{1B}[K" : "")
  }

  private func width(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.character.cellWidth } }

  /// The cells from a column on. Terminals disagree about the width of some clusters, so what follows one of them is
  /// placed anew.
  private func pieces(_ cells: ArraySlice<Cell>, from column: Int, _ rendering: Rendering) -> String {
    var output = ""
    var rest = cells
    var column = column
    while !rest.isEmpty {
      let certain = rest.prefix { !$0.character.hasDisputedWidth }
      let piece = rest[..<min(rest.endIndex, certain.endIndex + 1)]
      output += position(row: row, column: column) + styled(piece, rendering)
      column += width(piece)
      rest = rest[piece.endIndex...]
    }
    return output
  }

  private func styled(_ cells: ArraySlice<Cell>, _ rendering: Rendering) -> String {
    var text = StyledText()
    var rest = cells
    while let styles = rest.first?.styles {
      let same = rest.prefix { $0.styles == styles }
      text.append(StyledText.Run(sanitised: String(same.map(\.character)), styles: styles))
      rest = rest[same.endIndex...]
    }
    return text.rendered(as: rendering == .ansi ? .ansi : .plain)
  }
}

private func position(row: Int, column: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }

extension Character {
  /// True of emoji that are joined or whose look a selector chooses: some terminals show them in other widths.
  fileprivate var hasDisputedWidth: Bool {
    unicodeScalars.contains { $0 == "\u{200D}" || $0 == "\u{FE0F}" }
  }
}
