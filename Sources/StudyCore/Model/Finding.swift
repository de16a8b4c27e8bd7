/// Something the parser or a check wants to say about a place in a note. Findings are not errors: the import
/// goes on.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable { case error, warning, note }

  /// 1-based line and column; columns count characters as an editor shows them. Both are 0 when the finding is about the
  /// whole file.
  package struct Place: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    package static let wholeFile = Place(line: 0, column: 0)
  }

  package var severity: Severity
  package var code: FindingCode
  package var message: String
  /// What to do about it, as an instruction.
  package var fix: String
  package var place: Place

  package init(severity: Severity, code: FindingCode, message: String, fix: String, place: Place) {
    self.severity = severity
    self.code = code
    self.message = message
    self.fix = fix
    self.place = place
  }

  /// The same as a warning at least, where the condition holds.
  package func asWarning(if condition: Bool) -> Finding {
    guard condition, severity == .note else { return self }
    var raised = self
    raised.severity = .warning
    return raised
  }
}
