import AnkiExchange
import StudyCore
import TestSupport
import Testing

@testable import LinnetCLI

struct ExportTargetTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(["there/x": ""], named: "out") }

  @Test func `what is a folder`() {
    #expect(ExportTarget.isFolder("new/"))
    #expect(ExportTarget.isFolder(folder.absolute("there")))
    #expect(!ExportTarget.isFolder(folder.absolute("there/x")))
    #expect(!ExportTarget.isFolder("deck.csv"))
    #expect(!ExportTarget.isFolder("-"))
  }

  @Test func `what cannot be made is told`() {
    #expect(throws: Failure.self) { try ExportTarget(folder.absolute("there/x/below/")).write([]) }
  }

  @Test func `nothing for standard output is a failure`() {
    #expect(throws: Failure.self) { try ExportTarget("-").write([]) }
  }
}
