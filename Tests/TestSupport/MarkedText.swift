/// A test input in which `▷` marks the places that are expected in a result.
package struct MarkedText {
  package struct Position: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The input without the marks.
  package let text: String
  /// 1-based lines and columns of the marks, columns counted in Unicode scalars.
  package let positions: [Position]

  package init(_ marked: String) {
    var text = ""
    var positions: [Position] = []
    for (line, content) in marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let pieces = content.split(separator: "▷", omittingEmptySubsequences: false)
      var column = 1
      for piece in pieces.dropLast() {
        column += piece.unicodeScalars.count
        positions.append(Position(line: line + 1, column: column))
      }
      text += (line == 0 ? "" : "\n") + pieces.joined()
    }
    self.text = text
    self.positions = positions
  }
}
