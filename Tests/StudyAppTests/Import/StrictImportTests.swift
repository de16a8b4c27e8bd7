import StudyCore
import TestSupport
import Testing

@testable import StudyApp
@testable import StudyStore

/// Folders that are read to the letter of Obsidian_to_Anki.
struct StrictImportTests {
  /// One card that both readings see, one with an id that strict reading splits otherwise, one that it does not see.
  private static let note = """
    START
    Basic
    plain
    Back: a
    END

    START
    Basic
    fenced
    ```
    Back: y
    ```
    Back: a
    <!--ID: 1700000000001-->
    END

    START\u{20}
    Basic
    unseen
    Back: a
    END

    """

  @Test func `a folder goes on being read as it was read last`() throws {
    let folder = try TemporaryFolder(["a.md": StrictImportTests.note])
    let collection = try Collection()
    try collection.importing(folder)
    #expect(try collection.blocks().map(\.front) == ["plain", "fenced\n```\nBack: y\n```", "unseen"])
    try collection.importing(folder, mode: .strict)
    #expect(try collection.blocks().map(\.front) == ["plain", "fenced\n```"])
    #expect(try collection.store.folders().map(\.readingMode) == [.strict])
    try folder.write(StrictImportTests.note + "text\n", to: "a.md")
    try collection.importing(folder)
    #expect(try collection.blocks().count == 2)
    let report = try collection.importing(folder)
    #expect((report.notesUnchanged, report.changes.count) == (1, 0))
    try collection.importing(folder, mode: .tolerant)
    #expect(try collection.blocks().count == 3)
    #expect(try collection.store.folders().map(\.readingMode) == [.tolerant])
  }

  @Test func `cards keep their history from one reading to the other and back`() throws {
    let folder = try TemporaryFolder(["a.md": StrictImportTests.note])
    let collection = try Collection()
    try collection.importing(folder)
    let tolerant = try collection.blocks()
    try collection.importing(folder, mode: .strict)
    #expect(try collection.blocks().map(\.uid) == tolerant.prefix(2).map(\.uid))
    try collection.importing(folder, mode: .tolerant)
    #expect(try collection.blocks() == tolerant)
    #expect(try collection.cards().allSatisfy(\.isActive))
  }

  @Test func `strict reading says where it differs`() throws {
    let folder = try TemporaryFolder([
      "a.md": StrictImportTests.note, "b.md": "TARGET DECK: x \n" + card("q", "a"),
    ])
    let collection = try Collection()
    try collection.importing(folder, mode: .strict)
    #expect(
      try collection.findings() == [
        "a.md": ["field-in-code", "trailing-blank"], "b.md": ["strict-difference"],
      ])
  }

  @Test func `a folder that moves, or unites with others, is read as before`() throws {
    let folder = try TemporaryFolder(["in/a.md": StrictImportTests.note, "b.md": card("q", "a")])
    let collection = try Collection()
    _ = try collection.service.importFolders(at: [folder.absolute("in")], .init(mode: .strict))
    try folder.move("in", to: "out")
    _ = try FolderService(store: collection.store).move(
      folder.absolute("in"), to: folder.absolute("out"), workingDirectory: "/")
    #expect(try collection.store.folders().map(\.readingMode) == [.strict])
    try collection.importing(folder)
    #expect(try collection.store.folders().map(\.path) == [folder.path])
    #expect(try collection.store.folders().map(\.readingMode) == [.strict])
  }

  /// Of the plugin's types, when it has been told them by Anki.
  @Test func `strict reading knows the note types that the plugin knows`() throws {
    let settings = #"{"fields_dict": {"Básico": ["Anverso", "Reverso"]}}"#
    let folder = try TemporaryFolder([
      ".obsidian/plugins/obsidian-to-anki-plugin/data.json": settings,
      "a.md": card("q", "a") + "START\nBásico\np\nReverso: a\nEND\n",
    ])
    let collection = try Collection()
    try collection.importing(folder)
    #expect(try collection.blocks().map(\.front) == ["q", "p"])
    try collection.importing(folder, mode: .strict)
    #expect(try collection.blocks().map(\.front) == ["p"])
  }
}
