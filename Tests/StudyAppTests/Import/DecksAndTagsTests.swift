import StudyCore
import TestSupport
import Testing

@testable import StudyApp

/// Where cards go and what they are tagged with (`design.md` §9).
struct DecksAndTagsTests {
  private func deck(_ text: String, at path: String = "sub/deep/a.md", settings: String? = nil) throws
    -> String?
  {
    let folder = try TemporaryFolder([path: text + "\n" + card("one", "first")], named: "My notes")
    if let settings { try folder.write(settings, to: ".linnet.yml") }
    let collection = try Collection()
    try collection.importing(folder)
    return try collection.blocks().first?.deck
  }

  @Test(arguments: [
    ("", nil, "My notes::sub::deep"),
    ("", "decks: {sub: Rule}", "Rule::deep"),
    ("", "decks: {sub: Rule, sub/deep: A::B}", "A::B"),
    ("", "decks: {/sub/deep/: Rule}", "Rule"),
    ("", "decks: {'': Rule}", "Rule::sub::deep"),
    ("", "decks: {other: Rule}", "My notes::sub::deep"),
    ("---\ndeck: Front\n---", "decks: {sub: Rule}", "Front"),
    ("---\ndeck: Front\n---\nTARGET DECK: Line::One", "decks: {sub: Rule}", "Line::One"),
    ("TARGET DECK: [[AWS ECS]]", nil, "AWS ECS"),
    ("TARGET DECK: [[folder/AWS|Short]]", nil, "Short"),
    ("---\ndeck: \"[[x]]\"\n---", nil, "x"),
    ("TARGET DECK:  a :: b ::", nil, "a::b::blank"),
    ("TARGET DECK: cafe\u{301}", nil, "caf\u{e9}"),
    ("TARGET DECK:", "decks: {sub: Rule}", "Rule::deep"),
  ])
  func theFirstRuleThatSaysSomethingCounts(text: String, settings: String?, expected: String) throws {
    #expect(try deck(text, settings: settings) == expected)
  }

  @Test func aNoteAtTheTopGoesToTheDeckOfTheFolder() throws {
    #expect(try deck("", at: "a.md") == "My notes")
  }

  @Test func changedRulesMoveTheCardsOfUnchangedNotes() throws {
    let folder = try TemporaryFolder(["sub/a.md": card("one", "first")])
    let collection = try Collection()
    try collection.importing(folder)
    let before = try collection.blocks()
    try folder.write("decks: {sub: Rule}", to: ".linnet.yml")
    let report = try collection.importing(folder)
    #expect(try collection.blocks().map(\.deck) == ["Rule"])
    #expect(try collection.blocks().map(\.uid) == before.map(\.uid))
    #expect((report.notesChanged, report.notesUnchanged, report.cardsEdited) == (0, 1, 0))
    try folder.remove(".linnet.yml")
    try collection.importing(folder)
    #expect(try collection.blocks() == before)
  }

  @Test(arguments: [
    "decks: [", "decks: [a]", "decks: {a: [b]}", "ignore: {a: b}", "ignore: [[a]]", "ignores: [a]", "- a",
    "text",
  ])
  func brokenSettingsAreAFindingAndNothingElse(settings: String) throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first"), ".linnet.yml": settings])
    let collection = try Collection()
    let report = try collection.importing(folder)
    #expect((report.figures.cards, report.figures.errors) == (1, 1))
    #expect(try collection.findings() == [".linnet.yml": ["settings-invalid"]])
    let before = try collection.changeCount()
    try collection.importing(folder)
    #expect(try collection.changeCount() == before)
    try folder.write("ignore: []", to: ".linnet.yml")
    try collection.importing(folder)
    #expect(try collection.findings().isEmpty)
  }

  @Test(arguments: ["", "# only a comment\n", "ignore: Templates\n", "ignore:\n  - Templates/\n"])
  func settingsThatAreRight(settings: String) throws {
    #expect(FolderSettings(yaml: settings).findings == [])
  }

  @Test func ignoredNotesGoAndComeBack() throws {
    let folder = try TemporaryFolder(["a.md": card("one", "first"), "Templates/t.md": card("two", "second")])
    let collection = try Collection()
    try collection.importing(folder)
    let before = try collection.blocks()
    try folder.write("ignore: Templates/", to: ".linnet.yml")
    #expect(try collection.importing(folder).cardsRemoved == 1)
    try folder.remove(".linnet.yml")
    #expect(try collection.importing(folder).cardsRestored == 1)
    #expect(Set(try collection.blocks()) == Set(before))
  }

  @Test func tagsAreTheUnionOfBlockFileAndFrontMatter() throws {
    let text = """
      ---
      tags: [Front, "two words"]
      ---
      FILE TAGS: file block
      #inline
      START
      Basic
      one
      Back: first
      Tags: Block other
      END
      """
    let collection = try Collection()
    try collection.importing(try TemporaryFolder(["a.md": text]))
    let tags = try collection.rows("SELECT tag FROM blockTag ORDER BY tag").map { $0[0] as String }
    #expect(tags == ["Block", "file", "Front", "other", "two-words"])
  }
}
