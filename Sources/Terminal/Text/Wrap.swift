package enum LineBreaking: Hashable, Sendable {
  /// Between words, and between characters in scripts that write no blanks; a word wider than a line is cut.
  case words
  /// Wherever the line is full, keeping every blank: for code.
  case cells
}

extension StyledText {
  /// Lines of at most `width` cells. The first begins with `indent`, the others with `hanging` (`indent` if
  /// nil); both count into the width. A grapheme cluster is never split: one that is wider than a line stands
  /// on a line of its own.
  package func wrapped(
    to width: Int, indent: StyledText = StyledText(), hanging: StyledText? = nil,
    breaking: LineBreaking = .words
  ) -> [StyledText] {
    if fits(in: width - indent.width, breaking) { return [indent + self] }
    var lines: [StyledText] = []
    for paragraph in cells.split(omittingEmptySubsequences: false, whereSeparator: { $0.character == "\n" }) {
      var rest = paragraph
      repeat {
        let start = lines.isEmpty ? indent : hanging ?? indent
        let room = max(1, width - start.width)
        let line = breaking == .words ? rest.takeWords(room) : rest.takeCells(room)
        lines.append(start + StyledText(cells: line))
      } while !rest.isEmpty
    }
    return lines
  }

  /// True of most texts: one line, with room for all of it, and nothing to take off its end.
  private func fits(in room: Int, _ breaking: LineBreaking) -> Bool {
    guard room > 0, let last = runs.last?.text.last else { return false }
    if breaking == .words, last.isBreakingBlank { return false }
    return width <= room && !runs.contains { $0.text.utf8.contains(UInt8(ascii: "\n")) }
  }

  private var cells: [Cell] {
    runs.flatMap { run in run.text.map { Cell(character: $0, width: $0.cellWidth, styles: run.styles) } }
  }

  private init(cells: ArraySlice<Cell>) {
    self.init()
    var rest = cells
    while let styles = rest.first?.styles {
      let same = rest.prefix { $0.styles == styles }
      append(Run(sanitised: String(same.map(\.character)), styles: styles))
      rest = rest[same.endIndex...]
    }
  }
}

/// A grapheme cluster with its place in the styled text.
private struct Cell {
  let character: Character
  let width: Int
  let styles: [Style]
}

extension ArraySlice<Cell> {
  /// Removes and returns what fits into `room` cells: at least one cluster, if there is one.
  fileprivate mutating func takeCells(_ room: Int) -> ArraySlice<Cell> {
    let end = fitting(room)
    defer { self = self[end...] }
    return self[..<end]
  }

  /// Removes and returns whole words that fit, without the blanks at the break.
  fileprivate mutating func takeWords(_ room: Int) -> ArraySlice<Cell> {
    var end = fitting(room)
    if end < endIndex && !self[end].character.isBreakingBlank {
      end = (startIndex + 1...end).last { canBreak(before: $0) } ?? end
    }
    let line = self[..<end]
    self = self[end...].drop { $0.character.isBreakingBlank }
    return line.prefix(through: line.lastIndex { !$0.character.isBreakingBlank })
  }

  private func prefix(through last: Int?) -> ArraySlice<Cell> {
    last.map { self[...$0] } ?? self[..<startIndex]
  }

  private func fitting(_ room: Int) -> Int {
    var end = startIndex
    var used = 0
    while end < endIndex, used + self[end].width <= room || used == 0 || self[end].width == 0 {
      used += self[end].width
      end += 1
    }
    return end
  }

  /// Whether a line may end before the cluster at `index`, which is not the first. Blanks at the start of a
  /// line are its indentation, not a word.
  private func canBreak(before index: Int) -> Bool {
    let left = self[index - 1].character
    let right = self[index].character
    if left.isBreakingBlank { return self[..<index].contains { !$0.character.isBreakingBlank } }
    if left == "-" || left == "\u{2010}" {
      return right.isLetter && index - 2 >= startIndex && self[index - 2].character.isLetter
    }
    return left.allowsBreak(before: right)
  }
}
