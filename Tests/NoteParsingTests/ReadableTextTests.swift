import TestSupport
import Testing

@testable import NoteParsing

struct ReadableTextTests {
  private func read(_ text: String) -> String { NoteParser().readableText(of: Array(text.utf8)) }

  @Test(arguments: [
    ("", ""), ("# A title\n\ntext\n", "# A title\n\ntext\n"),
    ("---\naliases: [a]\n---\ntext", "text"),
    ("a\n---\nb: c\n---\n", "a\n---\nb: c\n---\n"),
    ("write STARTI and ENDI around it", "write STARTI and ENDI around it"),
    ("\u{feff}a\r\nb\r\n", "a\nb\n"),
  ])
  func `text stays as it is, front matter does not`(_ note: String, _ readable: String) {
    #expect(read(note) == readable)
  }

  @Test func `a card is a quote of its fields`() {
    let note = """
      before
      START
      Basic
      What is **it**?
      Back:\u{20}
      - one

      - two
      Tags: infra
      <!--ID: 1726754495845-->
      END ^reference
      after
      """
    #expect(
      read(note) == """
        before

        > What is **it**?
        >\u{20}
        > - one
        >\u{20}
        > - two

        after
        """)
  }

  @Test func `cards between two rules are read too`() {
    #expect(read("---\n" + block("Basic", "q", "Back: r") + "\n---\n") == "---\n\n> q\n> \n> r\n\n---\n")
  }

  @Test func `an empty field leaves no gap`() {
    #expect(read(block("Basic", "q", "Back: ")) == "\n> q\n")
  }

  @Test func `the gaps of a cloze card are shown, those of other text stay`() {
    #expect(
      read(block("Cloze", "{{c1::NLB}} on {{c2::layer 4::which?}}") + "\n{{c1::x}}")
        == "\n> NLB on layer 4\n\n{{c1::x}}")
    #expect(read(block("Basic", "{{c1::x}}", "Back: y")) == "\n> {{c1::x}}\n> \n> y\n")
  }

  @Test func `an inline card stays in its line`() {
    #expect(
      read("- a STARTI [Basic] q Back: r Tags: x <!--ID: 17--> ENDI b\n- c") == "- a q – r b\n- c")
  }

  @Test func `a card in code stays code`() {
    #expect(read("```anki\nSTART\nBasic\nq\nBack: r\nEND\n```\n") == "```anki\nq\n\nr\n```\n")
  }

  @Test func `of a card without END the text after its ID stays`() {
    #expect(
      read("START\nBasic\nq\nBack: r\n<!--ID: 1726754495845-->\n\nafter") == "\n> q\n> \n> r\n\n\nafter")
  }

  @Test func `broken text is repaired`() {
    #expect(NoteParser().readableText(of: [0x61, 0xff, 0x00, 0x62]) == "a\u{fffd}\u{fffd}b")
  }

  /// Whatever a note holds: all fields are in what a reader sees, in order.
  @Test(arguments: 1...6) func `no field is lost`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let lines = [
      "START", "END", "Basic", "Cloze", "Back: b", "text", "", "```", "STARTI [Basic] q Back: a ENDI", "# H",
      "Tags: x", "ID: 1726754495845", "> quote", "---", "- item", "<!--", "-->", "{{c1::gap}}",
    ]
    for _ in 0..<100 {
      let note = (0..<random.index(below: 24)).map { _ in random.element(of: lines) }.joined(separator: "\n")
      var rest = read(note).replacing("> ", with: "")[...]
      for block in parse(note).blocks {
        for field in block.fields {
          var text = field.text.replacing("> ", with: "")
          if block.noteType.behavior == .cloze { text = text.replacing("{{c1::gap}}", with: "gap") }
          guard !text.isEmpty else { continue }
          guard let found = rest.firstRange(of: text) else {
            Issue.record("\(field.text) of \(note)")
            continue
          }
          rest = rest[found.upperBound...]
        }
      }
    }
  }
}
