import StudyApp
import StudyStore
import Terminal

/// A card in one line: its id and the beginning of its question.
enum CardLine {
  private static let length = 60

  static func text(_ content: CardContent) -> String {
    let question = CardFaces(content).questionText.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    let shown = question.count > length ? question.prefix(length - 1) + "…" : question[...]
    return StyledText("\(content.card.key.shortID)  \(shown)").string
  }
}
