import Markdown
import StudyCore
import Testing

@testable import NoteParsing

/// A note, and the sentences in it that are cards.
struct LinkQuestionVector: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var input: String
  var sentences: [String]

  init(_ name: String, _ input: String, _ sentences: String...) {
    (testDescription, self.input, self.sentences) = (name, input, sentences)
  }
}

struct LinkQuestionTests {
  private func parse(_ text: String, name: String = "Own", mode: ReadingMode = .tolerant) -> ParsedNote {
    var styles = CardStyles()
    styles.asksLinks = true
    return NoteParser(styles: styles, mode: mode).parse(Array(text.utf8), name: name)
  }

  private func sentences(_ note: ParsedNote) -> [String] {
    note.blocks.filter { $0.syntax == .linkQuestion }.map { $0.fields[0].text }
  }

  @Test(arguments: [
    LinkQuestionVector(
      "a paragraph of two sentences",
      "A [[Listener]] passes requests on. Each [[Target]] then answers one of them.\n",
      "A {{c1::[[Listener]]}} passes requests on.", "Each {{c1::[[Target]]}} then answers one of them."),
    LinkQuestionVector(
      "over several lines", "The [[Listener]] passes\nevery request\non to it.\n",
      "The {{c1::[[Listener]]}} passes every request on to it."),
    LinkQuestionVector(
      "links to one concept are hidden together",
      "The [[Target|targets]] of [[groups/Target.md#Types|a kind]] and those of [[Listener]] differ.\n",
      "The {{c1::[[Target|targets]]}} of {{c1::[[groups/Target.md#Types|a kind]]}} and those of {{c2::[[Listener]]}} differ."
    ),
    LinkQuestionVector(
      "list items",
      "- an item that holds [[A]] too\n  and goes on\n* [ ] a task about the [[B]] here\n1. the third of [[C]] is this\n",
      "an item that holds {{c1::[[A]]}} too and goes on", "a task about the {{c1::[[B]]}} here",
      "the third of {{c1::[[C]]}} is this"),
    LinkQuestionVector(
      "quotes and callouts",
      "> [!note] A title with [[A]] in it\n> A quoted line that names [[B]] as\n> the last one\n",
      "A quoted line that names {{c1::[[B]]}} as the last one"),
    LinkQuestionVector(
      "headings, tables, code, formulas and comments",
      """
      # A heading with [[A]] that has words
      A heading with [[A]] and a line
      ---

      | a table | with [[A]] in a row |
      | --- | --- |
      | of words | and [[B]] as well |

      A table with [[A]] | and more words
      --- | ---
      that go on | with [[B]] here too

          code that names [[A]] with an indent

      ```
      code that names [[A]] in a fence
      ```

      A `code span of [[A]]` and $some [[B]] math$ without any link.
      %% A remark about [[A]] and some words. %%
      <!-- A remark about [[A]] and some words. -->
      <div>HTML about [[A]] and some words</div>
      [^1]: a footnote about [[A]] and some words
      """),
    LinkQuestionVector("embeds", "Here is ![[A]] and ![[b.png]] in some words.\n"),
    LinkQuestionVector(
      "the note itself, files, addresses and templates",
      "About [[Own]], [[#Part]], [[own#Part|a part]], [[paper.pdf]], [[https://x.de]], [[<% x %>]] and [[Node.js]] are words.\n",
      "About [[Own]], [[#Part]], [[own#Part|a part]], [[paper.pdf]], [[https://x.de]], [[<% x %>]] and {{c1::[[Node.js]]}} are words."
    ),
    LinkQuestionVector(
      "too few words of its own",
      "[[A]]\n\nSee also [[A long name of many words]] and [[B]].\n\nup:: [[A]], [[B]], [[C]], [[D]], [[E]]\n"
    ),
    LinkQuestionVector(
      "too long to be read", "The [[A]] of \(String(repeating: "very many words ", count: 70)) is here.\n"),
    LinkQuestionVector(
      "other cards",
      "START\nBasic\nWhat does the [[A]] have to do?\nBack: nothing\nEND\n\nAbout [[B]] there are STARTI [Basic] q Back: a ENDI some words.\n\nSTART\nEND\n\nSTART\nBasic\nThe one about [[C]] was deleted here\nBack: a\nDELETE\n<!--ID: 1700000000001-->\nEND\n"
    ),
    LinkQuestionVector(
      "a block id is no word of a sentence", "This is all about the [[A]]. ^abc\n",
      "This is all about the {{c1::[[A]]}}."),
    LinkQuestionVector(
      "braces of the note's own",
      "The set {{c1::of [[A]]}} has five words.\n\nIn [[a::b]] there are five words.\n"),
    LinkQuestionVector(
      "hard line breaks and labels",
      "Name: [[A]] of the north\\\nmore about [[B]] of the south  \nand [[C]]\n\nType: [[A]]\nHeight: as tall as [[B]] is wide\n",
      "Name: {{c1::[[A]]}} of the north", "more about {{c1::[[B]]}} of the south",
      "Height: as tall as {{c1::[[B]]}} is wide"),
    LinkQuestionVector(
      "a script without blanks", "語彙と[[A]]の関係。次の文は[[B]]についてだ。短い[[C]]。\n", "語彙と{{c1::[[A]]}}の関係。",
      "次の文は{{c1::[[B]]}}についてだ。"),
  ])
  func reads(_ vector: LinkQuestionVector) {
    let note = parse(vector.input)
    #expect(sentences(note) == vector.sentences)
    #expect(note.codes.filter { $0 != .deletedCard && $0 != .emptyBlock } == [])
  }

