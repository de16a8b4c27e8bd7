import NoteParsing
import StudyCore
import Testing

@testable import LinnetCLI

/// What `linnet help syntax` shows is what is read.
struct SyntaxGuideTests {
  @Test(arguments: CardSyntax.allCases.filter { $0 != .pattern })
  func `an example is read as what it stands for`(_ syntax: CardSyntax) {
    var styles = CardStyles()
    let rules: [StyleRule.Style] = [
      .questionAnswer, .headingParagraph(level: 1), .headingToEnd(level: 1), .doubleColon, .ruled, .table,
      .clozeParagraph(mark: "{"),
    ]
    styles.rules = rules.filter { $0.syntax == syntax }.map {
      StyleRule(style: $0, noteType: NoteType.stock[syntax == .clozeParagraph ? 4 : 0])
    }
    styles.asksLinks = syntax == .linkQuestion
    let clozes = syntax == .clozeParagraph ? CurlyClozes(includesHighlights: false) : nil
    let note = NoteParser(clozes: clozes, styles: styles).parse(Array(note(of: syntax).utf8))
    #expect(note.blocks.map(\.syntax).allSatisfy { $0 == syntax })
    #expect(!note.blocks.isEmpty)
    #expect(note.findings.map(\.code) == (syntax == .contained ? [.containedCard] : []))
  }

  /// The example in a note in which it counts.
  private func note(of syntax: CardSyntax) -> String {
    let example = SyntaxGuide.of(syntax).example + "\n"
    switch syntax {
    case .spacedLine, .spacedLines, .spacedCloze: return "#flashcards\n\n" + example
    case .cardLine, .cardCloze: return "---\ncards-deck: A\n---\n" + example
    case .cardNote: return example.replacing("test:", with: "cards-deck: A\ntest:")
    default: return example
    }
  }
}
