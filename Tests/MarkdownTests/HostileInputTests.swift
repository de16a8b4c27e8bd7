import Markdown
import TestSupport
import Testing

private let pieces = [
  "{{c1::", "{{c2::", "}}", "::", "**", "*", "_", "~~", "==", "`", "``", "```\n", "$", "$$", "[[", "]]",
  "![[",
  "|", "\\", "[", "](", ")", "[^", "%%", "<!--", "-->", "<br>", "<div>\n", "&amp;", "&#0;", "\n", "\n\n",
  "- ",
  "1. ", "> ", "\t", "    ", "# ", "---\n", "| a | b |\n|---|---|\n", "[!note]", "https://x.org", "\0",
  "\u{7f}",
  "\u{F0000}", "\u{10FFFD}", "é", "👩‍🚀", "a", "word ", "\r\n", "[sound:a.mp3]", "\\(", "[[type:",
]

@Suite struct HostileInputTests {
  @Test func anyMixtureOfSyntaxRenders() {
    var generator = SeededGenerator(seed: 7)
    let renderer = HTMLRenderer(keepsClozes: true) { _ in "m.png" }
    for _ in 0..<4000 {
      let count = Int.random(in: 1...40, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let document = MarkdownParser.parse(text, readingClozes: true)
      let html = renderer.html(of: document)
      #expect(!html.contains("[[type:"))
      #expect(!html.contains("<div>"), "\(text)")
      #expect(html.contains("<pre>") || !html.contains("\n"), "\(text)")
      #expect(html == renderer.html(of: MarkdownParser.parse(text, readingClozes: true)))
      _ = PlainTextRenderer().lines(of: ClozeView.question(of: document, asking: 1))
      _ = dump(ClozeView.answer(of: document, asking: 2))
    }
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: pieces + ["[a](b) ", "* a\n ", "**a ", "a**", "[a", "![a", "<a "])
  func longLinesOfOnePieceRender(piece: String) {
    let text = String(repeating: piece, count: 50_000 / piece.utf8.count)
    let document = MarkdownParser.parse(text, readingClozes: true)
    _ = HTMLRenderer(keepsClozes: true).html(of: document)
    _ = PlainTextRenderer().text(of: document)
  }
}
