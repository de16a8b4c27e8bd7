import LinnetCLI
import Markdown
import Terminal
import Testing

struct TerminalMarkdownInlineTests {
  private func line(_ inlines: MarkdownInline..., as rendering: Rendering, glyphs: Glyphs = .unicode)
    -> String
  {
    rendered(.paragraph(inlines), width: 88, as: rendering, glyphs: glyphs, unresolved: ["ghost", "no.png"])
  }

  @Test func `each meaning has its style`() {
    #expect(
      line(
        .text("a "), .strong([.text("b "), .emphasis([.text("c")])]), .text(" "), .code("d"), .text(" "),
        .strikethrough([.text("e")]), .text(" "), .highlight([.text("f")]), .footnoteReference("1"), as: .tags
      )
        == "a <strong>b <emphasis>c</emphasis></strong> <code>d</code> <strikethrough>e</strikethrough> "
        + "<highlight>f</highlight><faint>[^1]</faint>")
  }

  @Test func `links are told apart with and without colour`() {
    let links: [MarkdownInline] = [.wiki("AWS ECS", shown: "ECS"), .text(" "), .wiki("ghost")]
    func shown(_ rendering: Rendering) -> String {
      rendered(.paragraph(links), as: rendering, unresolved: ["ghost"])
    }
    #expect(shown(.tags) == "<link>ECS</link> <unresolvedLink>ghost</unresolvedLink>")
    #expect(shown(.plain) == "[ECS] [ghost?]")
    #expect(shown(.ansi) == "\u{1B}[36;4mECS\u{1B}[0m \u{1B}[33;4mghost?\u{1B}[0m")
  }

  @Test func `brackets wrap with their link`() {
    #expect(
      rendered(.paragraph([.text("to the "), .wiki("AWS target group"), .text(".")]), width: 16) == """
        to the [AWS
        target group].
        """)
  }

  @Test func `links out of the notes and embeds`() {
    #expect(line(.link(destination: "https://a.b", [.text("site")]), as: .tags) == "<link>site</link>")
    #expect(line(.link(destination: "https://a.b", []), as: .plain) == "[https://a.b]")
    #expect(line(.image(source: "https://a.b/c.png", alternative: ""), as: .plain) == "[image: c.png]")
    #expect(line(.image(source: "x.png", alternative: "a map"), as: .tags) == "<link>[image: a map]</link>")
    #expect(line(.embed("media/plan.png"), as: .plain) == "[image: plan.png]")
    #expect(line(.embed("no.png"), as: .plain) == "[image: no.png?]")
    #expect(line(.embed("song.mp3"), as: .plain) == "[audio: song.mp3]")
    #expect(line(.embed("AWS v1.2 notes"), as: .plain) == "[AWS v1.2 notes]")
  }

  @Test func `gaps have one length, answers are marked`() {
    #expect(
      line(.gap(hint: nil), .text(" "), .gap(hint: "city"), as: .tags) == "<gap>[...]</gap> <gap>[city]</gap>"
    )
    let answer = MarkdownInline.cloze(number: 1, hint: "city", [.text("Quito")])
    #expect(line(answer, as: .tags) == "<answer>Quito</answer>")
    #expect(line(answer, as: .plain) == "{Quito}")
  }

  @Test func `line ends of every kind are line ends`() {
    #expect(
      line(
        .text("a"), .softBreak, .text("b"), .lineBreak, .text("c"), .html("<br />"), .text("d"), as: .plain)
        == "a\nb\nc\nd")
    #expect(line(.text("a"), .html("<!--ID: 1-->"), .html("<kbd>"), as: .plain) == "a<kbd>")
  }

  @Test func `display math stands alone`() {
    #expect(
      line(
        .text("so "), .math(isDisplay: true, "x^2"), .text("then "), .math(isDisplay: false, "\\alpha"),
        as: .tags)
        == "so\n<math>$$x²$$</math>\nthen <math>$α$</math>")
    #expect(line(.math(isDisplay: false, "\\alpha"), as: .plain, glyphs: .ascii) == "$\\alpha$")
  }

  @Test func `what a note says never reaches the terminal as a command`() {
    let hostile = "\u{1B}]0;x\u{7}\u{202E}"
    let text = rendered(
      .heading(level: 1, [.text(hostile)]), .code(language: hostile, text: hostile), .html(hostile),
      .callout(kind: hostile, title: [.code(hostile)], []),
      .table(
        alignments: [.natural], header: [[.wiki(hostile)]], rows: [[[.math(isDisplay: false, hostile)]]]),
      .paragraph([
        .gap(hint: hostile), .embed(hostile + ".png"), .footnoteReference(hostile), .html(hostile),
        .image(source: hostile, alternative: hostile), .link(destination: hostile, []),
      ]))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x202E })
  }
}
