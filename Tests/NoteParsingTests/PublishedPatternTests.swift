import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// Each published style is also a regular expression: run by Foundation's engine it is an oracle for the style's own reader.
struct PublishedPatternTests {
  private static let lines = #"(?:^.{1,3}$|^.{4}(?<!<!--).*)"#

  struct Style: Sendable, CustomTestStringConvertible {
    var pattern: String
    /// What random notes are made of: text in which both are to agree.
    var fragments: [String]

    var testDescription: String { pattern }
  }

  @Test(arguments: [
    Style(
      pattern: #"^Q: ((?:.+\n)*)\n*A: (.+(?:\n"# + lines + ")*)",
      fragments: [
        "\n\nQ: one\nA: two", "\n\nQ: one\nmore\n\nA: two\nmore", "\n", "\n\n", "\ntext", " text", "\n\nQ: ",
      ]),
    Style(
      pattern: #"^#+(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)"#,
      fragments: [
        "\n# one", "\n### two", "\n", "\n\n", "\ntext", "\nab", "\n<!--ID: 1700000000001-->", " text",
      ]),
    Style(
      pattern: #"((?:[^\n][\n]?)+) #flashcard ?\n*((?:\n"# + lines + ")+)",
      fragments: [
        "\n\none #flashcard\ntext", "\n\none\ntwo #flashcard \n\n\nab\ntext", "\n\n", "\n\ntext", "\n\nab",
        "\n<!--ID: 1700000000001-->", " text",
      ]),
    Style(
      pattern: #"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)"#,
      fragments: ["\n", "one", "::", ":", "two", "a b"]),
    Style(
      pattern: #"((?:[^\n][\n]?)+\n)-{3,}((?:\n"# + lines + ")*)",
      fragments: ["\n\none\n---\ntwo", "\n\none\ntwo\n-----\nthree\nab", "\n\n", "\ntext"]),
    Style(
      pattern: #"\|([^\n|]+)\|\n\|(?:[^\n|]+)\|\n\|([^\n|]+)\|\n?"#,
      fragments: ["\n\n| one |\n| --- |\n| two |", "\n\n| a | b |\n| - | - |\n| c | d |", "\n", "\ntext"]),
  ])
  func `a style finds what its pattern finds`(_ style: Style) {
    let rule = PublishedPattern.style(of: style.pattern)
    #expect(rule.syntax != .pattern)
    var random = SeededGenerator(seed: 17)
    var found = 0
    for _ in 0..<400 {
      let note =
        (0..<Int.random(in: 1...8, using: &random))
        .map { _ in style.fragments.randomElement(using: &random) ?? "" }.joined() + "\n"
      let named = cards(rule, in: note)
      let matched = cards(.pattern(style.pattern), in: note)
      // A pattern may match nothing but blanks, which is no card to anyone.
      #expect(named == matched.filter { !$0.contains("") }, "\(note.debugDescription)")
      found += matched.count
    }
    #expect(found > 40)
  }

  private func cards(_ style: StyleRule.Style, in note: String) -> [[String]] {
    var styles = CardStyles()
    styles.rules = [StyleRule(style: style, noteType: NoteType.stock[0])]
    return NoteParser(styles: styles).parse(Array(note.utf8)).blocks.map { $0.fields.map(\.text) }
  }
}
