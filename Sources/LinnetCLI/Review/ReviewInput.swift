import Terminal

/// What came from the learner, or happened to the terminal meanwhile.
enum ReviewEvent: Hashable, Sendable {
  case act(ReviewAct)
  /// Something that means nothing here, as it was typed.
  case unknown(String)
  /// The program was stopped and runs again: show the card once more.
  case redraw
  case end
  case interrupted
}

/// Where a quiz hears from its learner.
protocol ReviewInput {
  /// Waits for the next thing.
  func next() throws -> ReviewEvent
  /// Asks for a line of text.
  func line(asking prompt: String) throws -> InputLine
}

/// Whole lines, from a terminal, a pipe or a file.
struct LineReviewInput: ReviewInput {
  let lines: (_ prompt: String) throws -> InputLine

  func next() throws -> ReviewEvent {
    switch try lines("> ") {
    case .line(let line): ReviewKey.act(forLine: line).map(ReviewEvent.act) ?? .unknown(line)
    case .end: .end
    case .interrupted: .interrupted
    }
  }

  func line(asking prompt: String) throws -> InputLine { try lines(prompt) }
}

/// Single keys of a terminal.
struct KeyReviewInput: ReviewInput {
  let terminal: TerminalInput
  let output: OutputWriter

  func next() throws -> ReviewEvent {
    switch try terminal.nextKey() {
    case .space, .enter: .act(.proceed)
    case .character(let character):
      ReviewKey.act(for: character).map(ReviewEvent.act) ?? .unknown(String(character))
    case .escape: .act(.quit)
    case .interrupt: .interrupted
    case .endOfInput: .end
    case .resumed: .redraw
    case .paste: .unknown("pasted text")
    case .tab, .backspace, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .unknown:
      .unknown("that key")
    }
  }

  func line(asking prompt: String) throws -> InputLine {
    try output.write(prompt)
    return try terminal.withLines { try terminal.nextLine() }
  }
}
