import Foundation
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// A vault is read as the settings of its plugin say.
struct ObsidianToAnkiSettingsTests {
  private static let place = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"

  private func card(_ front: String, begin: String = "START", type: String = "Basic", end: String = "END")
    -> String
  {
    "\(begin)\n\(type)\n\(front)\nBack: b\n\(end)\n"
  }

  /// The cards after an import of the vault, or of a folder below it.
  private func cards(_ folder: TemporaryFolder, below: String = "") throws -> (StudyStore, [CardContent]) {
    let store = try StudyStore.inMemory()
    let service = ImportService(store: store, now: Moment.sample.timestamp)
    _ = try service.importFolders(at: [folder.absolute(below)])
    return (store, try store.cards(matching: CardFilter()).compactMap { try store.content(of: $0.id) })
  }

  private func settings(_ json: String) -> ObsidianToAnkiSettings {
    ObsidianToAnkiSettings(json: Data(json.utf8))
  }

  @Test func `keywords, note types and their fields are the plugin's`() throws {
    let json = """
      {"settings": {"Syntax": {"Begin Note": "%%ANKI", "End Note": "END%%", "Target Deck Line": "DECK"}},
       "fields_dict": {"Básico": ["Frente", "Verso", "Extra"], "Mi Cloze": ["Texto"]}}
      """
    let note = """
      DECK: Uno::Dos

      %%ANKI
      Básico
      pregunta
      Verso: respuesta
      Extra: más
      END%%

      %%ANKI
      Mi Cloze
      a {{c1::b}} {{c2::c}}
      END%%

      """
    let (_, cards) = try cards(TemporaryFolder(["a.md": note + card("no card"), Self.place: json]))
    #expect(cards.count == 3)
    #expect(cards[0].fields.map(\.name) == ["Frente", "Verso", "Extra"])
    #expect(cards[0].fields.map(\.text) == ["pregunta", "respuesta", "más"])
    #expect(cards.allSatisfy { $0.deck == DeckName("Uno::Dos") && $0.noteType.isKnown })
  }

  @Test func `a type of the plugin's asks for its gaps where a block has some`() throws {
    let json = #"{"fields_dict": {"Hueco": ["Texto", "Extra"]}}"#
    let note =
      "START\nHueco\nuno {{c1::dos}} {{c2::tres}}\nEND\nSTART\nHueco\npregunta\nExtra: respuesta\nEND\n"
    let (store, cards) = try cards(TemporaryFolder(["a.md": note, Self.place: json]))
    #expect(cards.map(\.noteType.behavior) == [.cloze, .cloze, .basic])
    #expect(cards.map { $0.fields.map(\.name) } == Array(repeating: ["Texto", "Extra"], count: 3))
    #expect(try store.findings().isEmpty)
  }

  @Test func `gaps in single braces are gaps where the settings say so`() throws {
    let note = "START\nCloze\nThe {Andes} run {through} $x_{2}$ ==Peru==\nEND\n"
    let on = #"{"settings": {"Defaults": {"CurlyCloze": true, "CurlyCloze - Highlights to Clozes": true}}}"#
    let (_, cards) = try cards(TemporaryFolder(["a.md": note, Self.place: on]))
    #expect(cards.map(\.card.key.kind.ordinal) == [1, 2, 3])
    #expect(cards[0].fields[0].text == "The {{c1::Andes}} run {{c2::through}} $x_{2}$ {{c3::Peru}}")
    let (_, none) = try self.cards(TemporaryFolder(["a.md": note, Self.place: "{}"]))
    #expect(none.isEmpty)
  }

  @Test func `decks: the innermost folder, then the default, and a note's own line before both`() throws {
    let json = """
      {"settings": {"Defaults": {"Deck": "Everything"}, "FOLDER_DECKS": {"a": "Outer", "a/b": "Inner", "c": ""},
        "FOLDER_TAGS": {"a": "one two", "a/b": "three", "c": ""}}}
      """
    let folder = try TemporaryFolder([
      "a/x.md": card("x"), "a/b/c/y.md": card("y"), "c/z.md": card("z"),
      "a/own.md": "TARGET DECK: Own\n\n" + card("own"), Self.place: json,
    ])
    let (_, all) = try cards(folder)
    let decks = Dictionary(all.map { ($0.fields[0].text, $0.deck.description) }) { first, _ in first }
    #expect(decks == ["x": "Outer", "y": "Inner", "z": "Everything", "own": "Own"])
    let tags = Dictionary(all.map { ($0.fields[0].text, Set($0.tags)) }) { first, _ in first }
    #expect(tags["y"] == ["one", "two", "three"] && tags["x"] == ["one", "two"] && tags["z"] == [])

    // The same of a folder below the vault.
    let (_, below) = try cards(folder, below: "a/b")
    #expect(below.map(\.deck.description) == ["Inner"] && Set(below[0].tags) == ["one", "two", "three"])
  }

