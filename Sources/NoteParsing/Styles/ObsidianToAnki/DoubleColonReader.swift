import Markdown

/// `question::answer` in one line: exactly two colons, neither of them in code, a formula or a link.
struct DoubleColonReader: CardStyleReader {
  let cards: StyleCards

  func read(_ text: StyleText) -> StyleFindings {
    var found = StyleFindings()
    var index = 0
    while index < text.lines.count {
      let line = text.lines[index]
      guard !line.isTaken, !line.isInFence, let separator = separator(in: line.content, of: text) else {
        index += 1
        continue
      }
      let (card, next) = cards.card(
        [TextKey.trimmed(text.bytes.text(line.content.lowerBound..<separator))], answer: index..<index + 1,
        in: text, from: line.range.lowerBound,
        answerText: { _ in TextKey.trimmed(text.bytes.text(separator + 2..<line.content.upperBound)) })
      found.cards.append(card)
      index = next
    }
    return found
  }

  /// The last one that stands between two texts, as the published pattern finds it.
  private func separator(in line: Range<Int>, of text: StyleText) -> Int? {
    var last: Int?
    var position = line.lowerBound
    while let found = text.find(DoubleColonReader.mark, in: position..<line.upperBound) {
      var end = found
      while end < line.upperBound, text.bytes[end] == Byte.colon { end += 1 }
      if end - found == 2, found > line.lowerBound, end < line.upperBound { last = found }
      position = end
    }
    return last
  }

  private static let mark = Array("::".utf8)
}
