import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

struct BlockIDPlanTests {
  private static func plan(_ file: [UInt8], seed: UInt64 = 1) -> BlockIDPlan {
    BlockIDPlan(file: file, note: NoteParser().parse(file), seed: seed)
  }

  private static func plan(_ text: String) -> BlockIDPlan { plan(Array(text.utf8)) }

  /// What a note says but for its block ids, and for findings, which tell of text after END.
  private static func content(_ note: ParsedNote) -> ParsedNote {
    var note = note
    note.findings = []
    for index in note.blocks.indices {
      note.blocks[index].blockReference = nil
      note.blocks[index].endWord = nil
    }
    return note
  }

  /// Everything that is promised of any file at all.
  private static func check(_ file: [UInt8], _ comment: Comment) {
    let before = NoteParser().parse(file)
    let plan = BlockIDPlan(file: file, note: before, seed: 7)
    let written = plan.applied(to: file)
    let after = NoteParser().parse(written)

    #expect(content(after) == content(before), comment)
    let added = zip(before.blocks, after.blocks).filter { $0.blockReference != $1.blockReference }
    #expect(added.map { $1.blockReference } == plan.insertions.map(\.id), comment)
    #expect(added.allSatisfy { $0.0.blockReference == nil && $0.0.ankiID == nil }, comment)
    #expect(Set(plan.insertions.map(\.id)).count == plan.insertions.count, comment)
    for insertion in plan.insertions {
      #expect(insertion.id.wholeMatch(of: /[a-z0-9]{8}/) != nil, comment)
      #expect(file[..<insertion.offset].suffix(3).elementsEqual("END".utf8), comment)
    }

    var rest = written
    for insertion in plan.insertions.reversed() {
      let start = insertion.offset + 10 * plan.insertions.count { $0.offset < insertion.offset }
      rest.removeSubrange(start..<start + 10)
    }
    #expect(rest == file, comment)
    let again = BlockIDPlan(file: written, note: after, seed: 8)
    #expect(again.insertions.isEmpty, comment)
    #expect(again.leftBlocks == plan.leftBlocks, comment)

    let waiting = before.blocks.filter { $0.syntax == .block && $0.ankiID == nil && $0.blockReference == nil }
    let left = plan.leftBlocks.filter { if case .duplicateID = $0.reason { false } else { true } }
    #expect(waiting.count == plan.insertions.count + left.count, comment)
  }

  /// Lines of cards in random order and number, with the line ends, marks and broken bytes of real files.
  /// An id there once changed an alias.
  @Test func `a card in the front matter is left as it is`() {
    let text = "---\naliases: \"a\nSTART\nBasic\nq\nBack: a\nEND\nb\"\n---\nSTART\nBasic\nr\nBack: b\nEND\n"
    let file = Array(text.utf8)
    let plan = BlockIDPlan(file: file, note: NoteParser().parse(file), seed: 1)
    #expect(plan.leftBlocks == [BlockIDPlan.LeftBlock(line: 3, reason: .inFrontMatter)])
    #expect(plan.insertions.map(\.line) == [14])
  }

  @Test(arguments: 0..<600)
  func onlyIDsAreAdded(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let lines = [
      "START", "START", "START ", "Basic", "Basic", "Cloze", "q", "{{c1::a}}", "Back: a", "END", "END", "END",
      "END ", "END\t", "END\u{b}", "ENDING", "END text", "END ^abc", "END ^abc", "END^abc", "END ^a b",
      "<!--ID: 5-->",
      "<!--ID: x-->", "Tags: x", "```", "~~~", "---", "aliases: [a]", "", "[[a]]", "^abc", "é🜁", "%%", "<!--",
      "-->", "STARTI [Basic] q Back: a ENDI", "# h", "TARGET DECK", "> ```", "`", "$$", "[x](", "text ^def",
    ]
    let lineEnd = generator.element(of: ["\n", "\n", "\r\n", "\r"])
    var file: [UInt8] = generator.happens(oneIn: 4) ? [0xef, 0xbb, 0xbf] : []
    for _ in 0..<generator.index(below: 60) {
      file += generator.element(of: lines).utf8
      if generator.happens(oneIn: 30) { file += generator.element(of: [[0xff], [0], [0xc3], [0x0d]]) }
      file += (generator.happens(oneIn: 12) ? generator.element(of: ["\n", "\r\n", "\r"]) : lineEnd).utf8
    }
    if generator.happens(oneIn: 2) { file += "START\nBasic\nq\nBack: a\nEND".utf8 }
    BlockIDPlanTests.check(file, "seed \(seed)")
  }

