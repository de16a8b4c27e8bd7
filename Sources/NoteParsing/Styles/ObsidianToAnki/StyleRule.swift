import StudyCore

/// A style in which cards of one note type are written, as Obsidian_to_Anki calls its custom patterns
/// (`card-syntax.md` §3.7).
package struct StyleRule: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    /// `Q: …`, then `A: …`.
    case questionAnswer
    /// A heading of at least this level, and the text below it up to a blank line.
    case headingParagraph(level: Int)
    /// A heading of at least this level, and what follows up to a line END.
    case headingToEnd(level: Int)
    /// A paragraph that ends with a tag, and the text below it.
    case flashcard(tag: String)
    /// `question::answer` in one line.
    case doubleColon
    /// A paragraph, a line of dashes, and a paragraph.
    case ruled
    /// A table of one column: its head, and its one row.
    case table
    /// A paragraph that holds gaps; they begin with this mark.
    case clozeParagraph(mark: String)
    /// A regular expression as JavaScript writes it, whose groups are the fields.
    case pattern(String)

    package var syntax: CardSyntax {
      switch self {
      case .questionAnswer: .questionAnswer
      case .headingParagraph: .headingParagraph
      case .headingToEnd: .headingToEnd
      case .flashcard: .flashcardTag
      case .doubleColon: .doubleColon
      case .ruled: .ruled
      case .table: .table
      case .clozeParagraph: .clozeParagraph
      case .pattern: .pattern
      }
    }
  }

  package var style: Style
  package var noteType: NoteType

  package init(style: Style, noteType: NoteType) {
    self.style = style
    self.noteType = noteType
  }

  /// - Parameter keywords: the words that the note's author uses.
  func reader(_ keywords: KeywordBytes) -> any CardStyleReader {
    let cards = StyleCards(syntax: style.syntax, noteType: noteType)
    return switch style {
    case .questionAnswer: QuestionAnswerReader(cards: cards)
    case .headingParagraph(let level): HeadingParagraphReader(cards: cards, level: level)
    case .headingToEnd(let level): HeadingToEndReader(cards: cards, level: level, end: keywords.end)
    case .flashcard(let tag): FlashcardTagReader(cards: cards, tag: tag)
    case .doubleColon: DoubleColonReader(cards: cards)
    case .ruled: RuledReader(cards: cards)
    case .table: TableReader(cards: cards)
    case .clozeParagraph(let mark): ClozeParagraphReader(cards: cards, mark: mark)
    case .pattern(let source): PatternReader(cards: cards, source: source)
    }
  }
}

/// What the readers of Obsidian_to_Anki's styles share: how the lines of a card become one.
struct StyleCards {
  let syntax: CardSyntax
  let noteType: NoteType

  /// The lines of an answer: up to a blank line, a comment, or a line that `ends` it.
  func answer(
    in text: StyleText, from start: Int, endsBefore ends: (StyleText.Line) -> Bool = { _ in false }
  ) -> Range<Int> {
    var end = start
    while end < text.lines.count {
      let line = text.lines[end]
      if line.endsText || text.beginsComment(line) || ends(line) { break }
      end += 1
    }
    return start..<end
  }

  /// The first line of a paragraph that ends at a line (which is part of it). A heading begins one.
  func paragraphStart(of index: Int, in text: StyleText, notBefore first: Int) -> Int {
    var start = index
    while start > first, text.heading(text.lines[start]) == nil, !text.lines[start - 1].endsText,
      !text.beginsComment(text.lines[start - 1])
    {
      start -= 1
    }
    return start
  }

  /// The first line at or after one that is not blank.
  func firstText(in text: StyleText, from start: Int) -> Int {
    var index = start
    while index < text.lines.count, text.lines[index].isBlank, !text.lines[index].isTaken { index += 1 }
    return index
  }

  /// - Parameters:
  ///   - questions: the texts of the fields before the answer.
  ///   - answer: the lines of the last field; those that name the card are left out of it.
  ///   - start: the offset at which the card begins.
  /// - Returns: the card, and the line after it.
  func card(
    _ questions: [String], answer: Range<Int>, in text: StyleText, from start: Int,
    answerText: ((Range<Int>) -> String)? = nil
  ) -> (card: StyledCard, next: Int) {
    var lines = answer
    let names = CardNames(text, lines: &lines)
    let next = max(names.end, answer.upperBound)
    let answers = [answerText?(lines) ?? text.text(of: lines)]
    let card = StyledCard(
      syntax: syntax, noteType: noteType, texts: questions + (lines.isEmpty ? [] : answers),
      range: start..<text.lines[next - 1].range.upperBound, names: names)
    return (card, next)
  }
}
