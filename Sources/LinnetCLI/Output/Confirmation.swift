import Terminal

/// Asks before something that cannot simply be done again.
enum Confirmation {
  /// True only for a plain yes; the end of input is a no.
  static func ask(_ question: String) -> Bool {
    Console.standardErrorUnended("\(question) [y/N] ")
    defer {
      // Whoever types an answer ends the line; a pipe does not.
      if !isTerminal(STDIN_FILENO) { Console.standardError("\n") }
    }
    let answer = readLine()?.lowercased() ?? ""
    return answer == "y" || answer == "yes"
  }
}
