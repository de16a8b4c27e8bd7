import Markdown

/// A heading asks, the text below it answers: up to the next blank line, whether or not there are blank lines between the two.
struct HeadingParagraphReader: CardStyleReader {
  let cards: StyleCards
  let level: Int

  func read(_ text: StyleText) -> StyleFindings {
    var found = StyleFindings()
    var index = 0
    while index < text.lines.count {
      guard let title = cards.heading(at: index, level: level, in: text) else {
        index += 1
        continue
      }
      let answer = cards.answer(in: text, from: cards.firstText(in: text, from: index + 1)) {
        text.heading($0) != nil
      }
      guard !answer.isEmpty else {
        index += 1
        continue
      }
      let (card, next) = cards.card(
        [title], answer: answer, in: text, from: text.lines[index].range.lowerBound)
      found.cards.append(card)
      index = next
    }
    return found
  }
}

/// A heading asks, and what follows answers up to a line that begins with END.
struct HeadingToEndReader: CardStyleReader {
  let cards: StyleCards
  let level: Int
  let end: [UInt8]

  func read(_ text: StyleText) -> StyleFindings {
    var found = StyleFindings()
    var open: (line: Int, title: String)?
    var index = 0
    while index < text.lines.count {
      let line = text.lines[index]
      if line.isTaken {
        open = nil
      } else if let title = cards.heading(at: index, level: level, in: text) {
        open = (index, title)
      } else if let question = open, text.bytes.has(end, at: line.range.lowerBound) {
        open = nil
        var answer = question.line + 1..<index
        let names = CardNames(text, lines: &answer, following: false)
        found.cards.append(
          StyledCard(
            syntax: cards.syntax, noteType: cards.noteType, texts: [question.title, text.text(of: answer)],
            range: text.lines[question.line].range.lowerBound..<line.range.upperBound, names: names))
      }
      index += 1
    }
    return found
  }
}

extension StyleCards {
  /// The title of a heading of at least a level.
  fileprivate func heading(at index: Int, level: Int, in text: StyleText) -> String? {
    let line = text.lines[index]
    guard !line.isTaken, line.content.lowerBound == line.range.lowerBound, let heading = text.heading(line),
      heading.level >= level
    else { return nil }
    return text.bytes.text(heading.title)
  }
}
