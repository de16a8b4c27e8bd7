import StudyCore
import Testing

@testable import NoteParsing

struct HeadingAndReferenceTests {
  @Test(arguments: [
    ("# A\n## B\n", ["A", "B"]),
    ("# A\n## B\n# C\n", ["C"]),
    ("### A\n## B\n", ["B"]),
    ("## A ##\n", ["A"]),
    ("# C#\n", ["C#"]),
    ("#tag\n####### seven\n", []),
    ("```\n# code\n```\n", []),
    ("---\n# comment: x\n---\n", []),
    ("# A [[b]] `c`\n", ["A [[b]] `c`"]),
    ("# A\r\n## B\r\n", ["A", "B"]),
    ("# A\nSTART\nBasic\nx\nBack: y\n<!--ID: 5-->\n\n## B\n", ["A", "B"]),
  ])
  func headingsAboveACard(_ text: String, _ expected: [String]) {
    #expect(parse(text + block("Basic", "q", "Back: a")).blocks.last?.headings == expected)
    #expect(parse(text + "STARTI [Basic] q Back: a ENDI").blocks.last?.headings == expected)
  }

  @Test func headingsWithinACardAreItsText() {
    let note = parse("# A\n" + block("Basic", "q", "Back:", "# B") + "\n" + block("Basic", "r", "Back: a"))
    #expect(note.blocks.map(\.headings) == [["A"], ["A"]])
  }

  @Test(arguments: [
    (" ^abc-1", "abc-1"), ("  ^ab  ", "ab"), ("\t^A", "A"), ("^abc", nil), (" ^", nil), (" ^a b", nil),
    (" ^ä", nil), (" text", nil), ("", nil), ("  ", nil),
  ])
  func blockReferenceAfterEnd(_ rest: String, _ expected: String?) {
    let note = parse(block("Basic", "q", "Back: a") + rest + "\n")
    #expect(note.blocks.map(\.blockReference) == [expected])
    let isNoise = expected == nil && rest.contains { $0 != " " }
    #expect(note.codes == (isNoise ? [.textAfterEnd] : []))
  }
}
