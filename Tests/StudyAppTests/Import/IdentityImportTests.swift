import StudyCore
import TestSupport
import Testing

@testable import StudyApp
@testable import StudyStore

/// Histories over imports of real folders.
struct IdentityImportTests {
  @Test func aTypoIsAnnouncedAndRecorded() throws {
    let answer = "the leader copies its log to all followers and waits for most of them"
    let folder = try TemporaryFolder(["a.md": card("How does Raft comit", answer)])
    let collection = try Collection()
    try collection.importing(folder)
    let uid = try collection.uid("How does Raft comit")
    try folder.write(card("How does Raft commit", answer), to: "a.md")
    #expect(try collection.importing(folder).guesses == 1)
    #expect(try collection.uid("How does Raft commit") == uid)
    #expect(try collection.codes("a.md") == ["history-guessed"])
    #expect(try collection.rows("SELECT kind FROM decision").map { $0[0] as String } == ["kept-history"])
    try folder.write("text\n" + card("How does Raft commit", answer), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.findings().isEmpty)
  }

  @Test func twoLikelyOldCardsAreAFinding() throws {
    let answer = "the leader copies its log to all followers and waits for most of them"
    let folder = try TemporaryFolder(["a.md": card("Raft one", answer) + card("Raft two", answer)])
    let collection = try Collection()
    try collection.importing(folder)
    try folder.write(card("Raft three", answer), to: "a.md")
    let report = try collection.importing(folder)
    #expect((report.cardsAdded, report.cardsRemoved, report.guesses) == (1, 2, 0))
    #expect(try collection.codes("a.md") == ["history-unclear"])
  }

  @Test func aTextOfThePastDoesNotTakeTheHistory() throws {
    let folder = try TemporaryFolder(["a.md": card("old words", "answer")])
    let collection = try Collection()
    try collection.importing(folder)
    let uid = try collection.uid("old words")
    try folder.write(card("old words", "another answer"), to: "a.md")
    try collection.importing(folder)
    try folder.write(card("old words", "answer") + card("old words", "another answer"), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.blocks().map { $0.uid == uid } == [false, true])
  }

  // MARK: Ids

  @Test func anIDOnTwoBlocksOfANoteIsReportedOnce() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "1", id: 7) + card("two", "2", id: 7)])
    let collection = try Collection()
    try collection.importing(folder)
    #expect(try collection.codes("a.md") == ["duplicate-id"])
    let uid = try collection.uid("one")
    try folder.write(card("uno", "eins", id: 7) + card("two", "2", id: 7), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.uid("uno") == uid)
    #expect(try collection.codes("a.md") == ["duplicate-id"])
  }

  @Test func anIDOnBlocksOfTwoNotesIsReported() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "1", id: 7)])
    let collection = try Collection()
    try collection.importing(folder)
    let uid = try collection.uid("one")
    try folder.write(card("two", "2", id: 7), to: "0.md")
    let report = try collection.importing(folder)
    #expect((report.cardsAdded, report.copies) == (1, 0))
    #expect(try collection.uid("one") == uid)
    #expect(try collection.findings() == ["0.md": ["duplicate-id"]])
    try folder.write("[[a]]\n" + card("two", "2", id: 7), to: "0.md")
    try folder.write("[[0]]\n" + card("one", "1", id: 7), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.uid("one") == uid)
  }

  @Test func aMovedBlockKeepsItsHistoryByIDWhateverItSays() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first", id: 7) + card("two", "second")])
    let collection = try Collection()
    try collection.importing(folder)
    let uid = try collection.uid("one")
    try folder.write(card("two", "second"), to: "a.md")
    try folder.write(card("nothing", "alike", id: 7), to: "b.md")
    let report = try collection.importing(folder)
    #expect((report.cardsEdited, report.cardsAdded, report.cardsRemoved) == (1, 0, 0))
    #expect(try collection.uid("nothing") == uid)
  }

  @Test func aBlockIDKeepsTheHistoryInItsNote() throws {
    let folder = try TemporaryFolder([
      "a.md": card("one", "first", reference: "r"), "b.md": card("x", "y", reference: "r"),
    ])
    let collection = try Collection()
    try collection.importing(folder)
    let uid = try collection.uid("one")
    try folder.write(card("nothing", "alike", reference: "r"), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.uid("nothing") == uid)
  }

  // MARK: Copies

  private func isSuspended(_ uid: String?, _ collection: Collection) throws -> [Bool] {
    try collection.cards().filter { $0.uid == uid && $0.isActive }.map(\.isSuspended)
  }

  @Test func aCopyIsSuspendedAndReportedAsLongAsItIsOne() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first")])
    let collection = try Collection()
    try collection.importing(folder)
    try folder.write(card("one", "first"), to: "b.md")
    #expect(try collection.importing(folder).copies == 1)
    let copy = try #require(try collection.blocks().last)
    #expect((copy.path, copy.isCopy) == ("b.md", true))
    #expect(try isSuspended(copy.uid, collection) == [true])
    try folder.write("text\n" + card("one", "first"), to: "b.md")
    #expect(try collection.importing(folder).copies == 0)
    #expect(try collection.codes("b.md") == ["copied-card"])
    try folder.write(card("one", "with an answer of its own"), to: "b.md")
    try collection.importing(folder)
    #expect(try collection.blocks().last?.uid == copy.uid)
    #expect(try isSuspended(copy.uid, collection) == [false])
    #expect(try collection.blocks().allSatisfy { !$0.isCopy })
  }

  /// A card is pasted elsewhere, and the original is removed only after an import.
  @Test func aMoveInTwoStepsKeepsTheHistory() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first") + card("two", "second")])
    let collection = try Collection()
    try collection.importing(folder)
    try collection.answerAll()
    let uid = try collection.uid("one")
    try folder.write(card("one", "first"), to: "b.md")
    try collection.importing(folder)
    try folder.write(card("two", "second"), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.uid("one") == uid)
    #expect(try isSuspended(uid, collection) == [false])
    #expect(try collection.findings().isEmpty)
    let before = try collection.changeCount()
    try collection.importing(folder)
    #expect(try collection.changeCount() == before)
  }

  @Test func theCopyIsStudiedWhenTheOriginalIsRewritten() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first", id: 7)])
    let collection = try Collection()
    try collection.importing(folder)
    try folder.write(card("one", "first"), to: "b.md")
    try collection.importing(folder)
    let copy = try #require(try collection.blocks().last).uid
    try folder.write(card("nothing", "alike", id: 7), to: "a.md")
    try collection.importing(folder)
    #expect(try isSuspended(copy, collection) == [false])
    #expect(try collection.findings().isEmpty)
  }

  @Test func aCopyThatTheLearnerStudiesIsACardOfItsOwn() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first")])
    let collection = try Collection()
    try collection.importing(folder)
    try folder.write(card("one", "first"), to: "b.md")
    try collection.importing(folder)
    let (original, copy) = (try collection.blocks()[0].uid, try collection.blocks()[1].uid)
    try collection.answerAll()
    try folder.remove("a.md")
    try collection.importing(folder)
    #expect(try collection.uid("one") == copy)
    try folder.write(card("one", "first"), to: "a.md")
    try collection.importing(folder)
    #expect(try collection.blocks().map(\.uid) == [original, copy])
  }

  @Test func emptyTemplatesAreNoCopies() throws {
    let empty = "START\nBasic\n\nBack: \nEND\n"
    let folder = try TemporaryFolder(["a.md": empty, "b.md": empty])
    let report = try Collection().importing(folder)
    #expect((report.copies, report.figures.cards) == (0, 0))
  }
}

