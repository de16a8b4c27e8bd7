import Terminal

/// Cells in columns with two blanks between them, as wide as the terminal shows them.
enum TextTable {
  /// - Parameters:
  ///   - rows: with as many cells each as there are alignments.
  ///   - alignments: of the columns.
  /// - Returns: a line a row, without blanks at its end.
  static func lines(_ rows: [[String]], _ alignments: [TextAlignment]) -> [String] {
    let cells = rows.map { $0.map { StyledText($0) } }
    let widths = alignments.indices.map { column in cells.map { $0[column].width }.max() ?? 0 }
    return cells.map { row in
      let line = row.indices.map { row[$0].padded(to: widths[$0], alignments[$0]).string }.joined(
        separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
