import Markdown

/// A table of one column: its head asks, its first row answers.
struct TableReader: CardStyleReader {
  let cards: StyleCards

  func read(_ text: StyleText) -> StyleFindings {
    var found = StyleFindings()
    var index = 0
    while index + 2 < text.lines.count {
      guard let question = cell(index, in: text), let rule = cell(index + 1, in: text),
        let answer = cell(index + 2, in: text), isRule(rule, in: text.bytes)
      else {
        index += 1
        continue
      }
      let (card, next) = cards.card(
        [text.bytes.text(question)], answer: index + 2..<index + 3, in: text,
        from: text.lines[index].range.lowerBound, answerText: { _ in text.bytes.text(answer) })
      found.cards.append(card)
      index = next
    }
    return found
  }

  /// What stands between the two bars of a line that has no others.
  private func cell(_ index: Int, in text: StyleText) -> Range<Int>? {
    let line = text.lines[index]
    let content = line.content
    guard !line.isTaken, !line.isInFence, content.count > 2, text.bytes[content.lowerBound] == Byte.pipe,
      text.bytes[content.upperBound - 1] == Byte.pipe
    else { return nil }
    let inner = content.lowerBound + 1..<content.upperBound - 1
    return text.find([Byte.pipe], in: inner) == nil ? text.bytes.trimmed(inner) : nil
  }

  private func isRule(_ cell: Range<Int>, in bytes: Bytes) -> Bool {
    bytes[cell].contains(Byte.dash) && bytes[cell].allSatisfy { $0 == Byte.dash || $0 == Byte.colon }
  }
}