  @Test(arguments: [
    ("Tell it e.g. by Dr. Who. Or not.", ["Tell it e.g. by Dr. Who.", "Or not."]),
    (
      "It is 3.5 m (ca. 4 yd.) wide! Is it? Yes … it is.",
      ["It is 3.5 m (ca. 4 yd.) wide!", "Is it?", "Yes … it is."]
    ),
    (
      "\"So it is.\" (He said so.) \"What?\" she asked.",
      ["\"So it is.\"", "(He said so.)", "\"What?\" she asked."]
    ),
    ("By J. Smith on 3. Oktober. Then more.", ["By J. Smith on 3. Oktober.", "Then more."]),
    ("In the U.S. Army. Ärger kommt. über allem.", ["In the U.S. Army.", "Ärger kommt. über allem."]),
    ("**One. Two.** Three ==a. B== more. D", ["**One. Two.**", "Three ==a. B== more.", "D"]),
    ("5 * 3 is. It is 2 * 4.", ["5 * 3 is.", "It is 2 * 4."]),
    ("`a. B` is. [[D. E]] is. $x. Y$ is.", ["`a. B` is.", "[[D. E]] is.", "$x. Y$ is."]),
    ("A claim.[^1] Another one.", ["A claim.[^1]", "Another one."]),
    ("no end. [[small]] one", ["no end.", "[[small]] one"]),
    ("Wait... what? no! Yes", ["Wait... what? no!", "Yes"]),
    ("「一。」二！三？", ["「一。」", "二！", "三？"]),
    ("one\ntwo.\nThree", ["one|two.", "Three"]),
  ])
  func `sentences end where a reader would end them`(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let sentences = bytes.withUnsafeBufferPointer { bytes in
      let styled = StyleText(
        bytes, in: 0..<bytes.count, spans: SyntaxScanner.scan(bytes, in: 0..<bytes.count))
      return SentenceSplitter(text: styled).sentences(of: styled.lines.map(\.content)).map { sentence in
        sentence.map(bytes.text).joined(separator: "|")
      }
    }
    #expect(sentences == expected)
  }

  @Test func `a card says where its sentence stands, and under which headings`() {
    let note = parse("# One\n\nWords first. The [[A]] of\nthese words is here.\n")
    let block = note.blocks[0]
    #expect((block.lines, block.column, block.headings) == (3...4, 14, ["One"]))
    #expect(block.cards == [CardKind(direction: .cloze, ordinal: 1)])
  }

  @Test func `links belong to the cards of their sentences, and count as before`() {
    let note = parse("The [[A]] of these words. See [[B]].\n")
    #expect(note.links.map(\.block) == [0, nil])
    #expect(note.links.map(\.countsForGraph) == [true, true])
  }

  @Test func `the same sentence in other lines is the same card`() {
    let text = "The [[A]] of these words is here, and [[B]] as well."
    let wrapped = text.replacing(" is", with: "\n  is").replacing("[[B]]", with: "[[B]]\n")
    #expect(parse(text).blocks.map(\.fingerprint) == parse("- " + wrapped).blocks.map(\.fingerprint))
  }

  @Test func `strict reading makes none`() {
    #expect(parse("The [[A]] of these words is here.\n", mode: .strict).blocks.isEmpty)
  }

  @Test func `the text of a note is not set apart`() {
    var styles = CardStyles()
    styles.asksLinks = true
    let text = "The [[A]] of these words is here.\n"
    #expect(NoteParser(styles: styles).readableText(of: Array(text.utf8)) == text)
  }

  /// Without memory a hundred thousand brackets would take minutes.
  @Test func `a long note takes time in proportion to its length`() {
    let line = "The [[A]] of `these`. words **is [[B]] here e.g. [[C]].\n"
    let note = parse(String(repeating: line, count: 5_000) + String(repeating: "\n" + line, count: 500))
    #expect(note.blocks.count >= 500)
  }
}
