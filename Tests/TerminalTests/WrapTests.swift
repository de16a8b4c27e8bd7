import Terminal
import TestSupport
import Testing

struct WrapTests {
  private func wrap(_ text: String, _ width: Int, breaking: LineBreaking = .words) -> [String] {
    StyledText(text).wrapped(to: width, breaking: breaking).map(\.string)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 8, ["one two", "three"]),
    ("one  two", 5, ["one", "two"]),
    ("", 5, [""]),
    ("a\n\nb", 5, ["a", "", "b"]),
    ("  indented words here", 10, ["  indented", "words here"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("an abcdefghij", 4, ["an", "abcd", "efgh", "ij"]),
    ("spaced-repetition", 10, ["spaced-", "repetition"]),
    ("use --flag now", 7, ["use", "--flag", "now"]),
    ("10\u{A0}km away", 5, ["10\u{A0}km", "away"]),
  ])
  func `words stay whole where they can`(text: String, width: Int, expected: [String]) {
    #expect(wrap(text, width) == expected)
  }

  @Test(arguments: [
    ("漢字仮名", 4, ["漢字", "仮名"]),
    ("漢字。仮名", 4, ["漢", "字。", "仮名"]),
    ("(漢字)漢", 4, ["(漢", "字)", "漢"]),
    ("漢", 1, ["漢"]),
    ("AWSの鍵", 5, ["AWSの", "鍵"]),
  ])
  func `scripts without blanks break between characters`(text: String, width: Int, expected: [String]) {
    #expect(wrap(text, width) == expected)
  }

  @Test func `clusters are never split`() {
    #expect(wrap("👨‍👩‍👧👨‍👩‍👧e\u{301}e\u{301}", 2) == ["👨‍👩‍👧", "👨‍👩‍👧", "e\u{301}e\u{301}"])
    #expect(wrap("👨‍👩‍👧👨‍👩‍👧", 3, breaking: .cells) == ["👨‍👩‍👧", "👨‍👩‍👧"])
  }

  @Test func `code keeps its blanks`() {
    #expect(wrap("  a    b c", 4, breaking: .cells) == ["  a ", "   b", " c"])
  }

  @Test func `indents count and styles survive`() {
    let text: StyledText = "to \("AWS target group", .link) go"
    let lines = text.wrapped(to: 12, indent: StyledText("• ", .faint), hanging: "  ")
    #expect(
      lines.map { $0.rendered(as: .tags) } == [
        "<faint>• </faint>to <link>AWS</link>", "  <link>target</link>", "  <link>group</link> go",
      ])
  }

  @Test func `nothing is lost and nothing is too wide`() {
    var generator = SeededGenerator(seed: 7)
    let alphabet = ["a", "bc", " ", "  ", "漢", "。", "(", ")", "-", "👍🏽", "e\u{301}", "\n", "\u{A0}", ",", "字"]
    for _ in 0..<2000 {
      let length = Int.random(in: 0..<40, using: &generator)
      let text = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
      let width = Int.random(in: 1..<12, using: &generator)
      let lines = wrap(text, width)
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " && $0 != "\n" })
      for line in lines { #expect(line.cellWidth <= width || line.count == 1, "\(text) at \(width)") }
    }
  }
}
