import Foundation
import StudyApp
import StudyStore
import TestSupport
import Testing

@testable import LinnetCLI

/// What a person reads when something went wrong, and how the program ends.
struct FailureTests {
  @Test(arguments: [
    (StudyStoreError.notACollection(path: "x"), "linnet: x is not a Linnet database", 66),
    (.fromNewerVersion(path: "x"), "linnet: x was written by a newer Linnet", 1),
    (.notFound(path: "x"), "linnet: there is no collection at x yet", 66),
    (.cannotCreate(path: "x", reason: "why"), "linnet: cannot create x: why", 73),
    (.cannotWrite(path: "x", reason: "why"), "linnet: cannot write x: why", 74),
    (.busy(path: "x"), "linnet: another program is writing to x", 75),
    (.damaged(path: "x", reason: "why"), "linnet: the database x is damaged: why", 74),
    (.other(path: "x", reason: "why"), "linnet: the database x failed: why", 1),
  ])
  func ofTheCollection(error: StudyStoreError, sentence: String, status: Int32) throws {
    let failure = try #require(Failure(error))
    #expect(failure.text.hasPrefix(sentence + "\n        "))
    #expect(failure.status.rawValue == status)
  }

  @Test(arguments: [
    (StudyAppError.folderNotFound("x"), "linnet: there is no folder or file x", 66),
    (.noFolders, "linnet: no notes folder is known yet", 66),
    (.fileOutsideFolders("x"), "linnet: x lies in no imported folder", 66),
    (.folderUnreadable("x"), "linnet: the folder x cannot be listed", 74),
    (.noteGone("x"), "linnet: the note x is no longer there", 66),
    (.noteUnreadable("x"), "linnet: the note x cannot be read", 74),
    (
      .tooManyRemovals(folder: "x", count: 11, total: 12),
      "linnet: this import would hide 11 of the 12 cards of x, so nothing was changed", 1
    ),
  ])
  func ofAFolderOrNote(error: StudyAppError, sentence: String, status: Int32) throws {
    let failure = try #require(Failure(error))
    #expect(failure.text.hasPrefix(sentence + "\n        "))
    #expect(failure.status.rawValue == status)
  }

  // MARK: Commands

  /// Runs `import` as it would run from a shell.
  private func importing(_ arguments: String...) -> Failure? {
    do {
      var command = try LinnetCommand.parseAsRoot(["import", "--quiet"] + arguments)
      try command.run()
      return nil
    } catch {
      return Failure(error) ?? Failure("\(error)", status: .usage)
    }
  }

  @Test func aMissingFolder() throws {
    let folder = try TemporaryFolder()
    let failure = importing("--database", folder.absolute("x.sqlite"), folder.absolute("nowhere"))
    #expect(failure?.status == .notFound)
    #expect(failure?.message == "there is no folder or file \(folder.absolute("nowhere"))")
  }

  @Test func aFolderThatWentAwayDoesNotHideItsCards() throws {
    let (folder, other) = (
      try TemporaryFolder(["a.md": ""]), try TemporaryFolder(["b.md": ""], named: "other")
    )
    let database = other.absolute("x.sqlite")
    #expect(importing("--database", database, folder.path, other.path) == nil)
    try folder.remove("")
    let failure = importing("--database", database)
    #expect(failure?.status == .notFound)
    #expect(failure?.message == "the folder \(folder.path) is gone")
  }

  @Test func aDatabaseThatIsNone() throws {
    let folder = try TemporaryFolder(["a.md": "", "x.sqlite": String(repeating: "no database ", count: 100)])
    #expect(importing("--database", folder.absolute("x.sqlite"), folder.path)?.status == .notFound)
  }

  @Test func aPlaceWhereNoFileCanBe() throws {
    let folder = try TemporaryFolder(["a.md": "", "file": ""])
    #expect(importing("--database", folder.absolute("file/x.sqlite"), folder.path)?.status == .cannotCreate)
  }

  @Test func aTrialLeavesNoTrace() throws {
    let folder = try TemporaryFolder(["a.md": ""])
    #expect(importing("--database", folder.absolute("in/x.sqlite"), "--dry-run", folder.path) == nil)
    #expect(!FileManager.default.fileExists(atPath: folder.absolute("in")))
    #expect(importing("--database", folder.absolute("in/x.sqlite"), folder.path) == nil)
    #expect(try folder.permissions(of: "in") == 0o700)
    #expect(try folder.permissions(of: "in/x.sqlite") == 0o600)
  }
}
