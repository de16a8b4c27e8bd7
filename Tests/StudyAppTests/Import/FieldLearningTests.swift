import Foundation
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// The fields of note types that nobody knows are learned from the notes (`design.md` §9).
struct FieldLearningTests {
  private func block(_ lines: String..., type: String = "Vocabulary") -> String {
    (["START", type] + lines + ["END", "", ""]).joined(separator: "\n")
  }

  private func fields(_ store: StudyStore) throws -> [String] {
    try store.cards(matching: CardFilter()).compactMap { try store.content(of: $0.id) }
      .map { $0.fields.map { "\($0.name)=\($0.text)" }.joined(separator: " ") }.sorted()
  }

  private func importing(_ folder: TemporaryFolder, into store: StudyStore) throws -> ImportReport {
    try ImportService(store: store, now: Moment.sample.timestamp).importFolders(at: [folder.absolute("")])
  }

  @Test func `heads that two blocks have are fields`() throws {
    let folder = try TemporaryFolder([
      "a.md": block("hund", "Meaning: dog", "Note: once")
        + block("katze", "Meaning: cat", "Example: Die Katze."),
      "b.md": block("maus", "Meaning: mouse", "Example: Die Maus."),
    ])
    let store = try StudyStore.inMemory()
    _ = try importing(folder, into: store)
    #expect(
      try fields(store) == [
        "Front=hund Meaning=dog\nNote: once Example=", "Front=katze Meaning=cat Example=Die Katze.",
        "Front=maus Meaning=mouse Example=Die Maus.",
      ])
    #expect(try store.findings().allSatisfy { $0.finding.code == .unknownNoteType })
  }

  @Test func `a head that begins blocks names the first field`() throws {
    let folder = try TemporaryFolder([
      "a.md": block("Anverso: uno", "Reverso: one") + block("Anverso: dos", "Reverso: two")
    ])
    let store = try StudyStore.inMemory()
    _ = try importing(folder, into: store)
    #expect(try fields(store) == ["Anverso=dos Reverso=two", "Anverso=uno Reverso=one"])
  }

  @Test func `a head of one block alone is text`() throws {
    let folder = try TemporaryFolder(["a.md": block("hund", "", "Remark: dog") + block("katze", "", "cat")])
    let store = try StudyStore.inMemory()
    _ = try importing(folder, into: store)
    #expect(try fields(store) == ["Front=hund Back=Remark: dog", "Front=katze Back=cat"])
  }

  @Test func `a field that the plugin's settings name needs one block`() throws {
    let settings =
      #"{"settings": {"FILE_LINK_FIELDS": {"Vocabulary": "Meaning"}, "CONTEXT_FIELDS": {"Other": "x"}}}"#
    let folder = try TemporaryFolder([
      "a.md": block("hund", "Meaning: dog", "Note: once"),
      ".obsidian/plugins/obsidian-to-anki-plugin/data.json": settings,
    ])
    let store = try StudyStore.inMemory()
    _ = try importing(folder, into: store)
    #expect(try fields(store) == ["Front=hund Meaning=dog\nNote: once"])
  }

  @Test func `blocks with gaps are learned apart`() throws {
    let folder = try TemporaryFolder([
      "a.md": block("a {{c1::b}}", "Source: x") + block("c {{c1::d}}", "Source: y") + block("e", "Answer: f")
        + block("g", "Answer: h")
    ])
    let store = try StudyStore.inMemory()
    _ = try importing(folder, into: store)
    #expect(
      try fields(store) == [
        "Front=e Answer=f", "Front=g Answer=h", "Text=a {{c1::b}} Source=x", "Text=c {{c1::d}} Source=y",
      ])
  }

  @Test func `fields are added when more notes show them, in unchanged notes too, and history stays`() throws
  {
    let folder = try TemporaryFolder([
      "a.md": block("hund", "Meaning: dog", "Example: Der Hund."), "b.md": block("katze", "Meaning: cat"),
    ])
    let store = try StudyStore.inMemory()
    _ = try importing(folder, into: store)
    #expect(try fields(store) == ["Front=hund Meaning=dog\nExample: Der Hund.", "Front=katze Meaning=cat"])
    let before = Set(try store.cards(matching: CardFilter()).map(\.key))
    try folder.write(
      block("maus", "Meaning: mouse", "Example: Die Maus.") + block("kuh", "Example: x", "Meaning: y"),
      to: "c.md")
    let report = try importing(folder, into: store)
    #expect(report.cards.added == 2 && report.cards.removed == 0)
    #expect(
      try fields(store) == [
        "Front=hund Meaning=dog Example=Der Hund.", "Front=katze Meaning=cat Example=",
        "Front=kuh Meaning=y Example=x", "Front=maus Meaning=mouse Example=Die Maus.",
      ])
    #expect(before.isSubset(of: try store.cards(matching: CardFilter()).map(\.key)))
    // Nothing is unlearned when the notes that showed it are gone.
    try folder.remove("c.md")
    _ = try importing(folder, into: store)
    #expect(try fields(store).first == "Front=hund Meaning=dog Example=Der Hund.")
  }
}
