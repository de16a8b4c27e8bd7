import Markdown
import Terminal

/// A table that fits: columns shrink, the widest first, and their cells wrap. Where columns would get too
/// narrow to read, each row becomes a list of its cells.
struct TableLayout {
  let alignments: [MarkdownAlignment]
  let header: [StyledText]
  let rows: [[StyledText]]

  private static let narrowestColumn = 6

  func lines(width: Int, glyphs: Glyphs) -> [StyledText] {
    guard let widths = columnWidths(in: width - (header.count - 1) * 3) else { return records(width: width) }
    let rule = StyledText(
      widths.map { String(repeating: glyphs.horizontal, count: $0) }.joined(separator: glyphs.ruleCrossing),
      .faint)
    let separator = StyledText(glyphs.columnSeparator, .faint)
    let bodies = rows.map { lines(of: $0, widths: widths, separator: separator) }
    // Cells of several lines run into the next row unless something stands between.
    let needsRules = bodies.contains { $0.count > 1 }
    let body = bodies.enumerated().flatMap { $0 > 0 && needsRules ? [rule] + $1 : $1 }
    return lines(of: header.map { $0.styled(.strong) }, widths: widths, separator: separator) + [rule] + body
  }

  /// Nil if the columns cannot all be readable in `available` cells.
  private func columnWidths(in available: Int) -> [Int]? {
    let natural = header.indices.map { column in
      ([header] + rows).map { $0.cell(column).naturalWidth }.max() ?? 1
    }
    if natural.reduce(0, +) <= available { return natural }
    guard available >= header.count * Self.narrowestColumn else { return nil }
    var widths = natural
    var left = available
    // The narrow columns take what they need, the others share what is left.
    for (taken, column) in header.indices.sorted(by: { natural[$0] < natural[$1] }).enumerated() {
      widths[column] = min(natural[column], left / (header.count - taken))
      left -= widths[column]
    }
    return widths
  }

  private func lines(of row: [StyledText], widths: [Int], separator: StyledText) -> [StyledText] {
    let cells = widths.indices.map { row.cell($0).wrapped(to: widths[$0]) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = widths.indices.map { column in
        let text = line < cells[column].count ? cells[column][line] : StyledText()
        let alignment = alignments.indices.contains(column) ? alignments[column].textAlignment : .leading
        let isLast = column == widths.count - 1
        return isLast && alignment == .leading ? text : text.padded(to: widths[column], alignment)
      }
      return StyledText(parts, separator: separator)
    }
  }

  private func records(width: Int) -> [StyledText] {
    let records = rows.map { row in
      header.indices.flatMap { column in
        (header[column].styled(.strong) + ": " + row.cell(column)).wrapped(to: width, hanging: "  ")
      }
    }
    return Array(records.joined(separator: [StyledText()]))
  }
}

extension [StyledText] {
  /// Rows may be shorter than the header.
  fileprivate func cell(_ column: Int) -> StyledText { column < count ? self[column] : StyledText() }
}

extension StyledText {
  fileprivate var naturalWidth: Int {
    max(1, string.split(separator: "\n").map(\.cellWidth).max() ?? 1)
  }
}

extension MarkdownAlignment {
  fileprivate var textAlignment: TextAlignment {
    switch self {
    case .natural, .left: .leading
    case .center: .centre
    case .right: .trailing
    }
  }
}
