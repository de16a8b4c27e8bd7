import StudyApp
import StudyStore
import Terminal

/// A card in one line: its id, what a list says of it, and the beginning of its question.
enum CardLine {
  private static let length = 60

  /// - Parameter width: columns that the line may take.
  static func text(_ content: CardContent, between middle: String = "", width: Int = .max) -> String {
    let question = CardFaces(content).questionText.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    let start = [content.card.key.shortID, middle].filter { !$0.isEmpty }.joined(separator: "  ") + "  "
    let room = max(10, min(length, width - StyledText(start).width))
    return StyledText(start + shortened(question, to: room)).string
  }

  private static func shortened(_ text: String, to room: Int) -> String {
    if StyledText(text).width <= room { return text }
    var width = 1
    let shown = text.prefix { character in
      width += StyledText(String(character)).width
      return width <= room
    }
    return shown + "…"
  }
}
