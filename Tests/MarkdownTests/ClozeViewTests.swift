import Markdown
import Testing

@Suite struct ClozeViewTests {
  private func lines(_ document: MarkdownDocument) -> [String] { PlainTextRenderer().lines(of: document) }

  private func parse(_ text: String) -> MarkdownDocument { MarkdownParser.parse(text, readingClozes: true) }

  @Test func aQuestionHidesTheAskedGapOnly() {
    let document = parse("The {{c1::Andes}} run {{c2::**south**::where}} and {{c1::north}}")
    #expect(lines(ClozeView.question(of: document, asking: 1)) == ["The [...] run south and [...]"])
    #expect(lines(ClozeView.question(of: document, asking: 2)) == ["The Andes run [where] and north"])
    #expect(lines(ClozeView.text(of: document)) == ["The Andes run south and north"])
  }

  @Test func anAnswerShowsWhatWasAskedAsSuch() {
    #expect(
      dump(ClozeView.answer(of: parse("a {{c1::b}} {{c2::c}}"), asking: 1)) == """
        paragraph
          text "a "
          cloze 1
            text "b"
          text " c"

        """)
  }

  @Test func anOuterGapHidesTheInnerOne() {
    let document = parse("{{c1::a {{c2::b}} c}}")
    #expect(lines(ClozeView.question(of: document, asking: 1)) == ["[...]"])
    #expect(lines(ClozeView.question(of: document, asking: 2)) == ["a [...] c"])
  }

  @Test func gapsInCodeFormulasAndTablesAreHidden() {
    let document = parse(
      "```\nlet {{c1::x}} = 1\n```\n$a = {{c1::b::what}}$ `{{c1::c}}` [[n|{{c1::d}}]]\n\n| {{c1::e}} | f |\n|-|-|\n"
    )
    #expect(
      lines(ClozeView.question(of: document, asking: 1))
        == ["let [...] = 1", "$a = [what]$ [...] [...]", "[...] | f"])
    #expect(lines(ClozeView.answer(of: document, asking: 1)) == ["let x = 1", "$a = b$ c d", "e | f"])
  }
}

@Suite struct PlainTextRendererTests {
  @Test func everyBlockHasItsLines() {
    let text = """
      ## Head *x*
      a\u{20}\u{20}
      [[N|b]] ![[p.png]] $y$[^2]

      - one
      \t- two
        more
      - [x] three

      3. four

      > quote
      > - in it

      > [!note] Title
      > body

      ```
      code
        more
      ```
      ---
      | a | b |
      |---|---|
      | c | `d` |
      """
    #expect(
      PlainTextRenderer().lines(of: MarkdownParser.parse(text)) == [
        "Head x", "a", "b p.png $y$[2]", "- one", "  - two", "    more", "- [x] three", "3. four", "> quote",
        "> - in it", "> Title", "> body", "code", "  more", "---", "a | b", "c | d",
      ])
  }
}
