import Markdown
import Terminal
import Testing

struct TableLayoutTests {
  private func table(_ rows: [[String]], alignments: [MarkdownAlignment] = []) -> MarkdownBlock {
    let cells = rows.map { $0.map { [MarkdownInline.text($0)] } }
    return .table(alignments: alignments, header: cells[0], rows: Array(cells.dropFirst()))
  }

  @Test func `columns are as wide as their cells, in cells of the terminal`() {
    let rows = [["term", "n", "mid"], ["漢字", "10", "x"], ["a", "200", "abcde"]]
    #expect(
      rendered(table(rows, alignments: [.natural, .right, .center])) == """
        term │   n │  mid\u{20}
        ─────┼─────┼──────
        漢字 │  10 │   x\u{20}\u{20}
        a    │ 200 │ abcde
        """)
  }

  @Test func `too wide a table shrinks its widest columns`() {
    let rows = [["key", "meaning"], ["a", "a long explanation of it"], ["b", "short"]]
    #expect(
      rendered(table(rows), width: 20, glyphs: .ascii) == """
        key | meaning
        ----+---------------
        a   | a long
            | explanation of
            | it
        ----+---------------
        b   | short
        """)
  }

  @Test func `where columns do not fit, rows become lists`() {
    let rows = [["one", "two", "three"], ["first cell", "second cell", "third"], ["x"]]
    #expect(
      rendered(table(rows), width: 20) == """
        one: first cell
        two: second cell
        three: third

        one: x
        two:
        three:
        """)
  }

  @Test func `styles and links live in cells`() {
    let block = MarkdownBlock.table(
      alignments: [.natural, .natural], header: [[.text("a")], [.text("b")]],
      rows: [[[.wiki("VPC")], [.code("x")]]])
    #expect(
      rendered(block, as: .tags) == """
        <strong>a</strong>  <faint> │ </faint><strong>b</strong>
        <faint>────┼──</faint>
        <link>VPC</link><faint> │ </faint><code>x</code>
        """)
  }
}
