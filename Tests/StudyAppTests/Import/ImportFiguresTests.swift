import StudyCore
import TestSupport
import Testing

@testable import StudyApp

/// What an import says that it did, and that it does nothing where nothing changed.
struct ImportFiguresTests {
  private func twoNotes() throws -> TemporaryFolder {
    try TemporaryFolder([
      "a.md": card("one", "first") + card("two", "second"), "b.md": card("three", "third"),
    ])
  }

  @Test func theFirstImportAdds() throws {
    let report = try Collection().importing(try twoNotes())
    #expect((report.notesAdded, report.cardsAdded) == (2, 3))
    #expect((report.figures.notes, report.figures.blocks, report.figures.cards) == (2, 3, 3))
    #expect(report.hasChanges)
  }

  @Test func anImportOfWhatIsKnownWritesNothing() throws {
    let folder = try twoNotes()
    try folder.write("[[nowhere]] ![[x.png]] [[a]]", to: "c.md")
    try folder.write("", to: "x.png")
    try folder.link("loop", to: ".")
    let collection = try Collection()
    try collection.importing(folder)
    let before = try collection.changeCount()
    let report = try collection.importing(folder)
    #expect(try collection.changeCount() == before)
    #expect(!report.hasChanges)
    #expect(report.notesUnchanged == 3)
    #expect(report.figures.cards == 3)
  }

  @Test func aTouchedFileIsUnchanged() throws {
    let folder = try twoNotes()
    let collection = try Collection()
    try collection.importing(folder)
    try folder.touch("a.md")
    let report = try collection.importing(folder)
    #expect(!report.hasChanges)
    #expect(report.notesUnchanged == 2)
    let before = try collection.changeCount()
    try collection.importing(folder)
    #expect(try collection.changeCount() == before, "the new stamp was not kept")
  }

  @Test func equalSizeAndTimeMeanUnchangedUnlessForced() throws {
    let folder = try twoNotes()
    let collection = try Collection()
    try folder.setModified(1_700_000_000, of: "b.md")
    try collection.importing(folder)
    try folder.write(card("three", "drith"), to: "b.md")
    try folder.setModified(1_700_000_000, of: "b.md")
    #expect(try !collection.importing(folder).hasChanges)
    let forced = try collection.importing(folder, isForced: true)
    #expect((forced.notesChanged, forced.notesUnchanged, forced.cardsEdited) == (1, 1, 1))
  }

  @Test func anEditedCardIsCounted() throws {
    let folder = try twoNotes()
    let collection = try Collection()
    try collection.importing(folder)
    try folder.write(card("one", "1st") + card("two", "second"), to: "a.md")
    let report = try collection.importing(folder)
    #expect((report.notesChanged, report.cardsEdited, report.guesses, report.notesUnchanged) == (1, 1, 1, 1))
    #expect((report.cardsAdded, report.cardsRemoved) == (0, 0))
  }

  @Test func aRenamedNoteMoves() throws {
    let folder = try twoNotes()
    let collection = try Collection()
    try collection.importing(folder)
    try folder.move("a.md", to: "sub/c.md")
    let report = try collection.importing(folder)
    #expect((report.notesMoved, report.notesAdded, report.notesRemoved, report.cardsMoved) == (1, 0, 0, 2))
    #expect(report.figures.notes == 2)
  }

  @Test func aRenameOfCaseOnlyMoves() throws {
    let folder = try twoNotes()
    let collection = try Collection()
    try collection.importing(folder)
    try folder.move("a.md", to: "A.md")
    let report = try collection.importing(folder)
    #expect((report.notesMoved, report.cardsMoved) == (1, 2))
    #expect(try collection.blocks().map(\.path) == ["A.md", "A.md", "b.md"])
  }

  @Test func aRemovedNoteHidesItsCardsAndBringsThemBack() throws {
    let folder = try twoNotes()
    let collection = try Collection()
    try collection.importing(folder)
    try collection.answerAll()
    let cards = try collection.cards()
    try folder.move("a.md", to: "../a.md")
    let removal = try collection.importing(folder)
    #expect((removal.notesRemoved, removal.cardsRemoved) == (1, 2))
    #expect(try collection.cards().filter(\.isActive).count == 1)
    #expect(try collection.count("logEntry") == 3)
    try folder.move("../a.md", to: "d.md")
    let restoration = try collection.importing(folder)
    #expect((restoration.notesAdded, restoration.cardsRestored, restoration.cardsAdded) == (1, 2, 0))
    #expect(try collection.cards() == cards)
  }

  @Test func aClozeNumberThatGoesHidesItsCardOnly() throws {
    let folder = try TemporaryFolder()
    let cloze = { (text: String) in "START\nCloze\n\(text)\n<!--ID: 1-->\nEND\n" }
    try folder.write(cloze("{{c1::a}} and {{c2::b}}"), to: "a.md")
    let collection = try Collection()
    try collection.importing(folder)
    let cards = try collection.cards()
    try folder.write(cloze("{{c1::a}} and b"), to: "a.md")
    #expect(try collection.importing(folder).cardsRemoved == 1)
    try folder.write(cloze("{{c1::a}} and {{c2::b}} and {{c3::c}}"), to: "a.md")
    let report = try collection.importing(folder)
    #expect((report.cardsRestored, report.cardsAdded, report.cardsEdited) == (1, 1, 1))
    #expect(try Array(collection.cards().prefix(2)) == cards)
  }

  @Test func anEmptyFolderIsImported() throws {
    let report = try Collection().importing(try TemporaryFolder())
    #expect(report.folders.count == 1)
    #expect(report.figures == .init())
  }
}

/// Removals that are too many to be meant.
struct MassRemovalTests {
  private func folder(cards count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<count { try folder.write(card("front \(number)", "back"), to: "\(number).md") }
    return folder
  }

  private func afterRemoving(_ removed: Int, of total: Int) throws -> (Collection, TemporaryFolder) {
    let folder = try folder(cards: total)
    let collection = try Collection()
    try collection.importing(folder)
    for number in 0..<removed { try folder.remove("\(number).md") }
    return (collection, folder)
  }

  @Test func moreThanHalfAndMoreThanTenAreHeldBack() throws {
    let (collection, folder) = try afterRemoving(11, of: 21)
    let before = try collection.changeCount()
    #expect(throws: StudyAppError.tooManyRemovals(folder: folder.path, count: 11, total: 21)) {
      try collection.importing(folder)
    }
    #expect(try collection.changeCount() == before)
    #expect(try collection.importing(folder, isForced: true).cardsRemoved == 11)
  }

  @Test(arguments: [(10, 10), (11, 22)]) func fewerPass(removed: Int, total: Int) throws {
    let (collection, folder) = try afterRemoving(removed, of: total)
    #expect(try collection.importing(folder).cardsRemoved == removed)
  }

  @Test func cardsThatMoveAreNoRemoval() throws {
    let (collection, folder) = try afterRemoving(15, of: 20)
    try folder.write((0..<15).map { card("front \($0)", "back") }.joined(), to: "all.md")
    #expect(try collection.importing(folder).cardsMoved == 15)
  }

  @Test func aUnitedFolderCountsAllItsCards() throws {
    let folder = try TemporaryFolder()
    for number in 0..<40 { try folder.write(card("front \(number)", "back"), to: "in/\(number).md") }
    let collection = try Collection()
    _ = try collection.service.importFolders(at: [folder.absolute("in")])
    for number in 0..<11 { try folder.remove("in/\(number).md") }
    #expect(try collection.importing(folder).cardsRemoved == 11)
  }
}
