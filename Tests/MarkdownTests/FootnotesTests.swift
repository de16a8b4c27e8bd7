import Markdown
import Testing

struct FootnotesTests {
  private func footnotes(_ text: String) -> Footnotes { Footnotes(MarkdownParser.parse(text)) }

  private func texts(_ footnotes: Footnotes) -> [String] {
    footnotes.notes.map { "\($0.number) " + PlainTextRenderer().text(of: $0.text) }
  }

  @Test func `notes are numbered by the order of their references`() {
    let notes = footnotes(
      "[^b]: second\n\none[^a] and **two[^b]**, one again[^a]\n\n- three[^c]\n\n[^a]: first\n[^c]: third\n  goes on"
    )
    #expect(texts(notes) == ["1 first", "2 second", "3 third goes on"])
    #expect(notes.number(of: "a") == 1 && notes.number(of: "b") == 2 && notes.number(of: "x") == nil)
    #expect(notes.body.blocks.count == 2)
  }

  @Test func `notes that nothing refers to come last, and a second text of one label is left out`() {
    #expect(texts(footnotes("[^a]: unused\n\nx[^b]\n\n[^b]: used\n\n[^b]: again")) == ["1 used", "2 unused"])
  }

  @Test func `a colon after a reference makes it no definition`() {
    let notes = footnotes("as follows[^1]: this\n\n> and quoted[^1]:\n\n[^1]: but this is one")
    #expect(texts(notes) == ["1 but this is one"])
    #expect(PlainTextRenderer().lines(of: notes.body) == ["as follows[1]: this", "> and quoted[1]:"])
  }

  @Test(arguments: [
    "no footnotes", "a reference[^1] without a note", "[^1] begins a line", "text\n[^1]: within it",
  ])
  func `everything else stays as it is`(_ text: String) {
    let document = MarkdownParser.parse(text)
    #expect(footnotes(text).body == document)
    #expect(footnotes(text).notes.isEmpty)
  }
}
