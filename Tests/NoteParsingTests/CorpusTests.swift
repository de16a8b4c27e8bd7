import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// Compares whole vaults with answers computed by tools that share no code with the parser.
@Suite(.enabled(if: SharedMaterial.isPresent, "needs ../shared/corpora"))
struct CorpusTests {
  private static func vault(_ name: String) throws -> Vault {
    try Vault(SharedMaterial.folder.appendingPathComponent("corpora/\(name)/vault"))
  }

  @Test(arguments: SharedMaterial.corpora)
  func linksAgreeWithTheReference(_ name: String) throws {
    let reference = try SharedMaterial.decode(ReferenceLinks.self, "corpora/\(name)/links.json")
    let actual = try CorpusTests.vault(name).links.map { source, link, destination in
      let kind =
        switch link.kind {
        case .wiki, .property, .requires, .partOf: "wiki"
        case .embed: "embed"
        case .markdown: "md"
        case .markdownEmbed: "md_embed"
        }
      return "\(source) \(kind) [\(link.target)] -> \(destination ?? "nothing")"
    }
    let expected = reference.links.filter(\.live).map { link in
      "\(link.source) \(link.kind) [\(link.path)] -> \(link.target ?? "nothing")"
    }
    let difference = actual.sorted().difference(from: expected.sorted())
    #expect(difference.isEmpty, "\(difference.map { "\($0)" }.joined(separator: "\n"))")
  }

  @Test(arguments: SharedMaterial.corpora)
  func cardsAgreeWithTheReference(_ name: String) throws {
    let vault = try CorpusTests.vault(name)
    let reference = try SharedMaterial.decode(ReferenceCards.self, "corpora/\(name)/cards.json")
    let expected = Dictionary(grouping: reference.tolerant.cards, by: \.file)
    let readings = TolerantReading.all.filter { $0.vault == name }
    for path in vault.paths {
      let blocks = vault.notes[path]?.blocks.filter { [.block, .inline].contains($0.syntax) } ?? []
      let actual = blocks.map(ReferenceCards.Card.summary(of:)).sorted()
      let plugin = expected[path, default: []].map(\.summary).sorted()
      if let reading = readings.first(where: { (path + " ").hasPrefix($0.note + " ") }) {
        #expect(actual == reading.cards.sorted(), "\(path)")
        #expect(actual != plugin, "\(path) is read as the plugin reads it: take it off the list")
      } else {
        #expect(actual == plugin, "\(path)")
      }
    }
    #expect(Set(expected.keys).subtracting(vault.paths) == [])
    for reading in readings { #expect(vault.paths.contains { ($0 + " ").hasPrefix(reading.note + " ") }) }
  }
}

extension CorpusTests {
  /// The plugin wrote an id below each card that its own pattern found in these notes.
  @Test func `all cards that the plugin found with a pattern are found`() throws {
    let vault = try CorpusTests.vault("sem3")
    let blocks = vault.notes.values.flatMap(\.blocks)
    let written = try vault.paths.flatMap { path in
      let url = SharedMaterial.folder.appendingPathComponent("corpora/sem3/vault/\(path)")
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      return text.matches(of: /<!--ID: (\d+)-->/).compactMap { Int64($0.1) }
    }
    #expect(written.count > 300)
    // What these stood below was edited away: a blank line came between them and their cards.
    let left: Set<Int64> = [1_698_717_431_007, 1_698_795_346_312, 1_698_837_073_872]
    #expect(
      blocks.compactMap { $0.ankiID?.rawValue }.sorted() == written.filter { !left.contains($0) }.sorted())
    #expect(blocks.allSatisfy { $0.syntax == .flashcardTag && $0.fields.allSatisfy { !$0.text.isEmpty } })
  }
}

/// A note that the parser reads otherwise than the reference, on purpose.
private struct TolerantReading {
  var vault = "wild-shapes"
  /// The beginning of its path, up to a blank.
  var note: String
  var reason: String
  var cards: [String]

