import Foundation
import StudyCore
import TestSupport
import Testing

@testable import StudyApp

/// Folders with everything in them that is no plain note.
struct FolderWalkTests {
  private func walk(_ folder: TemporaryFolder, ignoring patterns: [String] = []) -> FolderWalk {
    FolderWalk(folder.path, rules: IgnoreRules(patterns: IgnoreRules.builtIn + patterns))
  }

  private func notes(_ folder: TemporaryFolder, ignoring patterns: [String] = []) -> [String] {
    walk(folder, ignoring: patterns).notes.map(\.path)
  }

  private func findings(_ walk: FolderWalk) -> [String: FindingCode] {
    Dictionary(walk.findings.map { ($0.path, $0.finding.code) }) { first, _ in first }
  }

  @Test func notesAreToldFromOtherFilesByTheirNames() throws {
    let folder = try TemporaryFolder([
      "a.md": "", "B.MD": "", "c.markdown": "", ".md": "", "d/e.md": "", "md": "",
    ])
    #expect(notes(folder) == ["B.MD", "a.md", "d/e.md"])
    #expect(walk(folder).otherFiles == ["c.markdown", "md"])
  }

  @Test func whatBeginsWithADotIsPassedOver() throws {
    let folder = try TemporaryFolder([".obsidian/a.md": "", ".git/b.md": "", ".c.md": "", "d.md": ""])
    #expect(notes(folder) == ["d.md"])
  }

  @Test(arguments: [
    ("Templates", ["a.md", "sub/b.md", "sub/x.draft.md"]),
    ("Templates/", ["a.md", "sub/b.md", "sub/x.draft.md"]),
    ("Templates/*", ["a.md", "sub/b.md", "sub/x.draft.md"]),
    ("*.draft.md", ["Templates/t.md", "a.md", "sub/b.md"]),
    ("sub/b.md", ["Templates/t.md", "a.md", "sub/x.draft.md"]), ("sub", ["Templates/t.md", "a.md"]),
    ("*", []), ("[", ["Templates/t.md", "a.md", "sub/b.md", "sub/x.draft.md"]),
  ])
  func ignoreRulesArePatternsOfPathsAndNames(pattern: String, left: [String]) throws {
    let folder = try TemporaryFolder([
      "a.md": "", "sub/b.md": "", "sub/x.draft.md": "", "Templates/t.md": "", "Drawing.excalidraw.md": "",
    ])
    #expect(notes(folder, ignoring: [pattern]) == left)
  }

  // MARK: Symbolic links

  @Test func aLoopEnds() throws {
    let folder = try TemporaryFolder(["a.md": "", "sub/b.md": ""])
    try folder.link("sub/up", to: "..")
    try folder.link("self", to: ".")
    try folder.link("again", to: "sub")
    try folder.link("round", to: "round")
    #expect(notes(folder) == ["a.md", "sub/b.md"])
    #expect(
      findings(walk(folder)) == [
        "sub/up": .symbolicLinkLoop, "self": .symbolicLinkLoop, "again": .symbolicLinkLoop,
        "round": .unreadable,
      ])
  }

  @Test func aLinkThatSortsFirstDoesNotHideTheRealFolder() throws {
    let folder = try TemporaryFolder(["real/a.md": ""])
    try folder.link("alias", to: "real")
    #expect(notes(folder) == ["real/a.md"])
  }

  @Test func aLinkToAFolderAboveIsNotFollowed() throws {
    let folder = try TemporaryFolder(["a.md": "", "../outside.md": ""])
    try folder.link("up", to: "..")
    try folder.link("root", to: "/")
    #expect(notes(folder) == ["a.md"])
    #expect(findings(walk(folder)) == ["up": .symbolicLinkLoop, "root": .symbolicLinkLoop])
  }

  @Test func linksOutOfTheFolderAreFollowed() throws {
    let folder = try TemporaryFolder(["a.md": "", "../shared/b.md": "", "../c.md": ""])
    try folder.link("shared", to: "../shared")
    try folder.link("c.md", to: "../c.md")
    #expect(
      notes(folder) == ["a.md", "shared/b.md", "c.md"] || notes(folder) == ["a.md", "c.md", "shared/b.md"])
  }

  @Test func aLinkToANoteInTheFolderIsNotReadTwice() throws {
    let folder = try TemporaryFolder(["b.md": card("one", "first")])
    try folder.link("a.md", to: "b.md")
    #expect(notes(folder) == ["b.md"])
    #expect(walk(folder).otherFiles == ["a.md"])
    let report = try Collection().importing(folder)
    #expect((report.cardsAdded, report.copies) == (1, 0))
  }

  @Test func aLinkThatLeadsNowhereIsAFinding() throws {
    let folder = try TemporaryFolder(["a.md": ""])
    try folder.link("gone.md", to: "nowhere.md")
    #expect(notes(folder) == ["a.md"])
    #expect(findings(walk(folder)) == ["gone.md": .unreadable])
  }

  // MARK: What is no file of text

  @Test(.timeLimit(.minutes(1))) func aPipeNamedLikeANoteDoesNotHang() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first")])
    try folder.makePipe("x.md")
    try folder.makePipe("y")
    let collection = try Collection()
    #expect(try collection.importing(folder).cardsAdded == 1)
    #expect(try collection.findings() == ["x.md": ["not-a-regular-file"]])
  }

  @Test func aHugeFileIsLeftOut() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first")])
    try folder.write(bytes: [UInt8](repeating: 0x61, count: 17 << 20), to: "huge.md")
    let collection = try Collection()
    #expect(try collection.importing(folder).figures.notes == 1)
    #expect(try collection.findings() == ["huge.md": ["file-too-large"]])
  }

  @Test func aNoteThatGrewTooLargeKeepsItsCards() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first")])
    let collection = try Collection()
    try collection.importing(folder)
    try folder.write(bytes: [UInt8](repeating: 0x61, count: 17 << 20), to: "a.md")
    #expect(try collection.importing(folder).cardsRemoved == 0)
    #expect(try collection.codes("a.md") == ["file-too-large"])
    let before = try collection.changeCount()
    try collection.importing(folder)
    #expect(try collection.changeCount() == before)
    try folder.write(card("one", "first"), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.findings().isEmpty)
  }

  @Test func bytesThatAreNoUTF8AreReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      bytes: Array("START\nBasic\ncaf".utf8) + [0xe9] + Array("\nBack: b\nEND\n".utf8), to: "a.md")
    let collection = try Collection()
    try collection.importing(folder)
    #expect(try collection.blocks().map(\.front) == ["caf\u{fffd}"])
    #expect(try collection.codes("a.md") == ["invalid-utf8"])
  }

  @Test func aStrayNULByteHidesNoCard() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first") + "\0", "b.md": "[[a]]"])
    let collection = try Collection()
    let report = try collection.importing(folder)
    #expect((report.figures.notes, report.figures.cards, report.figures.resolvedLinks) == (2, 1, 1))
    #expect(try collection.codes("a.md") == ["binary-file"])
  }

  @Test func aNameThatIsNoUTF8IsAFinding() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first")])
    let name = Array(folder.path.utf8) + [0x2f, 0xff, 0x2e, 0x6d, 0x64, 0]
    let descriptor = name.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
    }
    // Some file systems refuse such names, and then nothing needs to be tested.
    guard descriptor >= 0 else { return }
    close(descriptor)
    let collection = try Collection()
    #expect(try collection.importing(folder).figures.notes == 1)
    #expect(try collection.findings() == ["\u{fffd}.md": ["unreadable"]])
  }

  @Test func namesInBothUnicodeFormsAreTwoNotes() throws {
    let (composed, decomposed) = ("caf\u{e9}.md", "cafe\u{301}.md")
    let folder = try TemporaryFolder()
    try folder.write(card("one", "first"), to: composed)
    try folder.write(card("two", "second"), to: decomposed)
    guard try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2 else { return }
    let collection = try Collection()
    try collection.importing(folder)
    try folder.write(card("one", "1st"), to: composed)
    try folder.write(card("two", "2nd"), to: decomposed)
    let report = try collection.importing(folder)
    #expect((report.notesChanged, report.cardsEdited, report.figures.notes) == (2, 2, 2))
    #expect(try !collection.importing(folder).hasChanges)
  }
}

