import Foundation
import NoteParsing
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

struct BlockIDServiceTests {
  private func service(_ collection: Collection, seed: UInt64 = 0) -> BlockIDService {
    BlockIDService(store: collection.store, seed: seed)
  }

  /// Writes ids into all notes.
  private func write(_ collection: Collection) throws {
    let service = service(collection)
    for note in try service.notes(at: []) { try service.draft(of: note).write() }
  }

  private func text(_ folder: TemporaryFolder, _ file: String) throws -> String {
    try String(contentsOfFile: folder.absolute(file), encoding: .utf8)
  }

  // MARK: History

  /// A card is known by its answers; two blocks must not swap them.
  @Test func historyStaysWithTheCardAndSurvivesAnotherText() throws {
    let folder = try TemporaryFolder([
      "a.md": card("one", "1") + card("two", "2"), "b.md": card("three", "3"),
    ])
    let collection = try Collection()
    try collection.importing(folder)
    try collection.answerAll()
    let (blocks, cards, log) = try (collection.blocks(), collection.cards(), collection.count("logEntry"))
    let schedules = try collection.rows("SELECT * FROM card ORDER BY id").map { "\($0)" }

    try write(collection)
    let report = try collection.importing(folder)
    #expect((report.notesChanged, report.cardsAdded, report.cardsRemoved, report.guesses) == (2, 0, 0, 0))
    #expect(try collection.blocks() == blocks)
    #expect(try collection.cards() == cards)
    #expect(try collection.count("logEntry") == log)
    #expect(try collection.rows("SELECT * FROM card ORDER BY id").map { "\($0)" } == schedules)

    let named = try text(folder, "a.md")
    let changed = named.replacing("one", with: "Why is the sky blue?").replacing("two", with: "Name a bird.")
      .replacing(": 1", with: ": scattering").replacing(": 2", with: ": the linnet")
    // The other order, too.
    let pieces = changed.split(separator: "START\n").map { "START\n" + $0 }
    try folder.write(pieces.reversed().joined(), to: "a.md")
    let after = try collection.importing(folder)
    #expect((after.cardsAdded, after.cardsRemoved, after.guesses) == (0, 0, 0))
    #expect(try collection.uid("Why is the sky blue?") == blocks[0].uid)
    #expect(try collection.uid("Name a bird.") == blocks[1].uid)
  }

  /// What the ids are for: without them the same change begins new cards.
  @Test func withoutIDsAnotherTextIsAnotherCard() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "1")])
    let collection = try Collection()
    try collection.importing(folder)
    let uid = try collection.uid("one")
    try folder.write(card("Why is the sky blue?", "scattering"), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.uid("Why is the sky blue?") != uid)
  }

  // MARK: Files

  @Test func aSecondRunChangesNothing() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "1")])
    let collection = try Collection()
    try collection.importing(folder)
    try write(collection)
    let first = try text(folder, "a.md")
    #expect(first != card("one", "1"))
    let service = service(collection, seed: 9)
    for note in try service.notes(at: []) { #expect(try service.draft(of: note).plan == BlockIDPlan()) }
  }

  @Test func idsDependOnSeedTextAndPlaceOnly() throws {
    let files = ["a.md": card("one", "1"), "b.md": card("one", "1")]
    func ids(_ seed: UInt64) throws -> [String] {
      let folder = try TemporaryFolder(files)
      let collection = try Collection()
      try collection.importing(folder)
      let service = service(collection, seed: seed)
      return try service.notes(at: []).flatMap { try service.draft(of: $0).plan.insertions.map(\.id) }
    }
    #expect(try ids(1) == ids(1))
    #expect(try ids(1) != ids(2))
    #expect(try Set(ids(1)).count == 2)
  }

  // MARK: Paths

  @Test func pathsAreNamedAsTheyWereGiven() throws {
    let folder = try TemporaryFolder([
      "a.md": "", "Sub/b.md": "", "Sub/c.md": "", "picture.png": "", "Ignored/d.md": "",
      ".linnet.yml": "ignore: [Ignored]",
    ])
    let collection = try Collection()
    try collection.importing(folder)
    let service = service(collection)
    func names(_ paths: String...) throws -> [String] {
      try service.notes(at: paths.map(folder.absolute)).map { String($0.path.dropFirst(folder.path.count)) }
    }
    let all = try service.notes(at: []).map(\.path)
    #expect(all == ["Sub/b.md", "Sub/c.md", "a.md"].map(folder.absolute))
    #expect(try names("Sub") == ["/Sub/b.md", "/Sub/c.md"])
    #expect(try names("Sub/") == ["/Sub/b.md", "/Sub/c.md"])
    #expect(try names("Sub/../a.md") == ["/Sub/../a.md"])
    #expect(try names("a.md", "", "a.md") == ["/a.md", "/Sub/b.md", "/Sub/c.md"])
    #expect(throws: StudyAppError.notANote(folder.absolute("picture.png"))) { try names("picture.png") }
    #expect(throws: StudyAppError.notANote(folder.absolute("Ignored/d.md"))) { try names("Ignored/d.md") }
    #expect(throws: StudyAppError.folderNotFound(folder.absolute("no.md"))) { try names("no.md") }
  }

  @Test func whatLiesOutsideIsRefused() throws {
    let folder = try TemporaryFolder(["a.md": ""])
    let other = try TemporaryFolder(["b.md": card("one", "1")])
    let collection = try Collection()
    #expect(throws: StudyAppError.noFolders) { try service(collection).notes(at: []) }
    try collection.importing(folder)
    #expect(throws: StudyAppError.fileOutsideFolders(other.absolute("b.md"))) {
      try service(collection).notes(at: [other.absolute("b.md")])
    }
    #expect(throws: StudyAppError.folderNotImported(other.path, known: [folder.path])) {
      try service(collection).notes(at: [other.path])
    }
  }

  /// A link to a note that lies elsewhere is a note of the folder, under both its names.
  @Test func aLinkedNoteIsListedOnce() throws {
    let folder = try TemporaryFolder(["a.md": ""])
    let other = try TemporaryFolder(["b.md": card("one", "1")])
    try folder.link("b.md", to: other.absolute("b.md"))
    let collection = try Collection()
    try collection.importing(folder)
    let service = service(collection)
    let names = [folder.absolute("b.md"), other.absolute("b.md")]
    for name in names { #expect(try service.notes(at: [name]).map(\.path) == [name]) }
    #expect(try service.notes(at: names).map(\.path) == [names[0]])
  }
}
