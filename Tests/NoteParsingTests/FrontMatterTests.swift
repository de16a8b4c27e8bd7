import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

struct FrontMatterTests {
  @Test(arguments: [
    ("aliases: [One, \"Two: b\"]", ["One", "Two: b"]),
    ("aliases:\n  - One\n  - 'Two'\n  -\n  - ~", ["One", "Two"]),
    ("aliases: One, Two", ["One", "Two"]),
    ("aliases: 2024", ["2024"]),
    ("aliases: [2024, true, 1.10]", ["2024", "true", "1.10"]),
    ("alias: One", ["One"]),
    ("Aliases: One", ["One"]),
    ("aliases:", []),
    ("aliases: null", []),
    ("aliases: [\"null\", \"\"]", ["null"]),
    ("aliases: {a: b}", []),
    ("aliases: [\"  e\u{301}\u{a0}x \"]", ["é x"]),
    ("x: 1", []),
    ("- aliases", []),
    ("", []),
  ])
  func aliases(_ yaml: String, _ expected: [String]) {
    let note = parse("---\n\(yaml)\n---\ntext")
    #expect(note.aliases == expected)
    #expect(note.codes == [])
  }

  @Test(arguments: [
    ("tags: [a, b/c]", ["a", "b/c"]),
    ("tags: a, b c", ["a", "b", "c"]),
    ("tags: \"#a\"", ["a"]),
    ("tags:\n  - two words\n  - '[[Note]]'\n  - A\n  - a", ["two-words", "Note", "A"]),
    ("tag: a", ["a"]),
  ])
  func tags(_ yaml: String, _ expected: [String]) {
    #expect(parse("---\n\(yaml)\n---\n").tags == expected)
  }

  @Test(arguments: [
    ("deck: A::B", "A::B"), ("anki-deck: ' A '", "A"), ("deck:", nil), ("deck: ~", nil), ("deck: 12", "12"),
  ])
  func deck(_ yaml: String, _ expected: String?) {
    #expect(parse("---\n\(yaml)\n---\n").frontMatterDeck == expected)
  }

  @Test(arguments: [
    "---\ntitle: ok\nx: [1, 2\n▷---\ntext",
    "---\naliases: fine\ntitle: a▷: b\n---\ntext",
    "---\na: 1\n▷\tb: 2\n---\n",
    "---\n▷a: 1\na: 2\n---\n",
    "---\na: ▷*nobody\n---\n",
    "---\na: 1\n▷--- b\nc: 2\n---\n",
  ])
  func badYAMLIsReportedWhereItIs(_ marked: String) {
    let input = MarkedText(marked)
    let note = parse(input.text)
    #expect(note.places(of: .frontMatterInvalid) == input.positions)
    #expect(note.codes == [.frontMatterInvalid])
    #expect(note.aliases == [])
  }

  @Test func badYAMLHidesNoCards() {
    let note = parse("---\nTARGET DECK\nA::B\nx: [\n---\n" + block("Basic", "q", "Back: a"))
    #expect(note.summaries == ["[Basic] Front: q | Back: a"])
    #expect(note.targetDeck == "A::B")
    #expect(note.codes == [.frontMatterInvalid])
  }

  @Test(arguments: ["\r\n", "\n"], ["", "\u{feff}"])
  func lineEndsAndByteOrderMark(_ lineEnd: String, _ mark: String) {
    let lines = ["---", "aliases: One", "tags:", "- a", "---", "# H", "", "[[x]]"]
    let note = parse(mark + lines.joined(separator: lineEnd))
    #expect(note.aliases == ["One"])
    #expect(note.tags == ["a"])
    #expect(note.links.map(\.place.line) == [8])
    #expect(note.codes == [])
  }

  @Test(arguments: [
    "---\naliases: One\n", "---\naliases: One\n----\n", " ---\naliases: One\n---\n",
    "text\n---\naliases: One\n---\n",
    "---x\naliases: One\n---\n",
  ])
  func notFrontMatter(_ text: String) {
    let note = parse(text + "\n" + block("Basic", "q", "Back: a"))
    #expect(note.aliases == [])
    #expect(note.summaries == ["[Basic] Front: q | Back: a"])
  }

  @Test func blanksAfterTheDashesAreFine() {
    #expect(parse("--- \naliases: One\n---\t\ntext").aliases == ["One"])
    #expect(parse("---\naliases: One\n---").aliases == ["One"])
  }

  @Test func frontMatterThatIsNotClosedIsReported() {
    #expect(parse("---\naliases: One\n").codes == [.frontMatterInvalid])
    #expect(parse("---\nA rule above text: no front matter.\n").codes == [])
    #expect(parse("---\n\nkey: value\n").codes == [])
  }

  /// Worker threads have half a megabyte of stack on some systems.
  @Test func theDeepestYAMLThatIsReadFitsASmallStack() {
    let steps = (0..<250).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    for yaml in ["a: " + String(repeating: "[", count: 64), String(repeating: "- ", count: 127) + "x", steps]
    {
      let done = DispatchSemaphore(value: 0)
      let thread = Thread {
        _ = parse("---\n\(yaml)\n---\n")
        done.signal()
      }
      thread.stackSize = 512 * 1024
      thread.start()
      done.wait()
    }
  }

  @Test func yamlThatWouldExhaustTheReaderIsTurnedAway() {
    let deep = String(repeating: "[", count: 5000)
    let dashes = String(repeating: "- ", count: 5000) + "x"
    let steps = (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    let bomb =
      "a0: &a0 [x, x]\n" + (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
      + "*a39 : x"
    for yaml in ["a: \(deep)", dashes, steps, bomb] {
      #expect(parse("---\naliases: One\n\(yaml)\n---\n").codes == [.frontMatterInvalid])
    }
  }
}
