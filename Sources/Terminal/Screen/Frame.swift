/// What stands on every row of a screen.
package struct Frame: Hashable, Sendable {
  /// Where the cursor is to be seen, counted from 0.
  package struct Cursor: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package let size: TerminalSize
  /// As many as the screen has, none wider than it.
  package let rows: [StyledText]
  package let cursor: Cursor?

  /// - Parameters:
  ///   - rows: those that are missing are blank, those too many are left out, those too wide are cut. A row has no
  ///     line ends.
  ///   - cursor: nil hides it.
  package init(size: TerminalSize, rows: [StyledText], cursor: Cursor? = nil) {
    self.size = size
    let blank = Array(repeating: StyledText(), count: max(0, size.rows - rows.count))
    self.rows = (rows.prefix(size.rows) + blank).map { $0.cropped(to: size.columns) }
    self.cursor = cursor
  }
}
