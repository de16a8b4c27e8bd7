import LinnetCLI
import Markdown
import Terminal
import Testing

struct TerminalMarkdownBlockTests {
  @Test func `paragraphs wrap and stand apart`() {
    #expect(
      rendered(.text("one two three four"), .text("five"), width: 14) == """
        one two three
        four

        five
        """)
  }

  @Test func `no column is wider than 88`() {
    let words = String(repeating: "word ", count: 60)
    let widest = rendered(.text(words), width: 200).split(separator: "\n").map(\.count).max()
    #expect(widest == 84)
  }

  @Test func `a heading keeps its level`() {
    #expect(
      rendered(.heading(level: 2, [.text("On "), .code("if")]), as: .tags)
        == "<heading>## On <code>if</code></heading>")
  }

  @Test func `nested lists change bullets and hang`() {
    let list = MarkdownBlock.list(
      start: nil, isTight: true,
      items: [
        MarkdownListItem(
          "a cluster with many words",
          .list(
            start: nil, isTight: true,
            items: [MarkdownListItem("first", .list(start: nil, isTight: true, items: [.init("deep")]))])),
        MarkdownListItem("last"),
      ])
    #expect(
      rendered(list, width: 18) == """
        • a cluster with
          many words
          ◦ first
            ‣ deep
        • last
        """)
    #expect(
      rendered(list, width: 40, glyphs: .ascii) == """
        * a cluster with many words
          - first
            + deep
        * last
        """)
  }

  @Test func `ordered lists keep their numbers, loose lists their air`() {
    let items = ["one", "two"].map { MarkdownListItem($0, .text("more")) }
    #expect(
      rendered(.list(start: 9, isTight: false, items: items)) == """
         9. one

            more

        10. two

            more
        """)
  }

  @Test func `tasks show their boxes, empty items their bullet`() {
    let items: [MarkdownListItem] = [
      .init("done", isTicked: true), .init("open", isTicked: false), MarkdownListItem(blocks: []),
    ]
    #expect(
      rendered(.list(start: nil, isTight: true, items: items)) == """
        • [x] done
        • [ ] open
        •\u{20}
        """)
  }

  @Test func `quotes and callouts have a bar`() {
    #expect(
      rendered(
        .quote([.text("said a wise bird"), .quote([.text("twice")])]),
        .callout(kind: "note", title: [], [.text("body")]),
        .callout(kind: "warning", title: [.text("Mind the gap")], []),
        width: 16, as: .tags) == """
          <quote>│ </quote>said a wise
          <quote>│ </quote>bird
          <quote>│ </quote>
          <quote>│ │ </quote>twice

          <quote>│ </quote><heading>Note</heading>
          <quote>│ </quote>body

          <quote>│ </quote><heading>Warning: Mind</heading>
          <quote>│ </quote><heading>the gap</heading>
          """)
  }

  @Test func `code is cut at the edge, with a mark`() {
    #expect(
      rendered(.code(language: "sh", text: "\tlong  command --flag\n\nx\ty\n"), width: 16, as: .tags) == """
          <code>    long  comm</code>
        <faint>↳ </faint><code>and --flag</code>
        \u{20}\u{20}
          <code>x   y</code>
        """)
  }

  @Test func `rules and raw HTML`() {
    #expect(
      rendered(.rule, .html("<div>\u{1B}[2J</div>\n"), width: 20) == """
        ────────────────────

        <div>^[[2J</div>
        """)
    #expect(rendered(.text("a"), .html("<!--ID: 1-->\n"), .text("b")) == "a\n\nb")
  }

  @Test func `the narrowest window still shows every word`() {
    var block = MarkdownBlock.text("deep words")
    for _ in 0..<30 { block = .quote([.list(start: nil, isTight: true, items: [.init(blocks: [block])])]) }
    let lines = rendered(block, width: 20).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 20 })
    #expect(lines.last?.hasSuffix("deep words") == true)
  }
}
