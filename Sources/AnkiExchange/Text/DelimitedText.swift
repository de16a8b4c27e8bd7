/// Rows of cells as Anki's text importer reads them (`anki-formats.md` §1, «Quoting and HTML»).
struct DelimitedText {
  let separator: Character
  private(set) var text = ""

  init(separator: Character) { self.separator = separator }

  mutating func header(_ key: String, _ value: String) { text += "#\(key):\(value)\n" }

  mutating func row(_ cells: [String]) {
    text += line(cells)
    text += "\n"
  }

  /// One record without its line end.
  func line(_ cells: [String]) -> String {
    cells.enumerated().map { index, cell in
      needsQuotes(cell, isFirst: index == 0) ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }.joined(separator: String(separator))
  }

  /// A record that begins with `#` is a comment, and a first line that begins with `tags:` gives tags to all
  /// notes; neither does so in quotes.
  private func needsQuotes(_ cell: String, isFirst: Bool) -> Bool {
    if isFirst, cell.hasPrefix("#") || cell.lowercased().hasPrefix("tags:") { return true }
    let separator = UInt8(separator.asciiValue ?? 0)
    return cell.utf8.contains { byte in
      byte == separator || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == 13 || byte == 9
    }
  }
}
