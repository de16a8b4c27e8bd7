import Foundation
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// Which ways of writing cards count in a folder is what the plugins of its vault say, and `.linnet.yml`.
struct CardStyleSettingsTests {
  private static let spaced = ".obsidian/plugins/obsidian-spaced-repetition/data.json"
  private static let flashcards = ".obsidian/plugins/flashcards-obsidian/data.json"
  private static let plugin = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"

  private func read(_ files: [String: String]) throws -> (
    fronts: [String], decks: [String], findings: [FindingCode]
  ) {
    let folder = try TemporaryFolder(files)
    let store = try StudyStore.inMemory()
    let service = ImportService(store: store, now: Moment.sample.timestamp)
    _ = try service.importFolders(at: [folder.absolute("")])
    let cards = try store.cards(matching: CardFilter()).compactMap { try store.content(of: $0.id) }
    return (
      cards.map { $0.fields[0].text }.sorted(), Set(cards.map { "\($0.deck)" }).sorted(),
      try store.findings().map(\.finding.code)
    )
  }

  @Test func `patterns of Obsidian_to_Anki are styles, or patterns of one's own`() throws {
    let settings = #"""
      {"settings": {"CUSTOM_REGEXPS": {
        "Basic": "^Q: ((?:.+\\n)*)\\n*A: (.+(?:\\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)",
        "Vocabulary": "^W: (.+)\\nM: (.+)$", "Cloze": ""}},
       "fields_dict": {"Vocabulary": ["Word", "Meaning"]}}
      """#
    let result = try read(["a.md": "Q: one\nA: two\n\nW: three\nM: four\n", Self.plugin: settings])
    #expect(result.fronts == ["one", "three"])
    #expect(result.findings == [])
  }

  @Test func `a pattern that cannot be used is named`() throws {
    let settings = #"{"settings": {"CUSTOM_REGEXPS": {"Basic": "((", "Cloze": "no group"}}}"#
    #expect(
      try read(["a.md": "x\n", Self.plugin: settings]).findings == [.settingsInvalid, .settingsInvalid])
  }

  @Test func `obsidian-spaced-repetition reads the notes with its tags, or all where folders are decks`()
    throws
  {
    let notes = ["a.md": "#review/de\n\na >> b\n", "b.md": "c >> d\n"]
    let tagged = ##"{"settings": {"flashcardTags": ["#review"], "singleLineCardSeparator": ">>"}}"##
    let result = try read(notes.merging([Self.spaced: tagged]) { $1 })
    #expect(result.fronts == ["a"])
    #expect(result.decks == ["de"])
    let all = #"{"settings": {"convertFoldersToDecks": true, "singleLineCardSeparator": ">>"}}"#
    #expect(try read(notes.merging([Self.spaced: all]) { $1 }).fronts == ["a", "c"])
  }

  @Test func `a cloze pattern of another form is named`() throws {
    let settings = #"{"settings": {"clozePatterns": ["==[123;;]answer[;;hint]==", "answer"]}}"#
    let result = try read(["a.md": "#flashcards\nThe ==Andes==\n", Self.spaced: settings])
    #expect(result.fronts == ["The {{c1::Andes}}"])
    #expect(result.findings == [.settingsInvalid])
  }

  @Test func `flashcards-obsidian has a tag and separators of its own`() throws {
    let settings = #"{"flashcardsTag": "anki", "inlineSeparator": "=>"}"#
    let result = try read(["a.md": "What? #anki\nThis.\n\nx => y\nz #card\nw\n", Self.flashcards: settings])
    #expect(result.fronts == ["What?", "x"])
  }

  @Test(arguments: [spaced, flashcards])
  func `settings that are no JSON are named, and the defaults count`(_ path: String) throws {
    let result = try read(["a.md": "#flashcards\na::b\n", path: "{"])
    #expect(result.fronts == ["a"])
    #expect(result.findings == [.settingsInvalid])
  }

  @Test(arguments: [
    ("syntaxes: [question-answer, spaced-repetition]", ["a", "one"]),
    ("syntaxes: {question-answer: Vocabulary}\nnote-types: {Vocabulary: [Word, Meaning]}", ["one"]),
    ("syntaxes: ruled", ["top"]),
    ("syntaxes: [link-question]", ["Words about the {{c1::[[Andes]]}} are here."]),
  ])
  func `a folder's own settings switch ways of writing on`(_ settings: String, _ fronts: [String]) throws {
    let note = "Q: one\nA: two\n\na::b\n\ntop\n---\nbottom\n\nWords about the [[Andes]] are here.\n"
    let result = try read(["a.md": note, ".linnet.yml": settings])
    #expect(result.fronts == fronts)
    #expect(result.findings == [])
    #expect(try read(["a.md": note]).fronts == [])
  }

  @Test(arguments: [
    "syntaxes: [no-such]", "note-types: {A: x}", "note-types: {A: [x, x]}", "note-types: [A]",
  ])
  func `settings that mean nothing are named`(_ settings: String) throws {
    #expect(try read(["a.md": "x\n", ".linnet.yml": settings]).findings == [.settingsInvalid])
  }

  @Test func `changed settings read unchanged notes anew`() throws {
    let folder = try TemporaryFolder(["a.md": "Q: one\nA: two\n"])
    let store = try StudyStore.inMemory()
    let service = ImportService(store: store, now: Moment.sample.timestamp)
    _ = try service.importFolders(at: [folder.absolute("")])
    #expect(try store.cards(matching: CardFilter()).isEmpty)
    try folder.write("syntaxes: [question-answer]", to: ".linnet.yml")
    _ = try service.importKnownFolders()
    #expect(try store.cards(matching: CardFilter()).count == 1)
  }
}
