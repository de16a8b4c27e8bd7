import StudyApp
import Terminal

/// A typed answer above the right one; without colour, with a row of marks between them.
struct TypedRows {
  let answer: TypedAnswer
  let width: Int
  let rendering: Rendering

  private static let label = 6

  func lines() -> [StyledText] {
    if answer.columns.isEmpty { return [] }
    var lines: [StyledText] = []
    var rest = answer.columns[...]
    while !rest.isEmpty {
      let chunk = take(&rest)
      lines.append(
        row("you", chunk) { StyledText($0.typedSign, styles: [$0.mark.style]) })
      if rendering == .plain { lines.append(row("", chunk) { StyledText($0.mark.sign) }) }
      lines.append(row("card", chunk) { StyledText($0.expected.map(String.init) ?? " ") })
    }
    if rendering == .plain, !answer.isRight { lines.append("  = good   x wrong   - missing") }
    return lines
  }

  private func take(_ rest: inout ArraySlice<TypedAnswer.Column>) -> [TypedAnswer.Column] {
    var room = max(10, width - TypedRows.label - 2)
    let chunk = rest.prefix { column in
      room -= cells(column)
      return room >= 0
    }
    let taken = chunk.isEmpty ? rest.prefix(1) : chunk
    rest = rest.dropFirst(taken.count)
    return Array(taken)
  }

  private func row(
    _ label: String, _ columns: [TypedAnswer.Column], _ text: (TypedAnswer.Column) -> StyledText
  ) -> StyledText {
    columns.reduce("  " + StyledText(label, .faint).padded(to: TypedRows.label)) { line, column in
      line + text(column).padded(to: cells(column))
    }
  }

  private func cells(_ column: TypedAnswer.Column) -> Int {
    max(1, [column.typed, column.expected].compactMap { $0?.cellWidth }.max() ?? 1)
  }
}

extension TypedAnswer.Column {
  /// What was not typed and does not count either leaves its place empty.
  fileprivate var typedSign: String { typed.map(String.init) ?? (mark == .good ? " " : "-") }
}

extension TypedAnswer.Mark {
  fileprivate var style: Style {
    switch self {
    case .good: .good
    case .wrong: .again
    case .missing: .faint
    }
  }

  fileprivate var sign: String {
    switch self {
    case .good: "="
    case .wrong: "x"
    case .missing: "-"
    }
  }
}
