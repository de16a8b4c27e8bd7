extension Sandbox {
  /// Notes with so many Basic cards, `question 1` and on.
  static func notes(cards: Int) -> [String: String] {
    let blocks = (1...cards).map { "START\nBasic\nquestion \($0)\nBack: answer \($0)\nEND\n" }
    return ["notes/Cards.md": blocks.joined(separator: "\n")]
  }

  /// Entries of the log, as their JSON lines.
  func log() throws -> [Substring] { try run("linnet log export --quiet").output.split(separator: "\n") }
}
