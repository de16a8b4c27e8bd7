import Markdown
import StudyApp
import StudyStore
import Terminal

/// A card laid out for one width: what stays at the top, and what scrolls below it.
struct CardLayout {
  /// How far the card is open.
  enum Opening: Hashable {
    case question
    /// `typed` is what the learner wrote, where the card asks for it.
    case answer(typed: TypedAnswer?)
    case outline(Outline, OutlineState)
  }

  /// The question with the line under it, as long as it is short.
  private(set) var fixed: [StyledText] = []
  private(set) var rows: [StyledText] = []
  /// Rows of the items of an outline.
  private(set) var rowsOfItem: [Int: Range<Int>] = [:]
  /// Readable characters before each row.
  private(set) var offsets: [Int] = []

  /// Longer questions scroll with the answer.
  static let longestFixedQuestion = 4
  private static let margin = "  "

  init() {}

  /// - Parameters:
  ///   - width: of the whole column, margins included.
  ///   - height: of the window, so that a question that stays leaves most of it to the answer.
  init(
    _ content: CardContent, _ faces: CardFaces, _ choices: ChoiceRows?, _ opening: Opening, width: Int,
    height: Int, _ style: ScreenStyle
  ) {
    let room = min(width - 2 * CardLayout.margin.count, TerminalMarkdown.widestColumn)
    let sides = CardSides(content, width: room, rendering: style.rendering, glyphs: style.glyphs)
    let question = CardLayout.indented(
      sides.rows(faces.question) + (choices.map { [""] + $0.lines(width: room) } ?? []))
    switch opening {
    case .question: rows = question
    case .answer(let typed):
      let comparison =
        typed.map { TypedRows(answer: $0, width: room, rendering: style.rendering).lines() } ?? []
      let answer = CardLayout.indented(sides.rows(faces.answer))
      let below = (comparison.isEmpty ? [] : comparison + [""]) + answer
      add(question, below, width: width, height: height, style)
    case .outline(let outline, let state):
      let layout = OutlineLayout(outline, state, markdown: sides.markdown)
      add(question, layout.rows, width: width, height: height, style)
      let before = rows.count - layout.rows.count
      rowsOfItem = layout.rowsOfItem.mapValues { $0.lowerBound + before..<$0.upperBound + before }
    }
    offsets = readableOffsets(rows)
  }

  private mutating func add(
    _ question: [StyledText], _ answer: [StyledText], width: Int, height: Int, _ style: ScreenStyle
  ) {
    let divider = CardLayout.divider(width: width, style)
    if question.count <= min(CardLayout.longestFixedQuestion, height / 3) {
      fixed = question + [divider]
      rows = answer
    } else {
      rows = question + [divider] + answer
    }
  }

  private static func indented(_ rows: [StyledText]) -> [StyledText] {
    rows.map { $0.isEmpty ? $0 : StyledText(margin) + $0 }
  }

  /// `········ answer ········`
  private static func divider(width: Int, _ style: ScreenStyle) -> StyledText {
    let label = " answer "
    let dot = style.glyphs == .unicode ? "·" : "."
    let dots = max(0, width - 2 * margin.count - label.count)
    let after = min(10, dots / 2)
    return StyledText(
      margin + String(repeating: dot, count: dots - after) + label + String(repeating: dot, count: after),
      .faint)
  }
}
