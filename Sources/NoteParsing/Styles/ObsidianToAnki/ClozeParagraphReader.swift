import Markdown

/// A paragraph that holds gaps. They are written as the settings say; where none is left after reading them, it is no card.
struct ClozeParagraphReader: CardStyleReader {
  let cards: StyleCards
  let mark: String

  func read(_ text: StyleText) -> StyleFindings {
    let mark = Array(mark.utf8)
    var found = StyleFindings()
    var index = 0
    while index < text.lines.count {
      let paragraph = cards.answer(in: text, from: index)
      guard !paragraph.isEmpty else {
        index += 1
        continue
      }
      let whole =
        text.lines[paragraph.lowerBound].range
        .lowerBound..<text.lines[paragraph.upperBound - 1].range.upperBound
      guard text.find(mark, in: whole) != nil else {
        index = paragraph.upperBound
        continue
      }
      let (card, next) = cards.card([], answer: paragraph, in: text, from: whole.lowerBound)
      found.cards.append(card)
      index = next
    }
    return found
  }
}
