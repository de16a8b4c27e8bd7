import StudyApp
import StudyStore
import Terminal

/// A card in one line: its id, what a list says of it, and the beginning of its question.
enum CardLine {
  private static let length = 60

  static func text(_ content: CardContent, between middle: String = "") -> String {
    let question = CardFaces(content).questionText.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    let shown = question.count > length ? question.prefix(length - 1) + "…" : question[...]
    let parts = [content.card.key.shortID, middle, String(shown)].filter { !$0.isEmpty }
    return StyledText(parts.joined(separator: "  ")).string
  }
}
