import Terminal

/// A terminal as far as frames need one: it keeps cells, and understands where to write, what to erase and whether
/// the cursor shows.
struct ModelTerminal {
  let size: TerminalSize
  /// Nil is the right half of a wide character.
  private(set) var cells: [[Character?]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var isCursorVisible = false
  /// Anything it does not understand, or that would wrap or scroll.
  private(set) var complaints: [String] = []

  init(_ size: TerminalSize) {
    self.size = size
    cells = Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
  }

  var rows: [String] { cells.map { String($0.compactMap { $0 }) } }

  mutating func write(_ text: String) {
    var rest = Substring(text)
    while let next = rest.first {
      if next == "\u{1B}" {
        let end = rest.dropFirst(2).firstIndex { $0.isLetter } ?? rest.index(before: rest.endIndex)
        obey(rest[rest.index(rest.startIndex, offsetBy: 2)..<end], rest[end])
        rest = rest[rest.index(after: end)...]
      } else {
        print(next)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func obey(_ parameters: Substring, _ command: Character) {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    switch (command, parameters) {
    case ("H", _): (row, column) = ((numbers.first ?? 1) - 1, (numbers.count > 1 ? numbers[1] : 1) - 1)
    case ("J", "2"): cells = ModelTerminal(size).cells
    case ("K", ""): for place in column..<size.columns { cells[row][place] = " " }
    case ("m", _): break
    case ("h", "?25"): isCursorVisible = true
    case ("l", "?25"): isCursorVisible = false
    default: complaints.append("unknown: \(parameters)\(command)")
    }
  }

  private mutating func print(_ character: Character) {
    let width = character.cellWidth
    guard row < size.rows, column + width <= size.columns else {
      return complaints.append("outside: \(character)")
    }
    if cells[row][column] == nil { complaints.append("begins in the middle of a wide character") }
    // The other half of what is written over goes with it.
    if column + width < size.columns, cells[row][column + width] == nil { cells[row][column + width] = " " }
    cells[row][column] = character
    if width == 2 { cells[row][column + 1] = nil }
    column += width
  }
}
