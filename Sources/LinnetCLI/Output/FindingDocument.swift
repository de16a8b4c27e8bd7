import StudyStore

/// A finding in JSON.
struct FindingDocument: Encodable {
  var path: String
  var line: Int
  var column: Int
  var severity: String
  var code: String
  var message: String
  var fix: String

  init(_ located: LocatedFinding) {
    let finding = located.finding
    path = located.absolutePath
    (line, column) = (finding.place.line, finding.place.column)
    (severity, code) = (finding.severity.rawValue, finding.code.rawValue)
    (message, fix) = (finding.message, finding.fix)
  }
}
