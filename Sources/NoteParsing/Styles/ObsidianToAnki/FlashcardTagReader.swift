import Markdown

/// A paragraph whose last line ends with a tag such as `#flashcard` asks; the next paragraph, which may follow at once, answers.
struct FlashcardTagReader: CardStyleReader {
  let cards: StyleCards
  let tag: String

  func read(_ text: StyleText) -> StyleFindings {
    let mark = Array((" " + tag).utf8)
    var found = StyleFindings()
    var index = 0
    var free = 0
    while index < text.lines.count {
      let line = text.lines[index]
      guard !line.isTaken, !line.isInFence, line.content.count > mark.count,
        text.bytes.has(mark, at: line.content.upperBound - mark.count)
      else {
        index += 1
        continue
      }
      let answer = answer(below: index, in: text, mark)
      guard !answer.isEmpty else {
        index += 1
        continue
      }
      let start = cards.paragraphStart(of: index, in: text, notBefore: free)
      let question = question(start...index, in: text, mark.count)
      guard !question.isEmpty else {
        index += 1
        continue
      }
      let (card, next) = cards.card(
        [question], answer: answer, in: text,
        from: text.lines[start].range.lowerBound)
      found.cards.append(card)
      index = next
      free = next
    }
    return found
  }

  /// The paragraph below, unless it asks itself: what stands right below a question and right above the next is its answer.
  private func answer(below index: Int, in text: StyleText, _ mark: [UInt8]) -> Range<Int> {
    let start = cards.firstText(in: text, from: index + 1)
    let answer = cards.answer(in: text, from: start) {
      $0.content.count > mark.count && text.bytes.has(mark, at: $0.content.upperBound - mark.count)
    }
    let isApart = start > index + 1
    let asks =
      answer.upperBound < text.lines.count && !text.lines[answer.upperBound].endsText
      && !text.beginsComment(text.lines[answer.upperBound])
    return isApart && asks ? start..<start : answer
  }

  /// The paragraph without the tag, and as the words of a heading where it is one.
  private func question(_ lines: ClosedRange<Int>, in text: StyleText, _ tagLength: Int) -> String {
    let first = text.heading(text.lines[lines.lowerBound])?.title ?? text.lines[lines.lowerBound].content
    let end = text.lines[lines.upperBound].content.upperBound - tagLength
    let whole = min(first.lowerBound, end)..<end
    return TextKey.trimmed(text.bytes.text(whole))
  }
}
