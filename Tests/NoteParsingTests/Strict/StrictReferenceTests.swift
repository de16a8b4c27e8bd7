import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// Strict reading against what Obsidian_to_Anki finds, worked out by a program that shares no code with it.
struct StrictReferenceTests {
  private static let tool = SharedMaterial.folder.appendingPathComponent("tools/reference_cards.py")

  @Test(.enabled(if: SharedMaterial.isPresent, "needs ../shared/corpora"), arguments: SharedMaterial.corpora)
  func `corpora are read as by the plugin`(_ name: String) throws {
    struct File: Decodable { var plugin: CardReference }
    let reference = try SharedMaterial.decode(File.self, "corpora/\(name)/cards.json").plugin
    let vault = SharedMaterial.folder.appendingPathComponent("corpora/\(name)/vault")
    let notes = SharedMaterial.notes(in: vault)
    #expect(Set(reference.cards.map(\.file)).isSubset(of: notes))
    for note in notes {
      try StrictReferenceTests.compare(vault.appendingPathComponent(note), named: note, with: reference)
    }
  }

  /// Whatever fragments meet, in whatever order.
  @Test(
    .enabled(if: SharedMaterial.isPresent && Python.isPresent, "needs python3 and ../shared/tools"),
    arguments: [1, 2] as [UInt64],
    [("START", "END"), ("***", "****"), ("%%ANKI", "END%%"), ("****", "***"), ("***", "***")])
  func `hostile files are read as by the plugin`(_ seed: UInt64, _ words: (begin: String, end: String)) throws
  {
    var keywords = Keywords()
    (keywords.begin, keywords.end) = words
    (keywords.inlineBegin, keywords.inlineEnd) = (words.begin + "I", words.end + "I")
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"settings": {"Syntax": {"Begin Note": "\(words.begin)", "End Note": "\(words.end)",
        "Begin Inline Note": "\(keywords.inlineBegin)", "End Inline Note": "\(keywords.inlineEnd)"}}}
      """, to: ".obsidian/plugins/obsidian-to-anki-plugin/data.json")
    var random = SeededGenerator(seed: seed)
    let names = (1...300).map { "\($0).md" }
    for name in names { try folder.write(HostileNote.text(&random, keywords: keywords), to: name) }
    let output = try Python.output(of: [StrictReferenceTests.tool.path, folder.path])
    let reference = try SharedMaterial.decode(CardReference.self, from: output)
    #expect(reference.cards.count { $0.fields != nil } > 200)
    for name in names {
      try StrictReferenceTests.compare(
        URL(fileURLWithPath: folder.absolute(name)), named: name, keywords, with: reference)
    }
  }

  private static func compare(
    _ file: URL, named name: String, _ keywords: Keywords = Keywords(), with reference: CardReference
  ) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let actual = StrictReader.summaries(of: bytes, keywords: keywords)
    let comment = Comment(rawValue: "\(name): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    #expect(actual.cards == reference.summaries(of: name), comment)
    guard let card = reference.cards.first(where: { $0.file == name }) else { return }
    #expect(actual.deck == card.deck, comment)
    #expect(actual.tags == card.fileTags, comment)
    guard let frozen = reference.frozen else { return }
    #expect(
      actual.frozen.mapValues(Set.init) == frozen[name, default: [:]].mapValues { Set($0.values) }, comment)
  }
}