  static let all = [
    TolerantReading(
      note: "c07", reason: "END is missing: the card ends at its ID instead of swallowing the next",
      cards: [
        "1 block [Basic] Back: A7 | Front: Q7 has no END id 1726754495871",
        "9 block [Basic] Back: A7b | Front: Q7b id 1726754495872",
        "16 block [Basic] Back: A7c | Front: Q7c",
      ]),
    TolerantReading(
      note: "c08", reason: "END right after START closes an empty block",
      cards: ["4 block [Basic] Back: A8 | Front: Q8"]),
    TolerantReading(
      note: "c09", reason: "without a type line the card is Basic, not lost",
      cards: [
        "1 block [Basic] Back: this | Front: What has no type line?",
        "6 block [Basic] Back: A9b | Front: Q9b",
      ]),
    TolerantReading(
      note: "c17", reason: "an answer that mentions an ID is an answer",
      cards: ["1 block [Basic] Back: A17 see ID: 7 for more | Front: Q17"]),
    TolerantReading(
      note: "c18", reason: "tags need no blank after the colon",
      cards: ["1 block [Basic] Back: A18 | Front: Q18 #infra"]),
    TolerantReading(
      note: "c19", reason: "a Tags line without tags is no text, and an empty tag is none",
      cards: [
        "1 block [Basic] Back: A19 | Front: Q19", "8 block [Basic] Back: A19b | Front: Q19b id 1605053494619",
      ]),
    TolerantReading(
      note: "c20", reason: "commas separate tags; # and brackets are not part of them",
      cards: ["1 block [Basic] Back: A20 | Front: Q20 #a #b #c #d::e #f"]),
    TolerantReading(
      note: "c23", reason: "a field's name in a code fence is code",
      cards: ["1 block [Basic] Back: A23 | Front: Q23\n```yaml\nBack: is a key here\n```"]),
    TolerantReading(
      note: "c31", reason: "a link after STARTI is no note type",
      cards: [
        "4 inline [Basic] Front: Question: what? Back:no blank",
        "5 inline [Basic] Back: still taken | Front: in a code span", "6 inline [Basic] #only",
      ]),
    TolerantReading(
      note: "c32", reason: "STARTI without a type is no card and stops nothing",
      cards: ["3 block [Basic] Back: A32 | Front: Q32 after a line that stops the plugin"]),
    TolerantReading(
      note: "c34", reason: "frozen fields belong to the fields, as in Anki; the reference lists them apart",
      cards: ["4 block [Basic] Back: A34appended to every answer | Front: Q34"]),
    TolerantReading(
      vault: "o2a-suite", note: "frozen_notes/frozen_notes.md", reason: "frozen fields, as in c34",
      cards: [
        "7 block [Basic] Back: Delhi! Test successful! | "
          + "Front: India (This is a Test)<br/>What is the country's capital?"
      ]),
  ]
}

private struct ReferenceLinks: Decodable {
  struct Link: Decodable {
    var source: String
    var kind: String
    var path: String
    var target: String?
    var live: Bool
  }

  var links: [Link]
}

private struct ReferenceCards: Decodable {
  struct Semantics: Decodable { var cards: [Card] }

  var tolerant: Semantics

  /// Cards are compared as text; fields in the order of their names, none for a type that is not known.
  struct Card: Decodable {
    var file: String
    var line: Int
    var kind: String
    var noteType: String?
    var fields: [String: String]?
    var tags: [String]
    var id: Int64?

    var summary: String {
      let fields = (fields ?? [:]).map { Field(name: $0.key, text: $0.value) }
      return Card.summary(line, kind, noteType ?? "", fields, tags, id)
    }

    static func summary(of block: ParsedBlock) -> String {
      summary(
        block.lines.lowerBound, block.syntax.rawValue, block.noteType.name,
        block.noteType.isKnown ? block.fields : [], block.tags, block.ankiID?.rawValue)
    }

    private static func summary(
      _ line: Int, _ kind: String, _ type: String, _ fields: [Field], _ tags: [String], _ id: Int64?
    ) -> String {
      let texts = fields.filter { !$0.text.isEmpty }.sorted { $0.name < $1.name }
        .map { "\($0.name): \($0.text)" }.joined(separator: " | ")
      let labels = tags.map { "#\($0)" } + (id.map { ["id \($0)"] } ?? [])
      return (["\(line) \(kind) [\(type)]", texts] + labels).filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
