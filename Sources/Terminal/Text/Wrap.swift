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
        lines.append(start + text(of: line))
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
    var cells: [Cell] = []
    cells.reserveCapacity(runs.reduce(0) { $0 + $1.text.utf8.count })
    for (number, run) in runs.enumerated() {
      var start = run.text.startIndex
      for character in run.text {
        let end = run.text.utf8.index(start, offsetBy: character.utf8.count)
        cells.append(Cell(character: character, width: character.cellWidth, run: number, range: start..<end))
        start = end
      }
    }
    return cells
  }

  /// The text of neighbouring cells, run by run.
  private func text(of cells: ArraySlice<Cell>) -> StyledText {
    var text = StyledText()
    var rest = cells
    while let first = rest.first {
      let same = rest.prefix { $0.run == first.run }
      let range = first.range.lowerBound..<same[same.endIndex - 1].range.upperBound
      let run = runs[first.run]
      text.append(Run(sanitised: String(run.text[range]), styles: run.styles))
      rest = rest[same.endIndex...]
    }
    return text
  }
}

/// A grapheme cluster with its place in the styled text.
private struct Cell {
  let character: Character
  let width: Int
  /// Number of its run, and where it stands in the run's text.
  let run: Int
  let range: Range<String.Index>
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
