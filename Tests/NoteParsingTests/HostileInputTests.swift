import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// Nothing a file can hold crashes the parser or takes it more than a moment.
struct HostileInputTests {
  /// Processor time of this thread, which other programs do not add to.
  private static func seconds(_ parser: NoteParser, toParse file: [UInt8]) -> Double {
    var (start, end) = (timespec(), timespec())
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
    _ = parser.parse(file)
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
  }

  /// Eight times the text may take about eight times as long; quadratic work would take up to 64 times as long.
  private func expectLinearTime(
    _ piece: String, before: String = "", after: String = "", parser: NoteParser = NoteParser(mode: .strict)
  ) {
    let seconds = [8_192, 65_536].map { size in
      let repeated = repeatElement(piece, count: size / piece.utf8.count).joined()
      let file = Array((before + repeated + after).utf8)
      return (0..<2).map { _ in HostileInputTests.seconds(parser, toParse: file) }.min()!
    }
    #expect(seconds[1] < 14 * seconds[0] + 0.002, "\(seconds)")
  }

  @Test(
    arguments: [
      "`", "$", "[[", "==", "<!--", "%%", "[a](", "[", "]", "![", "[^", "\\", "{{c1::", "}}", ">", "- ", "1.",
      "#",
      "~~~", "```", "\n", "\r", "a", "é", " ", "\t", "\u{0}", "\u{feff}", "[[a]]", "==a ", "$a ", "`a ``b ",
      "[a](b \"",
      "[a](<", "[a](b(", "<!-- `", "STARTI", "STARTI [a] ", "STARTI [Basic] q Back: a ENDI ", "ENDI", "[[a|",
      "[[a#",
      "$$a", "[ []", "%% [[a]] ", "ID: ", "ID: 1 ", "Tags: ", "FROZEN - ", "| [[a\\|b]] ", "==[[a]]== ",
      "a\n\n`",
    ])
  func oneLineTakesLinearTime(_ piece: String) {
    expectLinearTime(piece)
    expectLinearTime(piece, before: "START\nBasic\nq\n", after: "\nEND\n")
    expectLinearTime(piece, before: "```\n", after: "\n```\n")
    expectLinearTime(piece, before: "STARTI [Basic] ", after: " ENDI")
  }

  @Test(
    arguments: [
      "START\n", "END\n", "START\nEND\n", "START\nBasic\n", "START\nBasic\nq\nBack: a\nEND\n", "```\n",
      "> ```\n", "~~~\n",
      "> ```\nx\n", "TARGET DECK\n", "FILE TAGS:\n", "FROZEN - Basic:\n", "# h\n",
      "START\nx\n<!--ID: 5-->\n# h\n", "---\n",
      "- > ```\n",
      "```\nSTART\nBasic\n[[q]]\nBack: a\nEND\n```\n", "<!-- \n```\n-->\n```\n", "Back: x\n", "Tags: x\n",
      "%%\n",
      "START\nX\nq\nY: z\nEND\n", "START\nCloze\n{{c1::a}}\nEND\n", "FROZEN - Basic:\nx\n\n",
      "TARGET DECK:\n",
    ])
  func linesTakeLinearTime(_ piece: String) {
    expectLinearTime(piece)
    expectLinearTime(piece, before: "START\nBasic\nq\n", after: "END\n")
    expectLinearTime(piece, before: "```\n", after: "```\n")
    expectLinearTime(piece, before: "---\n", after: "---\n")
  }

  /// Each brace once had the rest of its paragraph looked through.
  @Test(arguments: ["{", "{{", "{a ", "}", "{a {b} ", "{{c1::", "==", "==a", "{a\n\n"])
  func gapsInBracesTakeLinearTime(_ piece: String) {
    let parser = NoteParser(clozes: CurlyClozes(includesHighlights: true))
    expectLinearTime(piece, before: "START\nCloze\n", after: "\nEND\n", parser: parser)
  }

  /// With every way of writing cards switched on.
  @Test(arguments: [
    "a::b\n", "a::", "::", ":::", "?\n", "a\n?\n", "a\nb::c\n", "==a==\n", "==a", "==1;;a== ", "**a** ",
    "a #flashcard\n", "a #flashcard\n\n", "a #card\n",
    "a #card\n\n", "#card\n", "# h\n", "# h #card\n", "#flashcards/a\n", "#flashcards/a ", "Q: a\n",
    "Q: a\n\n", "A: a\n", "Q: a\nA: b\n", "---\n", "a\n---\n", "|a|\n", "|a|\n|-|\n|b|\n",
    "> START\n", "> START\n> Basic\n", "- START\n", "- START\n  Basic\n", "> [!CARD] a\n", "> a\n",
    "```flashcard\n", "```flashcard\nfront: a\n```\n", "front: a\n", "{a}\n", "{1:a} ", "^1700000000001\n",
    "<!--ID: 5-->\n", "<!--SR:!2026-12-24,12,250-->\n", "<!--SR:", "<!-- \n", "<!-- a -->\n", "a ^b\n",
    "`a::b` ", "std::vector ", "x\n",
  ])
  func otherWaysTakeLinearTime(_ piece: String) {
    var styles = CardStyles()
    styles.rules = [
      .questionAnswer, .headingToEnd(level: 1), .headingParagraph(level: 1), .flashcard(tag: "#flashcard"),
      .doubleColon, .ruled,
      .table, .clozeParagraph(mark: "{"),
    ].map { StyleRule(style: $0, noteType: NoteType.stock[0]) }
    expectLinearTime(piece, parser: NoteParser(styles: styles))
    styles.rules = []
    styles.spacedRepetition.notes = .all
    styles.spacedRepetition.clozes = [.highlight, .bold, .curly]
    styles.flashcards.notes = .all
    let parser = NoteParser(styles: styles)
    expectLinearTime(piece, parser: parser)
    expectLinearTime(piece, before: "q\n?\n", parser: parser)
    expectLinearTime(piece, before: "```flashcard\n", after: "```\n", parser: parser)
    styles.spacedRepetition.endMarker = "+++"
    expectLinearTime(piece, before: "q\n?\n", parser: NoteParser(styles: styles))
  }

