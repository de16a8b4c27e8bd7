import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// Every place where tolerant reading differs from Obsidian_to_Anki is named when notes are read strictly.
struct StrictComparisonTests {
  @Test(.enabled(if: SharedMaterial.isPresent, "needs ../shared/corpora"), arguments: SharedMaterial.corpora)
  func `every difference in a corpus is named`(_ name: String) throws {
    let vault = SharedMaterial.folder.appendingPathComponent("corpora/\(name)/vault")
    for note in SharedMaterial.notes(in: vault) {
      let bytes = [UInt8](try Data(contentsOf: vault.appendingPathComponent(note)))
      #expect(StrictComparisonTests.unnamed(in: bytes) == [], "\(note)")
    }
  }

  /// Without being asked to read strictly, too: at the card, or above it at what lets Obsidian_to_Anki run on.
  @Test(.enabled(if: SharedMaterial.isPresent, "needs ../shared/corpora"), arguments: SharedMaterial.corpora)
  func `cards that only tolerant reading sees are named by it`(_ name: String) throws {
    let vault = SharedMaterial.folder.appendingPathComponent("corpora/\(name)/vault")
    for path in SharedMaterial.notes(in: vault) {
      let bytes = [UInt8](try Data(contentsOf: vault.appendingPathComponent(path)))
      let note = NoteParser().parse(bytes)
      let strict = Set(
        NoteParser(mode: .strict).parse(bytes).blocks.map { [$0.lines.lowerBound, $0.column] })
      for card in note.blocks where !strict.contains([card.lines.lowerBound, card.column]) {
        let isNamed = note.findings.contains { finding in
          finding.place.line == 0 || card.lines.contains(finding.place.line)
            || [.endMissing, .emptyBlock].contains(finding.code)
              && finding.place.line < card.lines.lowerBound
        }
        #expect(isNamed, "\(path): \(card.summary)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `every difference in a hostile note is named`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = HostileNote.text(&random)
      #expect(StrictComparisonTests.unnamed(in: Array(text.utf8)) == [], "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("START\nBasic\nq\nBack: a\nEND", []),
    ("START\nBasic\nq\nTags: a\nBack: b\nEND", []),
    ("START \nBasic\nq\nBack: a\nEND", ["1 trailing-blank"]),
    ("START\r\nBasic\r\nq\r\nBack: a\r\nEND\r\n", ["0 carriage-returns"]),
    ("\u{feff}START\nBasic\nq\nBack: a\nEND", ["0 byte-order-mark"]),
    ("START\nBasic\nq\nBack: a\nSTART\nBasic\nr\nBack: b\nEND", ["1 end-missing", "5 strict-difference"]),
    ("START\nEND\nSTART\nBasic\nq\nBack: a\nEND", ["1 empty-block", "3 strict-difference"]),
    ("START\nBasic\nq\nBack: PID: 42\nEND", ["4 id-like-text"]),
    ("START\nBasic\nq\nBack: a\nTags: x\n\n<!--ID: 5-->\nEND", ["5 tags-before-blank"]),
    ("START\nBasic\nq\nBack: a\nTags: x,y\nEND", ["5 tags-form"]),
    ("START\nBasic\nq\nBack: STARTI [Basic] r Back: b ENDI\nEND", ["4 strict-difference"]),
    ("STARTI x [Basic] r Back: b ENDI", ["1 inline-without-type", "1 strict-difference"]),
    ("TARGET DECK: a \nSTART\nBasic\nq\nBack: a\nEND", ["1 strict-difference"]),
    ("> START\n> Basic\n> q\n> Back: a\n> END", ["1 contained-card"]),
    ("FILE TAGS: a, b\nSTART\nBasic\nq\nBack: a\nEND", ["1 strict-difference"]),
  ])
  func `a difference is named once`(_ text: String, _ expected: [String]) {
    let note = NoteParser(mode: .strict).parse(Array(text.utf8))
    #expect(note.findings.map { "\($0.place.line) \($0.code.rawValue)" } == expected)
  }

  /// What tolerant reading merely remarks on is a warning for those who want what Obsidian_to_Anki reads.
  @Test func `what is behind a difference is a warning`() {
    let text = "START \nBasic\nq\nBack: a\nEND\n\nSTART\nBasic\nq\nBack: a\nTags: a  b\nEND"
    let tolerant = NoteParser().parse(Array(text.utf8))
    #expect(tolerant.findings.map(\.severity) == [.note, .note])
    let strict = NoteParser(mode: .strict).parse(Array(text.utf8))
    #expect(strict.findings.map(\.code) == [.trailingBlank, .tagsForm])
    #expect(strict.findings.map(\.severity) == [.warning, .note])
  }

  @Test func `a difference says what the plugin reads`() {
    let text = "START\nBasic\nq\nBack: a\n  Tags: y\nID: ID: 7\nEND"
    let note = NoteParser(mode: .strict).parse(Array(text.utf8))
    let expected = "Obsidian_to_Anki reads this card otherwise: Back is \"a\n  Tags: y\", the id is 7"
    #expect(note.findings.map(\.message) == [expected])
  }

  /// Cards that differ, and lines about the file, at whose lines no finding stands.
  private static func unnamed(in file: [UInt8]) -> [String] {
    let tolerant = NoteParser().parse(file)
    let strict = NoteParser(mode: .strict).parse(file)
    let others: Set<FindingCode> = [
      .emptyField, .noCloze, .clozeNumber, .cardInCode, .textAfterEnd, .duplicateID, .emptyBlock,
    ]
    let named = strict.findings.filter { $0.severity != .note && !others.contains($0.code) }
    let lines = Set(named.map(\.place.line))
    let isWhole = strict.findings.contains {
      [.byteOrderMark, .carriageReturns].contains($0.code) && $0.severity == .warning
    }
    let differences = Set(tolerant.blocks.map(Reading.init)).symmetricDifference(
      strict.blocks.map(Reading.init))
    var unnamed = differences.filter { reading in !isWhole && !reading.lines.contains { lines.contains($0) } }
      .map { "\($0)" }
    let hasDifference = strict.findings.contains { $0.code == .strictDifference }
    if tolerant.targetDeck != strict.targetDeck || tolerant.fileTags != Tag.union(strict.fileTags),
      !hasDifference
    {
      unnamed.append("deck or tags of the file")
    }
    return unnamed
  }

  /// What both readings may differ in.
  private struct Reading: Hashable {
    var lines: ClosedRange<Int>
    var column: Int
    var summary: String

    init(_ block: ParsedBlock) {
      var plain = block
      plain.tags = Tag.union(block.tags)
      // Only where a card begins is it the same for both: a START that swallows ends elsewhere.
      lines = block.lines
      column = block.column
      summary = plain.summary
    }
  }
}