/// An import is all or nothing.
struct FailedImportTests {
  /// Everything in the collection, table by table.
  private func contents(_ collection: Collection) throws -> [String: [String]] {
    let tables = try collection.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'blockText_%' ORDER BY name")
    return try Dictionary(
      uniqueKeysWithValues: tables.map { row in
        let name: String = row[0]
        return (name, try collection.rows("SELECT * FROM \(name)").map(\.description))
      })
  }

  @Test(arguments: ["note", "block", "card", "link", "finding", "identityKey", "decision"])
  func aFailureLeavesEverythingAsItWas(table: String) throws {
    let long = "this answer is long enough to be recognised by what is left of it"
    let folder = try TemporaryFolder([
      "a.md": card("one", long) + "[[b]]", "b.md": card("two", "second"), "c.md": "",
    ])
    let collection = try Collection()
    try collection.importing(folder)
    let before = try contents(collection)
    try collection.execute(
      "CREATE TRIGGER fails BEFORE INSERT ON \(table) BEGIN SELECT RAISE(ABORT, 'on purpose'); END")
    try folder.write(card("one more", long) + "[[new]]", to: "a.md")
    try folder.write(card("three", "third") + "START\nBasic\n", to: "new.md")
    try folder.remove("b.md")
    try folder.touch("c.md")
    #expect(throws: StudyStoreError.other(path: ":memory:", reason: "on purpose")) {
      try collection.importing(folder)
    }
    try collection.execute("DROP TRIGGER fails")
    #expect(try contents(collection) == before)
    let report = try collection.importing(folder)
    #expect((report.cardsAdded, report.cardsEdited, report.cardsRemoved) == (1, 1, 1))
  }

  @Test func anotherWriterLeavesEverythingAsItWas() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first")])
    let place = try TemporaryFolder()
    let path = place.absolute("x.sqlite")
    let collection = Collection(try StudyStore(path: path, busyTimeout: 0))
    try collection.importing(folder)
    let before = try contents(collection)
    let other = try StudyStore(path: path, busyTimeout: 0)
    try folder.write(card("two", "second"), to: "b.md")
    try other.write { db in
      try db.execute(sql: "UPDATE setting SET value = value")
      let failure = #expect(throws: StudyStoreError.self) { try collection.importing(folder) }
      #expect(failure == .busy(path: path))
    }
    #expect(try contents(collection) == before)
    #expect(try collection.importing(folder).cardsAdded == 1)
  }

  @Test func nothingIsDeletedWithTheNotes() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first") + card("two", "second")])
    let collection = try Collection()
    try collection.importing(folder)
    try collection.answerAll()
    try folder.remove("a.md")
    try collection.importing(folder)
    #expect(
      try (collection.count("block"), collection.count("card"), collection.count("logEntry")) == (2, 2, 2))
    #expect(try collection.count("identityKey") == 2)
  }
}
