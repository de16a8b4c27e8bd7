import Terminal

/// A file that tells which keys somebody presses in a full-screen quiz, and what is on the screen then.
///
///     # a remark
///     ~ 80x24 unicode        size and signs; later in the file, the window is made another size
///     # a cram               the quiz only asks
///     # with styles          the rows say what their texts mean: <title>…</title>
///     @ notes/A.md           what the editor writes when it is opened next, up to the line of a step
///     = its first line
///     $ space l down         keys, one after the other; nothing but `$` presses none
///     | the rows of the screen, without blanks at their ends
struct ScreenScript {
  enum Step: Hashable {
    case remark(String)
    case window(TerminalSize, Glyphs?)
    case editing(path: String, text: String)
    case keys(String, rows: [String])
  }

  var steps: [Step] = []

  var isCram: Bool { steps.contains(.remark("# a cram")) }
  var showsStyles: Bool { steps.contains(.remark("# with styles")) }

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let rest = String(line.dropFirst(2))
      switch (line.first, steps.last) {
      case ("~", _): steps.append(ScreenScript.window(rest))
      case ("@", _): steps.append(.editing(path: rest, text: ""))
      case ("=", .editing(let path, let text)):
        steps[steps.count - 1] = .editing(path: path, text: text + rest + "\n")
      case ("$", _): steps.append(.keys(rest, rows: []))
      case ("|", .keys(let keys, let rows)): steps[steps.count - 1] = .keys(keys, rows: rows + [rest])
      default: steps.append(.remark(line))
      }
    }
    if steps.last == .remark("") { steps.removeLast() }
  }

  private static func window(_ text: String) -> Step {
    let words = text.split(separator: " ")
    let numbers = words.first?.split(separator: "x").compactMap { Int($0) } ?? []
    let size = TerminalSize(columns: numbers.first ?? 80, rows: numbers.last ?? 24)
    return .window(size, words.count < 2 ? nil : words[1] == "ascii" ? .ascii : .unicode)
  }

  var text: String { steps.map(ScreenScript.text).joined() }

  static func text(_ step: Step) -> String {
    switch step {
    case .remark(let line): return line + "\n"
    case .window(let size, let glyphs):
      return "~ \(size.columns)x\(size.rows)" + (glyphs.map { " \($0)" } ?? "") + "\n"
    case .editing(let path, let text):
      return "@ \(path)\n"
        + text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { ($0.isEmpty ? "=" : "= \($0)") + "\n" }.joined()
    case .keys(let keys, let rows):
      return (keys.isEmpty ? "$" : "$ \(keys)") + "\n"
        + rows.map { ($0.isEmpty ? "|" : "| \($0)") + "\n" }.joined()
    }
  }

  /// Keys by their names; a word in quotes is typed letter by letter.
  static func keys(_ text: String) -> [Key] {
    text.split(separator: " ").flatMap { word -> [Key] in
      if let key = named[String(word)] { return [key] }
      if word.count > 2, word.hasPrefix("\""), word.hasSuffix("\"") {
        return word.dropFirst().dropLast().map { $0 == "_" ? .space : .character($0) }
      }
      return word.map { .character($0) }
    }
  }

  private static let named: [String: Key] = [
    "space": .space, "enter": .enter, "tab": .tab, "esc": .escape, "up": .up, "down": .down, "left": .left,
    "right": .right, "pgup": .pageUp, "pgdn": .pageDown, "home": .home, "end": .end, "backspace": .backspace,
    "paste": .paste("1234"), "^C": .interrupt, "resume": .resumed, "^L": .control("l"),
  ]
}
