import Markdown
import StudyCore

/// A note that is one card: `test:` in its front matter says what its first paragraph answers (`card-syntax.md` §5).
struct CardNoteReader: CardStyleReader {
  /// The value of `test`.
  let test: String
  /// The note's name.
  let name: String
  let types: StyleTypes

  func read(_ text: StyleText) -> StyleFindings {
    guard
      let first = text.lines.firstIndex(where: {
        !$0.endsText && text.heading($0) == nil && !text.beginsComment($0)
      })
    else { return StyleFindings() }
    var lines = first..<(text.lines[first...].firstIndex(where: \.endsText) ?? text.lines.count)
    let names = CardNames(text, lines: &lines)
    let paragraph = text.text(of: lines)
    let texts: [String]
    let type: NoteType
    switch test {
    case "title": (type, texts) = (types.basic, [name, paragraph])
    case "reversed": (type, texts) = (types.reversed, [name, paragraph])
    case "cloze":
      (type, texts) = (
        types.cloze, [CurlyClozes(includesHighlights: true, braces: .numbered).converted(paragraph)]
      )
    default: (type, texts) = (types.basic, [test, paragraph])
    }
    guard let question = texts.first, !question.isEmpty else { return StyleFindings() }
    let last = max(lines.upperBound, names.end) - 1
    let range = text.lines[first].range.lowerBound..<text.lines[last].range.upperBound
    return StyleFindings(
      cards: [StyledCard(syntax: .cardNote, noteType: type, texts: texts, range: range, names: names)])
  }
}
