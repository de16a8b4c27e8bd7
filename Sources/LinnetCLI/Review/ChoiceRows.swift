import StudyCore
import Terminal

/// What a question can be answered with, one row each; with the answer, which was right and which was chosen.
struct ChoiceRows {
  enum Stage: Hashable {
    case question
    case answer(chosen: Int?)
  }

  let choices: LinkChoices
  let stage: Stage

  func lines(width: Int) -> [StyledText] {
    choices.names.enumerated().flatMap { choice, name in
      let mark = mark(of: choice).map { "  " + StyledText($0.word, styles: [$0.style]) } ?? StyledText()
      let row = StyledText(LinkChoices.letter(of: choice), .key) + "  " + StyledText(name) + mark
      return row.wrapped(to: max(10, width), hanging: "   ")
    }
  }

  private func mark(of choice: Int) -> (word: String, style: Style)? {
    guard case .answer(let chosen) = stage else { return nil }
    if choice == choices.right { return ("right", .good) }
    return choice == chosen ? ("wrong", .again) : nil
  }
}

extension LinkChoices {
  /// `a-c`, where there are three.
  var keys: String { LinkChoices.keys(of: names.count) }

  static var allKeys: String { keys(of: most) }

  private static func keys(of count: Int) -> String { "\(letter(of: 0))-\(letter(of: count - 1))" }
}
