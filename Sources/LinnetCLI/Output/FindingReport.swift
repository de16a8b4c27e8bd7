import StudyApp
import StudyCore
import StudyStore

/// Findings as a person reads them: file by file, each with its line. What is found many times in one file is told a few times in
/// full, and then only where.
struct FindingReport {
  private static let toldInFull = 3
  private static let placesTold = 10

  /// Paths below this folder are shown from there.
  let workingDirectory: String

  /// One text for each file.
  ///
  /// - Parameter findings: those of one file follow each other.
  func texts(_ findings: [LocatedFinding]) -> [String] {
    var texts: [String] = []
    var rest = findings[...]
    while let first = rest.first {
      let path = first.absolutePath
      let end = rest.firstIndex { $0.absolutePath != path } ?? rest.endIndex
      texts.append(text(Array(rest[..<end]), path: path))
      rest = rest[end...]
    }
    return texts
  }

  private func text(_ findings: [LocatedFinding], path: String) -> String {
    let shown = self.shown(path)
    let lines = findings.allSatisfy { $0.finding.place == .wholeFile } ? [] : NoteSource.lines(of: path)
    var counts: [FindingCode: Int] = [:]
    var parts = ["\(shown): \(FindingSummary(findings).shortText)"]
    for located in findings {
      let finding = located.finding
      counts[finding.code, default: 0] += 1
      guard counts[finding.code, default: 0] <= FindingReport.toldInFull else { continue }
      parts.append(FindingPrinter.text(finding, path: shown, lines: lines))
    }
    for code in FindingCode.allCases where counts[code, default: 0] > FindingReport.toldInFull {
      let places = findings.filter { $0.finding.code == code }.dropFirst(FindingReport.toldInFull)
        .map { "\($0.finding.place.line):\($0.finding.place.column)" }
      let more =
        places.count > FindingReport.placesTold ? " and \(places.count - FindingReport.placesTold) more" : ""
      parts.append(
        "also [\(code.rawValue)] at " + places.prefix(FindingReport.placesTold).joined(separator: ", ") + more
      )
    }
    return parts.joined(separator: "\n")
  }

  private func shown(_ path: String) -> String {
    PathResolver.contains(workingDirectory, path) && path != workingDirectory
      ? String(path.dropFirst(workingDirectory.count + 1)) : path
  }
}