  @Test(arguments: ["`", "$", "[[", "==", "<!--", "%%", "[a]("])
  func aMegabyteOfOpeningMarks(_ piece: String) {
    let note = parse(String(repeating: piece, count: 1_000_000 / piece.utf8.count))
    #expect(note.links.isEmpty)
    #expect(note.blocks.isEmpty)
  }

  /// Runs of 1, 2, 3, … backticks: each has no closing run.
  @Test func backtickRunsOfEveryLength() {
    let runs = (1...400).map { String(repeating: "`", count: $0) }.joined(separator: " ")
    #expect(parse(runs + " [[a]]").links.map(\.target) == ["a"])
  }

  /// A comment that ends in a fence is none, however often it begins.
  @Test func commentsThatEndInAFence() {
    expectLinearTime("<!-- ", after: "\n```\n-->\n```\n")
    #expect(parse("<!-- <!-- [[a]]\n```\n-->\n```\n").links.map(\.target) == ["a"])
  }

  @Test func tenThousandStarts() {
    let note = parse(String(repeating: "START\nBasic\nq\nBack: a\n", count: 10_000))
    #expect(note.blocks.count == 10_000)
    #expect(note.codes == Array(repeating: .endMissing, count: 10_000))
  }

  @Test func manyCardsInFences() {
    let fenced = "```x\n" + block("Basic", "[[q]]", "Back: a", "<!--ID: 5-->") + "\n```\n"
    expectLinearTime(fenced)
    let note = parse(String(repeating: fenced, count: 100))
    #expect(note.blocks.count == 100)
    #expect(note.links.count == 100)
    #expect(note.codes.count { $0 == .cardInCode } == 100)
    #expect(note.codes.count { $0 == .duplicateID } == 99)
  }

  @Test(arguments: [
    "", "\n", "\r", "\r\n", "\u{feff}", "\u{feff}\u{feff}", "\u{0}", "-", "--", "---", "---\n", "---\n---",
    "---\n---\n",
    "START", "END", "START\n", "START\nEND", "START\n\nEND", "STARTI", "ENDI", "STARTIENDI", "STARTI []ENDI",
    "STARTI[Basic]ENDI", "[[", "]]", "[[]]", "![[", "[](", "[]()", "`", "$", "$$", "$$$", "$$$$", "==",
    "====", "<!--", "<!-->",
    "%%", "%", "!", "\\", "#", "# ", "TARGET DECK", "FILE TAGS", "TARGET DECK:", "Tags:", "ID:", "```", "~~~",
    "> ```",
    "START\nBasic", "START\nBasic\nEND", "START\nTags:\nEND", "START\nBasic\nTags: \nEND",
    "START\nCloze\n{{c\nEND",
    "START\nCloze\n{{c1\nEND", "START\nCloze\n{{c1::\nEND", "---\n?\n---\n", "---\n&a\n---\n",
    "---\n!!x\n---\n",
    "---\n%YAML 9\n---\n", "---\n...\n---\n", "---\n\u{0}\n---\n", "---\n\"\\x\"\n---\n", "---\n|\n---\n",
    "---\n*a\n---\n",
  ])
  func fragments(_ text: String) { _ = parse(text) }

  @Test(arguments: 0..<200)
  func randomBytes(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0...3000, using: &generator)
    _ = NoteParser().parse((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// Words of the grammar in random order, cut anywhere: also within a character.
  @Test(arguments: 0..<500)
  func randomWords(_ seed: Int) {
    let words = [
      "START", "END", "STARTI ", " ENDI", "[Basic]", "Basic", "Cloze", "\n", "\n", "\r\n", " ", "Back:",
      "Back: ", "Tags: ",
      "<!--ID: 5-->", "ID: 1234567890", "```", "~~~", "> ", "- ", "[[", "]]", "|", "#", "![[", "](", ")", "[",
      "$", "$$", "`",
      "``", "==", "%%", "<!--", "-->", "\\", "{{c1::", "}}", "::", "TARGET DECK", "FILE TAGS", ":", "---",
      "---\n", "a", "é",
      "🜁", "\u{301}", "\u{a0}", "\u{feff}", "\u{0}", "aliases:", "\"", "'", "&a", "*a", "{", "}", "?", "\t",
    ]
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = (0..<Int.random(in: 1...200, using: &generator))
      .map { _ in words.randomElement(using: &generator)! }.joined()
    let file = Array(text.utf8)
    let note = NoteParser().parse(file)
    #expect(note == NoteParser().parse(file))
    for link in note.links { #expect(link.block ?? 0 < max(1, note.blocks.count)) }
    for block in note.blocks { #expect(block.fields.map(\.name) == block.noteType.fields) }
    let lines = note.findings.map(\.place.line)
    #expect(lines == lines.sorted())
    _ = NoteParser().parse(Array(file.prefix(Int.random(in: 0...file.count, using: &generator))))
    _ = NoteParser().parse(Array("---\n".utf8) + file + Array("\n---\n".utf8))
  }
}
