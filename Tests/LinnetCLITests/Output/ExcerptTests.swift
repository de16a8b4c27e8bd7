import Testing

@testable import LinnetCLI

/// The line that a finding shows, with a caret under its place.
struct ExcerptTests {
  private func marked(_ line: String, _ column: Int) -> Character? {
    let (text, caret) = FindingPrinter.excerpt(line, column: column)
    let scalars = Array(text.unicodeScalars)
    return caret < scalars.count ? Character(scalars[caret]) : nil
  }

  @Test func `a short line is shown whole`() {
    let (text, caret) = FindingPrinter.excerpt("Back: x", column: 7)
    #expect(text == "Back: x")
    #expect(caret == 6)
  }

  @Test func `a long line is shown around the place`() {
    let line = String(repeating: "a", count: 200) + "X" + String(repeating: "b", count: 200)
    let (text, _) = FindingPrinter.excerpt(line, column: 201)
    #expect(text.count == 72)
    #expect(marked(line, 201) == "X")
  }

  @Test(arguments: [0, -3, 1]) func `a place before the line is its beginning`(_ column: Int) {
    #expect(FindingPrinter.excerpt("abc", column: column).caret == 0)
  }

  @Test func `a place behind the line is its end`() {
    let (text, caret) = FindingPrinter.excerpt("abc", column: 99)
    #expect(text == "abc")
    #expect(caret == 3)
  }

  @Test func `what could move the cursor is a blank`() {
    #expect(FindingPrinter.excerpt("a\tb\u{1B}[31m", column: 1).text == "a b [31m")
  }
}
