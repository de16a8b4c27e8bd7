import StudyApp
import StudyCore
import StudyStore

/// How many findings there are of each severity.
struct FindingSummary: Encodable, Hashable {
  var errors: Int
  var warnings: Int
  var notes: Int

  init(_ findings: [LocatedFinding]) {
    let count = { (severity: Finding.Severity) in findings.filter { $0.finding.severity == severity }.count }
    (errors, warnings, notes) = (count(.error), count(.warning), count(.note))
  }

  /// Without what there is none of.
  var shortText: String {
    [(errors, "error"), (warnings, "warning"), (notes, "note")].filter { $0.0 > 0 }
      .map { Words.count($0.0, $0.1) }.joined(separator: ", ")
  }

  var text: String {
    if errors + warnings + notes == 0 { return "no findings" }
    return [
      Words.count(errors, "error"), Words.count(warnings, "warning"), Words.count(notes, "note"),
    ].joined(separator: ", ")
  }
}

/// Writes a finding as compilers do: place, severity, message and code, the line with a caret, and the way out.
enum FindingPrinter {
  /// - Parameters:
  ///   - path: as it is shown.
  ///   - lines: of the file.
  static func text(_ finding: Finding, path: String, lines source: [String]) -> String {
    let place = finding.place
    let position = place == .wholeFile ? "" : ":\(place.line):\(place.column)"
    var lines = [
      "\(path)\(position): \(finding.severity.rawValue): \(finding.message) [\(finding.code.rawValue)]"
    ]
    if place != .wholeFile, place.line <= source.count {
      let (shown, caret) = excerpt(source[place.line - 1], column: place.column)
      lines += ["    \(shown)", "    \(String(repeating: " ", count: caret))^"]
    }
    lines.append("    fix: \(finding.fix)")
    return lines.joined(separator: "\n")
  }

  /// At most 72 characters of the line around the column, and how many stand before the caret.
  static func excerpt(_ line: String, column: Int) -> (text: String, caret: Int) {
    let scalars = Array(line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
    let index = max(0, min(column - 1, scalars.count))
    let start = index > 60 ? index - 30 : 0
    let part = scalars[start..<min(scalars.count, start + 72)]
    return (String(String.UnicodeScalarView(part)), index - start)
  }
}
