import Terminal

/// What came from the learner.
enum ReviewEvent: Hashable, Sendable {
  case act(ReviewAct)
  /// Something that means nothing here, as it was typed.
  case unknown(String)
  case end
  case interrupted
}

/// Whole lines, from a terminal, a pipe or a file.
struct LineReviewInput {
  let keys: KeyMap
  let lines: (_ prompt: String) throws -> InputLine

  static let prompt = "> "

  func next() throws -> ReviewEvent { event(of: try lines(LineReviewInput.prompt)) }

  func event(of line: InputLine) -> ReviewEvent {
    switch line {
    case .line(let line): keys.act(forLine: line).map(ReviewEvent.act) ?? .unknown(line)
    case .end: .end
    case .interrupted: .interrupted
    }
  }

  func line(asking prompt: String) throws -> InputLine { try lines(prompt) }
}