  @Test(.enabled(if: SharedMaterial.isPresent, "needs ../shared/corpora"), arguments: SharedMaterial.corpora)
  func onlyIDsAreAddedToRealNotes(_ name: String) throws {
    let root = SharedMaterial.folder.appendingPathComponent("corpora/\(name)/vault")
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    let notes = paths.filter { $0.lowercased().hasSuffix(".md") }
    #expect(!notes.isEmpty)
    for path in notes {
      guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { continue }
      BlockIDPlanTests.check([UInt8](data), "\(path)")
    }
  }

  // MARK: Which blocks

  @Test(arguments: [
    ("", " ^ID"), (" ", " ^ID "), ("\t\t", " ^ID\t\t"),
  ])
  func anIDComesRightAfterEnd(_ rest: String, _ expected: String) {
    for end in ["", "\n", "\r\n", "\r", "\nmore"] {
      let file = Array(("x\n" + block("Basic", "q", "Back: a") + rest + end).utf8)
      let plan = BlockIDPlanTests.plan(file)
      let written = String(decoding: plan.applied(to: file), as: UTF8.self)
      #expect(plan.leftBlocks == [])
      #expect(plan.insertions.map(\.line) == [6])
      let id = plan.insertions.first?.id ?? ""
      #expect(written == "x\n" + block("Basic", "q", "Back: a") + expected.replacing("ID", with: id) + end)
    }
  }

  @Test(arguments: [
    (block("Basic", "q", "Back: a") + " and more", BlockIDPlan.LeftBlock.Reason.textAfterEnd("and more")),
    (block("Basic", "q", "Back: a") + "ING", .textAfterEnd("ING")),
    (block("Basic", "q", "Back: a") + "^abc", .textAfterEnd("^abc")),
    (block("Basic", "q", "Back: a") + " ^a b", .textAfterEnd("^a b")),
    ("START\nBasic\nq\nBack: a\n", .endMissing),
    (block("Basic", "q", "Back: a", "<!--ID: 1x-->"), .strayAnkiID),
    (block("Basic", "q", "<!-- ID: 1 -->", "Back: a"), .strayAnkiID),
  ])
  func whatCannotHaveAnIDIsLeftWithAReason(_ text: String, _ reason: BlockIDPlan.LeftBlock.Reason) {
    let plan = BlockIDPlanTests.plan(text)
    #expect(plan.insertions == [])
    #expect(plan.leftBlocks.map(\.reason) == [reason])
  }

  @Test func aBlockWithAnIDAndACardWithinALineStayWithoutAWord() {
    let plan = BlockIDPlanTests.plan(
      [
        block("Basic", "q", "Back: a") + " ^abc", block("Basic", "r", "Back: a", "<!--ID: 17-->"),
        "STARTI [Basic] q Back: a ENDI",
      ].joined(separator: "\n"))
    #expect(plan == BlockIDPlanTests.plan(""))
  }

  @Test func aBlockInAFenceGetsAnIDBecauseItsIDIsRead() {
    let plan = BlockIDPlanTests.plan("```anki\n" + block("Basic", "q", "Back: a") + "\n```\n")
    #expect(plan.insertions.map(\.line) == [6])
  }

  @Test func theSecondBlockWithAnIDIsReported() {
    let text = [
      block("Basic", "q", "Back: a") + " ^abc", block("Basic", "r", "Back: a") + " ^abc",
      block("Basic", "s", "Back: a", "<!--ID: 5-->"), block("Basic", "t", "Back: a", "<!--ID: 5-->"),
    ].joined(separator: "\n")
    let plan = BlockIDPlanTests.plan(text)
    #expect(plan.insertions == [])
    #expect(plan.leftBlocks.map(\.reason) == [.duplicateID("^abc"), .duplicateID("ID: 5")])
    #expect(plan.leftBlocks.map(\.line) == [6, 17])
  }

  // MARK: Which ids

  @Test func theSameSeedGivesTheSameIDsAndAnotherOneOthers() {
    let file = Array((block("Basic", "q", "Back: a") + "\n" + block("Basic", "r", "Back: a")).utf8)
    #expect(BlockIDPlanTests.plan(file, seed: 3) == BlockIDPlanTests.plan(file, seed: 3))
    #expect(BlockIDPlanTests.plan(file, seed: 3) != BlockIDPlanTests.plan(file, seed: 4))
  }

  /// The id that would be taken stands in the note already, after its card, so that nothing else changes.
  @Test(arguments: ["text ^ID", "[[#^ID]]", "^ID", "text ^UPPER"])
  func anIDOfAnythingElseInTheNoteIsNotTaken(_ other: String) throws {
    let text = block("Basic", "q", "Back: a") + "\n"
    let first = try #require(BlockIDPlanTests.plan(text).insertions.first)
    let named = other.replacing("ID", with: first.id).replacing("UPPER", with: first.id.uppercased())
    let second = try #require(BlockIDPlanTests.plan(text + named).insertions.first)
    #expect(second.id != first.id)
    #expect(second.offset == first.offset)
  }
}
