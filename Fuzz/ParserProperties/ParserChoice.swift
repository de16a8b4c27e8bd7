import NoteParsing
import StudyCore

/// Which parser reads a file: the settings of Obsidian_to_Anki that change what a card looks like.
package struct ParserChoice: Sendable {
  package let keywords: Keywords
  package let parser: NoteParser

  /// - Parameter number: any; every combination of settings has some.
  package init(_ number: UInt8) {
    keywords = ParserChoice.keywords(number % 4)
    let clozes: [CurlyClozes?] = [
      nil, CurlyClozes(includesHighlights: false), CurlyClozes(includesHighlights: true),
    ]
    parser = NoteParser(keywords: keywords, clozes: clozes[Int(number / 4 % 3)])
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
