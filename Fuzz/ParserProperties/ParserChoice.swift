import NoteParsing
import StudyCore

/// Which parser reads a file: the settings of Obsidian_to_Anki that change what a card looks like.
package struct ParserChoice: Sendable {
  package let keywords: Keywords
  package let parser: NoteParser
  /// The same settings, read to the letter of the plugin.
  let strictParser: NoteParser
  /// The same settings, with no cards of sentences.
  let writtenParser: NoteParser

  /// - Parameter number: any; every combination of settings has some.
  package init(_ number: UInt8) {
    keywords = ParserChoice.keywords(number % 4)
    let clozes: [CurlyClozes?] = [
      nil, CurlyClozes(includesHighlights: false), CurlyClozes(includesHighlights: true),
    ]
    let clozesChosen = clozes[Int(number / 4 % 3)]
    var styles = ParserChoice.styles(number / 12 % 4)
    writtenParser = NoteParser(keywords: keywords, clozes: clozesChosen, styles: styles)
    styles.asksLinks = number / 48 % 2 == 1
    parser = NoteParser(keywords: keywords, clozes: clozesChosen, styles: styles)
    strictParser = NoteParser(keywords: keywords, clozes: clozesChosen, styles: styles, mode: .strict)
  }

  /// Ways of writing cards that are switched on.
  private static func styles(_ number: UInt8) -> CardStyles {
    var styles = CardStyles()
    let (basic, cloze) = (NoteType.stock[0], NoteType.stock[4])
    switch number {
    case 1:
      styles.rules = [
        .questionAnswer, .headingToEnd(level: 1), .flashcard(tag: "#fc"), .doubleColon, .ruled, .table,
      ].map { StyleRule(style: $0, noteType: basic) }
    case 2:
      styles.rules = [
        StyleRule(style: .headingParagraph(level: 2), noteType: basic),
        StyleRule(style: .clozeParagraph(mark: "{"), noteType: cloze),
        StyleRule(style: .pattern(#"^F: (.+)\nB: (.+)$"#), noteType: basic),
      ]
    case 3:
      styles.spacedRepetition.notes = .all
      styles.spacedRepetition.clozes = [.highlight, .bold, .curly]
      styles.flashcards.notes = .all
    default: break
    }
    return styles
  }

  /// The usual ones, and those of real vaults whose words begin alike (`card-syntax.md` §2).
  private static func keywords(_ number: UInt8) -> Keywords {
    var keywords = Keywords()
    switch number {
    case 1: (keywords.begin, keywords.end) = ("***", "****")
    case 2: (keywords.begin, keywords.end) = ("%%ANKI", "END%%")
    case 3:
      (keywords.begin, keywords.end) = ("****", "***")
      (keywords.deck, keywords.tags, keywords.delete) = ("deck", "🏷️", "DEL")
      (keywords.inlineBegin, keywords.inlineEnd) = ("(", ")")
    default: break
    }
    return keywords
  }
}