  @Test func `cards outside of the scan folder are cards too, and that is said`() throws {
    let json =
      #"{"settings": {"Defaults": {"Scan Directory": "cards/"}, "IGNORED_FILE_GLOBS": ["**/draft*.md"]}}"#
    let folder = try TemporaryFolder([
      "cards/a.md": card("in"), "b.md": card("out [[a]]"), "cards/draft 1.md": card("draft"),
      Self.place: json,
    ])
    let (store, all) = try cards(folder)
    #expect(all.map { $0.fields[0].text } == ["out [[a]]", "in"])
    let findings = try store.findings().map { "\($0.path): \($0.finding.code.rawValue)" }
    #expect(findings == ["b.md: outside-scan-folder"])
    #expect(try store.figures(of: store.folders()[0]).links == 1)
  }

  @Test func `an import follows a change of the settings, but not the plugin's bookkeeping`() throws {
    let folder = try TemporaryFolder(["a.md": card("x"), Self.place: #"{"settings": {}, "File Hashes": {}}"#])
    let store = try StudyStore.inMemory()
    let service = ImportService(store: store, now: Moment.sample.timestamp)
    _ = try service.importFolders(at: [folder.path])
    func deck() throws -> [String] {
      try store.cards(matching: CardFilter()).compactMap { try store.content(of: $0.id)?.deck.description }
    }
    #expect(try deck() == ["notes"])
    try folder.write(#"{"settings": {}, "File Hashes": {"a.md": "1"}}"#, to: Self.place)
    #expect(try service.importKnownFolders().notesUnchanged == 1)
    try folder.write(#"{"settings": {"Defaults": {"Deck": "New"}}}"#, to: Self.place)
    _ = try service.importKnownFolders()
    #expect(try deck() == ["New"])
  }

  @Test(arguments: [
    "", "{", "[]", #""text""#, #"{"settings": []}"#, #"{"settings": {"Syntax": 1}}"#,
    #"{"settings": {"Syntax": {"Begin Note": ""}}}"#, #"{"fields_dict": {"Basic": "Front"}}"#,
  ])
  func `broken settings are a finding, and the defaults are used`(_ json: String) throws {
    let read = settings(json)
    #expect(read.findings.map(\.code) == [.settingsInvalid])
    #expect(read.keywords == .init() && read.noteTypes.isEmpty && read.deck == nil)
    let (store, all) = try cards(TemporaryFolder(["a.md": card("x"), Self.place: json]))
    #expect(all.count == 1)
    #expect(try store.findings().map(\.path) == [Self.place])
  }

  @Test(arguments: [
    "{}", #"{"settings": {}}"#, #"{"settings": {"Defaults": {"Deck": "Default"}, "Syntax": {}}}"#,
  ])
  func `settings that say little say nothing wrong`(_ json: String) {
    #expect(settings(json).findings.isEmpty && settings(json).identity == ObsidianToAnkiSettings().identity)
  }
}

/// Ids are written where the author's own words end a card.
struct BlockIDKeywordTests {
  @Test func `an id follows the author's word for END`() throws {
    let json = #"{"settings": {"Syntax": {"Begin Note": "%%ANKI", "End Note": "END%%"}}}"#
    let folder = try TemporaryFolder([
      "a.md": "%%ANKI\nBasic\nx\nBack: b\nEND%%\n",
      ".obsidian/plugins/obsidian-to-anki-plugin/data.json": json,
    ])
    let store = try StudyStore.inMemory()
    _ = try ImportService(store: store, now: Moment.sample.timestamp).importFolders(at: [folder.path])
    let service = BlockIDService(store: store, seed: 1)
    let draft = try service.draft(of: try #require(service.notes(at: []).first))
    try draft.write()
    let text = try String(contentsOfFile: folder.absolute("a.md"), encoding: .utf8)
    #expect(text.wholeMatch(of: /%%ANKI\nBasic\nx\nBack: b\nEND%% \^[a-z0-9]{8}\n/) != nil, "\(text)")
  }
}
