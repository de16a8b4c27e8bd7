import NoteParsing
import StudyCore
import Testing

@testable import LinnetCLI

struct FindingGuideTests {
  @Test(arguments: FindingCode.allCases) func `every kind of finding is explained`(_ code: FindingCode) {
    let guide = FindingGuide.of(code)
    #expect(guide.explanation.count > 40 && guide.explanation.hasSuffix("."))
    #expect(FindingGuide.text(code).hasPrefix(code.rawValue + "\n\n"))
    #expect(FindingGuide.text(code).split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  private static let ofVaults: Set<FindingCode> = [.aliasLink, .nearLink]

  /// An example gives the finding it stands for; a link needs the rest of the vault to give one.
  @Test(
    arguments: FindingCode.allCases.filter { !FindingGuide.of($0).example.isEmpty && !ofVaults.contains($0) })
  func `examples are real`(_ code: FindingCode) {
    // Strict reading finds what tolerant reading does, and more.
    let note = NoteParser(mode: .strict).parse(Array(FindingGuide.of(code).example.utf8))
    #expect(note.findings.map(\.code).contains(code))
  }
}
