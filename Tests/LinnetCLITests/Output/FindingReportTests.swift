import Foundation
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import LinnetCLI

struct FindingReportTests {
  private func finding(_ line: Int, _ code: FindingCode = .trailingBlank) -> Finding {
    Finding(
      severity: .note, code: code, message: "message", fix: "way out",
      place: line == 0 ? .wholeFile : Finding.Place(line: line, column: 2))
  }

  @Test func `files are told apart, and paths from where one is`() throws {
    let folder = try TemporaryFolder(["notes/a.md": "one\ntwo", "b.md": "x"])
    let root = folder.absolute("")
    let findings = [
      LocatedFinding(folder: root, path: "b.md", finding: finding(0)),
      LocatedFinding(folder: root, path: "notes/a.md", finding: finding(2)),
    ]
    #expect(
      FindingReport(workingDirectory: folder.absolute("notes")).texts(findings) == [
        "\(root)/b.md: 1 note\n\(root)/b.md: note: message [trailing-blank]\n    fix: way out",
        "a.md: 1 note\na.md:2:2: note: message [trailing-blank]\n    two\n     ^\n    fix: way out",
      ])
  }

  @Test func `what is found again and again is told three times, and then where`() throws {
    let folder = try TemporaryFolder(["a.md": String(repeating: "text\n", count: 20)])
    let findings = (1...16).map {
      LocatedFinding(
        folder: folder.absolute(""), path: "a.md", finding: finding($0, $0 == 2 ? .endMissing : .tagsForm))
    }
    let text = try #require(FindingReport(workingDirectory: "/").texts(findings).first)
    #expect(text.components(separatedBy: "fix: way out").count - 1 == 4)
    #expect(
      text.hasSuffix("also [tags-form] at 5:2, 6:2, 7:2, 8:2, 9:2, 10:2, 11:2, 12:2, 13:2, 14:2 and 2 more"))
  }
}
