import StudyCore
import Testing

@testable import NoteParsing

/// A note in one of the styles that Obsidian_to_Anki's documentation gives a pattern for.
struct StyleVector: Sendable, CustomTestStringConvertible {
  var name: String
  var style: StyleRule.Style
  var input: String
  /// As ``ParsedBlock/summary`` writes them.
  var cards: [String]
  var codes: [FindingCode]

  init(
    _ name: String, _ style: StyleRule.Style, _ input: String, _ cards: [String], _ codes: [FindingCode] = []
  ) {
    (self.name, self.style, self.input, self.cards, self.codes) = (name, style, input, cards, codes)
  }

  var testDescription: String { name }

  var note: ParsedNote {
    var styles = CardStyles()
    let type = NoteType.stock[style.syntax == .clozeParagraph ? 4 : 0]
    styles.rules = [StyleRule(style: style, noteType: type)]
    let parser = NoteParser(clozes: CurlyClozes(includesHighlights: true), styles: styles)
    return parser.parse(Array(input.utf8))
  }
}

struct StyleTests {
  @Test(arguments: [
    StyleVector(
      "question and answer", .questionAnswer, "Q: What is it?\nA: This.\nAnd that.\n\nText.",
      ["[Basic] Front: What is it? | Back: This.\nAnd that."]),
    StyleVector(
      "question of several lines, answer after blank ones", .questionAnswer, "Q: one\ntwo\n\n\nA: three\n",
      ["[Basic] Front: one\ntwo | Back: three"]),
    StyleVector(
      "neighbours without a blank line", .questionAnswer, "Q: a\nA: b\nQ: c\nA: d",
      ["[Basic] Front: a | Back: b", "[Basic] Front: c | Back: d"]),
    StyleVector(
      "an id after the answer", .questionAnswer, "Q: a\nA: b\n<!--ID: 1700000000001-->\nQ: c\nA: d\n",
      ["[Basic] Front: a | Back: b id 1700000000001", "[Basic] Front: c | Back: d"]),
    StyleVector("a question without an answer", .questionAnswer, "Q: a\n\ntext\n\nA: b\n", []),
    StyleVector("in code", .questionAnswer, "```\nQ: a\nA: b\n```\n", []),
    StyleVector(
      "heading and paragraph", .headingParagraph(level: 1),
      "# One\ntext\nmore\n\nnot this\n## Two\n\ntext two\n",
      ["[Basic] Front: One | Back: text\nmore", "[Basic] Front: Two | Back: text two"]),
    StyleVector(
      "the deepest heading asks", .headingParagraph(level: 1), "# One\n## Two\ntext\n",
      ["[Basic] Front: Two | Back: text"]),
    StyleVector(
      "headings of a level", .headingParagraph(level: 2), "# One\ntext\n\n## Two\ntext two\n",
      ["[Basic] Front: Two | Back: text two"]),
    StyleVector(
      "heading to END", .headingToEnd(level: 2), "# Top\n## One\nfirst\n\nsecond\nEND\ntext\n## Two\n",
      ["[Basic] Front: One | Back: first\n\nsecond"]),
    StyleVector(
      "a paragraph with a tag", .flashcard(tag: "#fc"), "one\ntwo #fc\nthree\nfour\n\nfive #fc\n\n\nsix\n",
      ["[Basic] Front: one\ntwo | Back: three\nfour", "[Basic] Front: five | Back: six"]),
    // Once the question reached beyond the tag.
    StyleVector("a heading that is nothing but the tag", .flashcard(tag: "#fc"), "# #fc\nb\n", []),
    StyleVector("a tag within a line", .flashcard(tag: "#fc"), "one #fc two\nthree\n", []),
    StyleVector(
      "a tagged line in code", .flashcard(tag: "#fc"), "```\none #fc\ntwo\n```\n", []),
    StyleVector(
      "two colons", .doubleColon, "- text\none::two\nthree::::four\n::five\nsix::\n`a::b` [[c::d]]\n",
      ["[Basic] Front: one | Back: two"]),
    StyleVector(
      "ruled", .ruled, "one\ntwo\n---\nthree\nfour\n\nfive\n\n---\nsix\n",
      ["[Basic] Front: one\ntwo | Back: three\nfour"]),
    StyleVector(
      "a table", .table, "| one |\n| --- |\n| two |\n\n| a | b |\n| - | - |\n| c | d |\n",
      ["[Basic] Front: one | Back: two"]),
    StyleVector(
      "a paragraph with gaps", .clozeParagraph(mark: "{"),
      "The {Andes} are\nin {2:Peru}.\n\nNo gap.\n`{code}`\n",
      ["[Cloze] Text: The {{c1::Andes}} are\nin {{c2::Peru}}."]),
    StyleVector(
      "a pattern of one's own", .pattern(#"^F: (.+)\nB: (.+)$"#), "F: one\nB: two\n\nF: three\n",
      ["[Basic] Front: one | Back: two"]),
    StyleVector(
      "a pattern with a brace that repeats nothing", .pattern(#"^(.+) {= (.+)"#), "one {= two\n",
      ["[Basic] Front: one | Back: two"]),
    StyleVector("a pattern that is none", .pattern("(("), "one\n", []),
  ])
  func reads(_ vector: StyleVector) {
    let note = vector.note
    #expect(note.summaries == vector.cards)
    #expect(note.codes == vector.codes)
    #expect(note.blocks.allSatisfy { $0.syntax == vector.style.syntax })
  }

  @Test func `START and END count before any style`() {
    let vector = StyleVector(
      "", .headingParagraph(level: 1), "# One\n" + block("Basic", "q", "Back: a") + "\n", [])
    #expect(vector.note.summaries == ["[Basic] Front: q | Back: a"])
  }

  @Test func `a heading that asks is not among the headings above its card`() {
    let vector = StyleVector("", .headingParagraph(level: 2), "# Top\n## One\ntext\n", [])
    #expect(vector.note.blocks.map(\.headings) == [["Top"]])
  }

  @Test func `a pattern that takes too long is given up and named`() {
    let vector = StyleVector(
      "", .pattern(#"^((a+)+)$"#), String(repeating: "a", count: 64) + "b\n", [])
    #expect(vector.note.codes == [.patternGivenUp])
  }

  @Test(arguments: [
    (#"^Q: ((?:.+\n)*)\n*A: (.+(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"#, StyleRule.Style.questionAnswer),
    (#"^#+(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)"#, .headingParagraph(level: 1)),
    (#"^#{3,}(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)"#, .headingParagraph(level: 3)),
    (
      #"((?:[^\n][\n]?)+) #flashcard ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"#,
      .flashcard(tag: "#flashcard")
    ),
    (#"((?:[^\n][\n]?)+) #! ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"#, .flashcard(tag: "#!")),
    (#"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)"#, .doubleColon),
    (#"((?:[^\n][\n]?)+\n)-{3,}((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"#, .ruled),
    (#"\|([^\n|]+)\|\n\|(?:[^\n|]+)\|\n\|([^\n|]+)\|\n?"#, .table),
    (#"((?:.+\n)*(?:.*{.*)(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"#, .clozeParagraph(mark: "{")),
    (#"((?:.+\n)*(?:.*==.*)(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"#, .clozeParagraph(mark: "==")),
    (#"^##\s(.*)\n([\s\S]*?)\nEND"#, .pattern(#"^##\s(.*)\n([\s\S]*?)\nEND"#)),
    (#"^#+\s(.+)\n([\s\S]*?)\nEND"#, .headingToEnd(level: 1)),
  ])
  func `a published pattern is its style`(pattern: String, style: StyleRule.Style) {
    #expect(PublishedPattern.style(of: pattern) == style)
  }
}
