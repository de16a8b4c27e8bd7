import Foundation
import TestSupport
import Testing

@testable import StudyApp

struct NoteRevisionTests {
  private let folder: TemporaryFolder
  private let old = Array("old\n".utf8)
  private let new = Array("new and longer\n".utf8)

  init() throws { folder = try TemporaryFolder(["a.md": "old\n"]) }

  private func bytes(_ file: String = "a.md") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.absolute(file))))
  }

  /// Nothing lies beside the notes.
  private func expectNothingLeft(_ files: [String] = ["a.md"]) throws {
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == files)
  }

  private func failure(_ revision: NoteRevision) -> NoteWriteFailure? {
    do throws(NoteWriteFailure) {
      try revision.replace(with: new)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [0o644, 0o600, 0o664, 0o755])
  func theFileIsReplacedAndKeepsItsPermissions(_ mode: Int) throws {
    try folder.setPermissions(mode, of: "a.md")
    try NoteRevision(reading: folder.absolute("a.md")).replace(with: new)
    #expect(try bytes() == new)
    #expect(try folder.permissions(of: "a.md") == mode)
    try expectNothingLeft()
  }

  @Test func aLinkStaysALink() throws {
    try folder.write("old\n", to: "deep/b.md")
    try folder.link("link.md", to: "deep/b.md")
    try NoteRevision(reading: folder.absolute("link.md")).replace(with: new)
    #expect(try bytes("deep/b.md") == new)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.absolute("link.md")) == "deep/b.md")
    try expectNothingLeft(["a.md", "deep", "link.md"])
  }

  /// Also one of the same length, and one that has the old time of modification again.
  @Test(arguments: ["other text\n", "odd\n"], [true, false])
  func whatSomebodyElseSavedStays(_ text: String, isTimePutBack: Bool) throws {
    try folder.setModified(1_700_000_500, of: "a.md")
    let revision = try NoteRevision(reading: folder.absolute("a.md"))
    try folder.write(text, to: "a.md")
    if isTimePutBack { try folder.setModified(1_700_000_500, of: "a.md") }
    #expect(failure(revision) == .changedMeanwhile)
    #expect(try bytes() == Array(text.utf8))
    try expectNothingLeft()
  }

  /// The inode stays the same, and so do length and time: only the bytes tell.
  @Test func aChangeInPlaceIsSeen() throws {
    try folder.setModified(1_700_000_500, of: "a.md")
    let revision = try NoteRevision(reading: folder.absolute("a.md"))
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.absolute("a.md")))
    try file.write(contentsOf: Data("odd\n".utf8))
    try file.close()
    try folder.setModified(1_700_000_500, of: "a.md")
    #expect(failure(revision) == .changedMeanwhile)
    #expect(try bytes() == Array("odd\n".utf8))
  }

  @Test func aRemovedFileDoesNotComeBack() throws {
    let revision = try NoteRevision(reading: folder.absolute("a.md"))
    try folder.remove("a.md")
    #expect(failure(revision) == .gone)
    try expectNothingLeft([])
  }

  @Test func aFileThatNobodyMayWriteIsLeft() throws {
    try folder.setPermissions(0o444, of: "a.md")
    let revision = try NoteRevision(reading: folder.absolute("a.md"))
    #expect(failure(revision) == .fileReadOnly)
    #expect(try bytes() == old)
    try expectNothingLeft()
  }

  @Test(.enabled(if: Privileges.canBeDropped)) func aFolderThatCannotBeWrittenIsLeft() throws {
    try folder.setPermissions(0o666, of: "a.md")
    try folder.setPermissions(0o555, of: "")
    defer { try? folder.setPermissions(0o755, of: "") }
    let revision = try NoteRevision(reading: folder.absolute("a.md"))
    #expect(Privileges.dropped { failure(revision) } == .folderReadOnly(folder.path))
    #expect(try bytes() == old)
    try expectNothingLeft()
  }

  @Test(.enabled(if: geteuid() == 0 && Privileges.canBeDropped, "needs two users"))
  func aFileOfSomebodyElseIsLeft() throws {
    try folder.setPermissions(0o644, of: "a.md")
    try folder.setPermissions(0o777, of: "")
    let revision = try NoteRevision(reading: folder.absolute("a.md"))
    #expect(Privileges.dropped { failure(revision) } == .fileReadOnly)
    #expect(try bytes() == old)
  }
}
