import Markdown

/// A paragraph asks, a line of at least three dashes right below it ends the question, the lines right below that answer.
struct RuledReader: CardStyleReader {
  let cards: StyleCards

  func read(_ text: StyleText) -> StyleFindings {
    var found = StyleFindings()
    var free = 0
    var index = 1
    while index < text.lines.count {
      guard isRule(text.lines[index], in: text), !text.lines[index - 1].endsText, index > free else {
        index += 1
        continue
      }
      let answer = cards.answer(in: text, from: index + 1)
      guard !answer.isEmpty else {
        index += 1
        continue
      }
      let start = cards.paragraphStart(of: index - 1, in: text, notBefore: free)
      let (card, next) = cards.card(
        [text.text(of: start..<index)], answer: answer, in: text, from: text.lines[start].range.lowerBound)
      found.cards.append(card)
      (free, index) = (next, next)
    }
    return found
  }

  private func isRule(_ line: StyleText.Line, in text: StyleText) -> Bool {
    !line.isTaken && !line.isInFence && line.content.count >= 3
      && line.content.lowerBound == line.range.lowerBound
      && text.bytes[line.content].allSatisfy { $0 == Byte.dash }
  }
}
