import Foundation
import StudyCore
import TestSupport
import Testing

@testable import StudyApp
@testable import StudyStore

/// Folders inside folders, folders that move, and several at once (`design.md` §9).
struct FoldersTests {
  private func importing(_ paths: String..., into collection: Collection) throws -> ImportReport {
    try collection.service.importFolders(at: paths)
  }

  private let nested = ["sub/a.md": card("one", "first", reference: "r"), "b.md": card("two", "second")]

  @Test func aFolderOrFileInsideAKnownOneReadsThatOne() throws {
    let folder = try TemporaryFolder(nested)
    let collection = try Collection()
    try collection.importing(folder)
    #expect(try importing(folder.absolute("sub"), into: collection).folders == [folder.path])
    #expect(try importing(folder.absolute("b.md"), into: collection).folders == [folder.path])
    #expect(try collection.store.folders().count == 1)
  }

  @Test func aFolderAroundAKnownOneUnitesWithIt() throws {
    let folder = try TemporaryFolder(nested)
    let collection = try Collection()
    _ = try importing(folder.absolute("sub"), into: collection)
    try collection.answerAll()
    let (uid, cards) = (try collection.uid("one"), try collection.cards())
    #expect(try collection.blocks().map(\.deck) == ["sub"])
    let report = try collection.importing(folder)
    #expect(try collection.store.folders().map(\.path) == [folder.path])
    #expect(try collection.uid("one") == uid)
    #expect(try collection.cards().prefix(1) == cards.prefix(1))
    #expect(try collection.blocks().map(\.deck).sorted() == ["notes", "notes::sub"])
    #expect(try collection.blocks().map(\.path).sorted() == ["b.md", "sub/a.md"])
    #expect((report.cardsAdded, report.cardsRemoved, report.copies, report.notesChanged) == (1, 0, 0, 0))
  }

  @Test func severalInsideAreUnitedInOneGo() throws {
    let folder = try TemporaryFolder(["x/a.md": card("one", "1"), "y/a.md": card("two", "2")])
    let collection = try Collection()
    let report = try importing(folder.absolute("x"), folder.absolute("y"), folder.path, into: collection)
    #expect(report.folders == [folder.path])
    #expect(try collection.blocks().map(\.path) == ["x/a.md", "y/a.md"])
  }