/// Files and folders that may not be read.
@Suite(.enabled(if: Privileges.canBeDropped, "runs as root and cannot give that up"))
struct UnreadableTests {
  private func importing(_ folder: TemporaryFolder, _ collection: Collection) throws -> ImportReport {
    try folder.setPermissions(0o755, of: "..")
    return try Privileges.dropped { try collection.importing(folder) }
  }

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([
      "a.md": card("one", "first"), "sub/b.md": card("two", "second"), "sub/deep/c.md": "[[x.png]]",
      "sub/x.png": "",
    ])
  }

  @Test func aFileIsAFindingAndKeepsItsCards() throws {
    let folder = try folder()
    let collection = try Collection()
    _ = try importing(folder, collection)
    try folder.write("START\nBasic\nthree\nBack: third\nEND x\n", to: "a.md")
    try folder.setPermissions(0, of: "a.md")
    let report = try importing(folder, collection)
    #expect((report.cardsRemoved, report.figures.cards) == (0, 2))
    #expect(try collection.codes("a.md") == ["unreadable"])
    let before = try collection.changeCount()
    _ = try importing(folder, collection)
    #expect(try collection.changeCount() == before)
    try folder.setPermissions(0o644, of: "a.md")
    _ = try importing(folder, collection)
    #expect(try collection.codes("a.md") == ["text-after-end"])
    #expect(try collection.blocks().map(\.front) == ["three", "two"])
  }

  @Test func aFileOfTheSameBytesGetsItsFindingsBack() throws {
    let folder = try TemporaryFolder(["a.md": "START\nBasic\none\nBack: first\nEND x\n"])
    let collection = try Collection()
    _ = try importing(folder, collection)
    try folder.touch("a.md")
    try folder.setPermissions(0, of: "a.md")
    _ = try importing(folder, collection)
    try folder.setPermissions(0o644, of: "a.md")
    _ = try importing(folder, collection)
    #expect(try collection.findings() == ["a.md": ["text-after-end"]])
  }

  @Test(arguments: [0, 0o444]) func aFolderChangesNothing(mode: Int) throws {
    let folder = try folder()
    let collection = try Collection()
    _ = try importing(folder, collection)
    let links = try collection.links()
    try folder.setPermissions(mode, of: "sub")
    let report = try importing(folder, collection)
    #expect((report.notesRemoved, report.cardsRemoved) == (0, 0))
    #expect(try collection.links() == links)
    #expect(try collection.findings().values.allSatisfy { $0 == ["unreadable"] })
    #expect(try !collection.findings().isEmpty)
    try folder.setPermissions(0o755, of: "sub")
    _ = try importing(folder, collection)
    #expect(try collection.findings().isEmpty)
  }

  @Test func theFolderItself() throws {
    let folder = try folder()
    let collection = try Collection()
    _ = try importing(folder, collection)
    try folder.setPermissions(0, of: "")
    #expect(throws: StudyAppError.folderUnreadable(folder.path)) { try importing(folder, collection) }
    try folder.setPermissions(0o755, of: "")
    #expect(try collection.blocks().count == 2)
  }
}
