import Markdown
import StudyCore

/// A callout `> [!CARD] question`, with the answer in the quote below it (`card-syntax.md` §5).
struct FlashcardCallout {
  private let head: Int
  /// The line after it.
  let next: Int

  static func begins(_ line: StyleText.Line, in text: StyleText) -> Bool {
    let start = line.content.lowerBound
    guard !line.isInFence, start > line.range.lowerBound, line.content.count > 7 else { return false }
    return text.bytes.has("[!CARD]", at: start) || text.bytes.has("[!card]", at: start)
  }

  /// Nil where no such callout begins at the line.
  init?(_ index: Int, in text: StyleText) {
    guard FlashcardCallout.begins(text.lines[index], in: text) else { return nil }
    head = index
    var end = index + 1
    while end < text.lines.count, !text.lines[end].isTaken,
      FlashcardCallout.isQuoted(text.lines[end], in: text)
    {
      end += 1
    }
    next = end
  }

  private static func isQuoted(_ line: StyleText.Line, in text: StyleText) -> Bool {
    text.bytes[line.range.lowerBound..<line.content.lowerBound].contains(Byte.greater)
  }

  /// Nil where nothing asks.
  func card(_ types: StyleTypes, in text: StyleText) -> StyledCard? {
    let content = text.lines[head].content
    var words = text.bytes.trimmed(content.lowerBound + 7..<content.upperBound)
    while let first = text.bytes[words].first, [Byte.colon, Byte.dash, UInt8(ascii: "+")].contains(first) {
      words = text.bytes.trimmed(words.lowerBound + 1..<words.upperBound)
    }
    var answer = head + 1..<next
    let names = CardNames(text, lines: &answer)
    guard !words.isEmpty, !answer.isEmpty else { return nil }
    let last = max(next, names.end) - 1
    return StyledCard(
      syntax: .cardCallout, noteType: types.basic, texts: [text.bytes.text(words), text.text(of: answer)],
      range: text.lines[head].range.lowerBound..<text.lines[last].range.upperBound, names: names)
  }
}
