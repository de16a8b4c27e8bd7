import Markdown

/// `Q: question` and, below it, `A: answer`: each may have several lines, blank lines may stand between the two.
///
/// Other than with the published pattern, neighbours that no blank line parts are cards of their own.
struct QuestionAnswerReader: CardStyleReader {
  let cards: StyleCards

  func read(_ text: StyleText) -> StyleFindings {
    var found = StyleFindings()
    var index = 0
    while index < text.lines.count {
      guard begins(text.lines[index], "Q: ", in: text), let answer = answer(to: index, in: text) else {
        index += 1
        continue
      }
      let question = self.text(of: index..<answer.question, in: text)
      let lines = cards.answer(in: text, from: answer.start + 1) { begins($0, "Q: ", in: text) }
      let (card, next) = cards.card(
        [question], answer: answer.start..<lines.upperBound, in: text,
        from: text.lines[index].range.lowerBound,
        answerText: { self.text(of: $0, in: text) })
      found.cards.append(card)
      index = next
    }
    return found
  }

  private func begins(_ line: StyleText.Line, _ mark: StaticString, in text: StyleText) -> Bool {
    !line.isTaken && !line.isInFence && text.has(mark, atStartOf: line)
  }

  /// The line that begins the answer to a question, and where the question's own lines end.
  private func answer(to question: Int, in text: StyleText) -> (question: Int, start: Int)? {
    var end = question + 1
    while end < text.lines.count, !text.lines[end].endsText {
      if begins(text.lines[end], "A: ", in: text) { return (end, end) }
      if begins(text.lines[end], "Q: ", in: text) { return nil }
      end += 1
    }
    let start = cards.firstText(in: text, from: end)
    guard start < text.lines.count, begins(text.lines[start], "A: ", in: text) else { return nil }
    return (end, start)
  }

  /// Without the letter that the first line begins with.
  private func text(of lines: Range<Int>, in text: StyleText) -> String {
    let start = text.lines[lines.lowerBound].range.lowerBound + 3
    return TextKey.trimmed(text.bytes.text(start..<text.lines[lines.upperBound - 1].range.upperBound))
  }
}