  @Test func aFileOutsideOfAllFoldersIsRefused() throws {
    let folder = try TemporaryFolder(["a.md": "", "x.apkg": ""])
    let collection = try Collection()
    #expect(throws: StudyAppError.fileOutsideFolders(folder.absolute("a.md"))) {
      try importing(folder.absolute("a.md"), into: collection)
    }
    #expect(throws: StudyAppError.unsupportedFile(folder.absolute("x.apkg"))) {
      try importing(folder.absolute("x.apkg"), into: collection)
    }
    #expect(throws: StudyAppError.folderNotFound("/no/where")) {
      try importing("/no/where", into: collection)
    }
    #expect(try collection.changeCount() == Collection().changeCount())
  }

  @Test func aForgottenFolderComesBackWithItsHistory() throws {
    let folder = try TemporaryFolder(nested)
    let collection = try Collection()
    try collection.importing(folder)
    try collection.answerAll()
    let (blocks, cards, links) = (try collection.blocks(), try collection.cards(), try collection.links())
    let known = try #require(try collection.store.folders().first)
    #expect(try collection.store.forget(known, now: Collection.now) == 2)
    #expect(try collection.blocks().isEmpty)
    #expect(try collection.store.folders().isEmpty)
    #expect(try collection.count("concept") == 0)
    let report = try collection.importing(folder)
    #expect((report.cardsRestored, report.cardsAdded, report.notesAdded) == (2, 0, 2))
    #expect(try collection.blocks() == blocks)
    #expect(try collection.cards() == cards)
    #expect(try collection.links() == links)
    #expect(try collection.count("logEntry") == 2)
  }

  @Test func aForgottenFolderWhoseNamesDifferInCaseOnly() throws {
    let folder = try TemporaryFolder(["A.md": "[[a]]", "a.md": "[[A]]"])
    let collection = try Collection()
    try collection.importing(folder)
    _ = try collection.store.forget(try collection.store.folders()[0], now: Collection.now)
    #expect(try collection.count("concept") == 0)
  }

  @Test func aMovedFolderKeepsEverything() throws {
    let folder = try TemporaryFolder(nested)
    let collection = try Collection()
    try collection.importing(folder)
    let (blocks, cards) = (try collection.blocks(), try collection.cards())
    try folder.move("", to: "../elsewhere/vault")
    let new = folder.parent + "/elsewhere/vault"
    let moved = try FolderService(store: collection.store).move(folder.path, to: new, workingDirectory: "/")
    let report = try importing(moved, into: collection)
    #expect(!report.hasChanges)
    #expect(try collection.blocks() == blocks)
    #expect(try collection.cards() == cards)
    #expect(try collection.store.folders().map(\.path) == [moved])
  }

  @Test func aFolderMovesUpIntoItsParent() throws {
    let folder = try TemporaryFolder(["in/sub/a.md": card("one", "first")])
    let collection = try Collection()
    _ = try importing(folder.absolute("in"), into: collection)
    let old = try #require(try collection.store.folders().first)
    let uid = try collection.uid("one")
    try folder.move("in/sub", to: "sub")
    _ = try collection.store.move(old, to: folder.path, linkRootPath: folder.path)
    #expect(try !importing(folder.path, into: collection).hasChanges)
    #expect(try collection.blocks().map(\.path) == ["sub/a.md"])
    #expect(try collection.uid("one") == uid)
  }

  @Test func twoFoldersOfOneNameAreKeptApart() throws {
    let (one, two) = (try TemporaryFolder(nested), try TemporaryFolder(nested))
    let collection = try Collection()
    let report = try collection.importing(one, two)
    #expect(report.figures.cards == 4)
    #expect(report.copies == 2)
    #expect(try Set(collection.blocks().map(\.uid)).count == 4)
    #expect(try !collection.importing(one, two).hasChanges)
  }

  @Test(arguments: [false, true]) func aBlockMovesBetweenFolders(isReversed: Bool) throws {
    let (one, two) = (try TemporaryFolder(named: "one"), try TemporaryFolder(named: "two"))
    let (source, target) = isReversed ? (two, one) : (one, two)
    try source.write(card("moves", "first") + card("stays", "second"), to: "a.md")
    try target.write(card("other", "third"), to: "a.md")
    let collection = try Collection()
    try collection.importing(one, two)
    let uid = try collection.uid("moves")
    try source.write(card("stays", "second"), to: "a.md")
    try target.write(card("other", "third") + card("moves", "first"), to: "a.md")
    let report = try collection.service.importKnownFolders()
    #expect((report.cardsMoved, report.cardsAdded, report.cardsRemoved, report.copies) == (1, 0, 0, 0))
    #expect(try collection.uid("moves") == uid)
    #expect(try !collection.service.importKnownFolders().hasChanges)
  }

  @Test func aFolderThatIsGoneDoesNotKeepTheOthersFromBeingRead() throws {
    let (one, two) = (
      try TemporaryFolder(nested), try TemporaryFolder(["c.md": card("three", "3")], named: "two")
    )
    let collection = try Collection()
    try collection.importing(one, two)
    try one.remove("")
    try two.write(card("four", "4"), to: "d.md")
    let report = try collection.service.importKnownFolders()
    #expect(report.failures == [.folderNotFound(one.path)])
    #expect((report.folders, report.cardsAdded, report.cardsRemoved) == ([two.path], 1, 0))
    #expect(try collection.blocks().count == 4)
    #expect(collection.service.refreshKnownFolders().count == 1)
  }

  @Test func aFolderThatIsGoneHidesNothing() throws {
    let folder = try TemporaryFolder(nested)
    let collection = try Collection()
    try collection.importing(folder)
    let before = try collection.changeCount()
    try folder.remove("")
    #expect(throws: StudyAppError.folderNotFound(folder.path)) { try collection.service.importKnownFolders() }
    #expect(try collection.changeCount() == before)
  }

  // MARK: Link root

  @Test func linksResolveInTheVaultAroundTheFolder() throws {
    let vault = try TemporaryFolder([
      ".obsidian/app.json": "{}", "in/a.md": "[[b]] [[c]] ![[x.png]]", "in/c.md": "", "out/b.md": "",
      "x.png": "",
    ])
    let collection = try Collection()
    _ = try importing(vault.absolute("in"), into: collection)
    #expect(
      try collection.links() == [
        "in/a.md [b] -> file out/b.md", "in/a.md [c] -> in/c.md", "in/a.md [x.png] -> file x.png",
      ])
    let report = try importing(vault.absolute("out"), into: collection)
    #expect(try collection.links().first == "in/a.md [b] -> out/b.md")
    #expect(try collection.count("file") == 1)
    #expect(report.figures.notes == 1)
    // What the other folder's links lead to changed with this one.
    let whole = try collection.service.importKnownFolders()
    #expect((whole.figures.edges, whole.figures.resolvedLinks) == (2, 3))
    _ = try collection.store.forget(try collection.store.folders()[1], now: Collection.now)
    _ = try importing(vault.absolute("in"), into: collection)
    #expect(try collection.links().first == "in/a.md [b] -> file out/b.md")
  }

  @Test func aVaultMadeLaterIsNoticed() throws {
    let vault = try TemporaryFolder(["in/a.md": "[[b]]\n" + card("one", "first"), "out/b.md": ""])
    let collection = try Collection()
    _ = try importing(vault.absolute("in"), into: collection)
    #expect(try collection.links() == ["a.md [b] -> (b)"])
    let blocks = try collection.blocks()
    try vault.makeFolder(".obsidian")
    #expect(try !collection.service.importKnownFolders().hasChanges)
    #expect(try collection.links() == ["in/a.md [b] -> file out/b.md"])
    #expect(try collection.blocks() == blocks)
    #expect(try collection.count("linkRoot") == 1)
    try vault.remove(".obsidian")
    _ = try collection.service.importKnownFolders()
    #expect(try collection.links() == ["a.md [b] -> (b)"])
    #expect(try collection.count("file") == 0)
    let before = try collection.changeCount()
    _ = try collection.service.importKnownFolders()
    #expect(try collection.changeCount() == before)
  }

  // MARK: Two machines

  @Test func twoMachinesNameBlocksAlike() throws {
    let note = card("one", "first") + card("same", "text") + card("same", "text") + card("id", "x", id: 7)
    let files = [
      "a.md": note, "b.md": card("here", "r", reference: "r"), "c.md": card("there", "r", reference: "r"),
    ]
    let (left, right) = (try TemporaryFolder(files), try TemporaryFolder())
    let (one, two) = (try Collection(), try Collection())
    try one.importing(left)
    // The other machine meets the notes one by one, last first.
    for file in files.keys.sorted(by: >) {
      try right.write(files[file] ?? "", to: file)
      try two.importing(right)
    }
    #expect(try one.blocks().map(\.uid) == two.blocks().map(\.uid))
  }
}
