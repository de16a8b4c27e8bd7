import Markdown
import Testing

@Suite struct MarkdownParserTests {
  /// The inlines of the one paragraph that the text is.
  private func inlines(_ text: String, clozes: Bool = false) -> [MarkdownInline] {
    let blocks = MarkdownParser.parse(text, readingClozes: clozes).blocks
    guard blocks.count == 1, case .paragraph(let inlines) = blocks[0] else { return [] }
    return inlines
  }

  @Test func privateUseCharactersOfTheTextSurvive() {
    let text = "a\u{E000} \u{F0000}\u{F0001}\u{10FFFD} b"
    #expect(inlines(text) == [.text(text)])
    let link = MarkdownInline.noteLink(
      MarkdownNoteLink(form: .wiki, path: "x", fragment: nil, shown: "x"))
    #expect(inlines("\u{F0000}[[x]]\u{F0001}") == [.text("\u{F0000}"), link, .text("\u{F0001}")])
  }

  @Test func whatMD4CMustNotSeeIsRestoredWhereItMeansNothing() {
    #expect(
      inlines("[a](https://x.org/$b$)") == [.link(destination: "https://x.org/$b$", [.text("a")])])
    #expect(
      MarkdownParser.parse("    code $x$ [[y]]").blocks == [.code(language: "", text: "code $x$ [[y]]")])
    #expect(
      MarkdownParser.parse("<div>\n$x$\n</div>").blocks == [.html("<div>\n$x$\n</div>")])
  }

  @Test func emphasisWorksAroundPlaceholders() {
    #expect(inlines("**$x$**") == [.strong([.math(isDisplay: false, "x")])])
  }

  @Test func codeKeepsItsTabs() {
    #expect(
      MarkdownParser.parse("```make\nall:\n\tcc a.c\n```").blocks
        == [.code(language: "make", text: "all:\n\tcc a.c")])
  }

  @Test func commentsOnLinesOfTheirOwnLeaveNoBlankLine() {
    #expect(inlines("a\n<!--ID: 1700000000000-->\nb") == [.text("a"), .softBreak, .text("b")])
    guard case .list(_, let isTight, let items)? = MarkdownParser.parse("- a\n%%x%%\n- b").blocks.first
    else { return #expect(Bool(false)) }
    #expect(isTight && items.count == 2)
  }

  @Test func indentationIsNotTakenAway() {
    guard case .list(_, _, let items)? = MarkdownParser.parse("- a\n\t- b\n\t\t- c").blocks.first else {
      return #expect(Bool(false))
    }
    #expect(items.count == 1 && items[0].blocks.count == 2)
  }

  @Test func aBarInATableIsEscapedInFormulasToo() {
    guard case .table(_, _, let rows)? = MarkdownParser.parse("|a|b|\n|-|-|\n|$x \\| y$|c|").blocks.first
    else {
      return #expect(Bool(false))
    }
    #expect(rows == [[[.math(isDisplay: false, "x | y")], [.text("c")]]])
  }

  @Test func nulIsTheReplacementCharacter() {
    #expect(inlines("a\0b") == [.text("a\u{FFFD}b")])
  }

  @Test func clozesAreTextUnlessAskedFor() {
    #expect(inlines("{{c1::a}}") == [.text("{{c1::a}}")])
    #expect(inlines("{{c1::a::h}}", clozes: true) == [.cloze(number: 1, hint: "h", [.text("a")])])
  }

  @Test func gapsHoldMarkdownAndEachOther() {
    #expect(
      inlines("x {{c1::**a** {{c2::$b_{c}$}}}} y", clozes: true) == [
        .text("x "),
        .cloze(
          number: 1, hint: nil,
          [
            .strong([.text("a")]), .text(" "),
            .cloze(number: 2, hint: nil, [.math(isDisplay: false, "b_{c}")]),
          ]), .text(" y"),
      ])
    #expect(inlines("{{c1::}}", clozes: true) == [.cloze(number: 1, hint: nil, [])])
  }

  @Test func gapsInCodeAndFormulasStayInTheirText() {
    #expect(inlines("`f({{c1::x}})`", clozes: true) == [.code("f({{c1::x}})")])
    #expect(inlines("$a = {{c1::b}}$", clozes: true) == [.math(isDisplay: false, "a = {{c1::b}}")])
  }

  @Test func gapsThatCrossOtherSyntaxWin() {
    #expect(
      inlines("{{c1::$5}} to {{c2::$6}}", clozes: true) == [
        .cloze(number: 1, hint: nil, [.text("$5")]), .text(" to "),
        .cloze(number: 2, hint: nil, [.text("$6")]),
      ])
    #expect(
      inlines("{{c1::`a}} and {{c2::b`}}", clozes: true) == [
        .cloze(number: 1, hint: nil, [.text("`a")]), .text(" and "),
        .cloze(number: 2, hint: nil, [.text("b`")]),
      ])
  }

  @Test func gapsThatCrossEmphasisAreCut() {
    #expect(
      inlines("{{c1::**a}} b**", clozes: true) == [
        .cloze(number: 1, hint: nil, [.strong([.text("a")])]), .strong([.text(" b")]),
      ])
    #expect(
      inlines("**a {{c1::b** c}}", clozes: true) == [
        .strong([.text("a "), .cloze(number: 1, hint: nil, [.text("b")])]),
        .cloze(number: 1, hint: nil, [.text(" c")]),
      ])
  }

  @Test func gapsOverSeveralBlocksAreCut() {
    let gap = { (text: String) in MarkdownBlock.paragraph([.cloze(number: 1, hint: "h", [.text(text)])]) }
    #expect(MarkdownParser.parse("{{c1::a\n\nb::h}}", readingClozes: true).blocks == [gap("a"), gap("b")])
    #expect(
      MarkdownParser.parse("{{c1::\n```swift\nlet a\n```\n}}", readingClozes: true).blocks
        == [.code(language: "swift", text: "{{c1::let a}}")])
  }

  @Test func deepNestingKeepsItsText() {
    let quotes = MarkdownParser.parse(String(repeating: "> ", count: 5000) + "deep")
    #expect(PlainTextRenderer().text(of: quotes).hasSuffix("deep"))
    let marks = String(repeating: "*a **b ", count: 3000) + "deep" + String(repeating: "** a*", count: 3000)
    #expect(PlainTextRenderer().text(of: MarkdownParser.parse(marks)).contains("deep"))
  }

  @Test func aTableOfManyColumnsAndRowsIsRefused() {
    let text =
      String(repeating: "|a", count: 5000) + "|\n" + String(repeating: "|-", count: 5000) + "|\n"
      + String(repeating: "|b|\n", count: 5000)
    #expect(!MarkdownParser.parse(text).blocks.contains { if case .table = $0 { true } else { false } })
  }
}
