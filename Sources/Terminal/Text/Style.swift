/// What a piece of text means. How it looks is said once, in ``look``; what stands for it where there is no
/// colour, in ``marks(in:)``.
package enum Style: String, Hashable, Sendable, CaseIterable {
  case title, heading, emphasis, strong, strikethrough, highlight
  case code, math, quote
  case link, unresolvedLink
  /// The asked gap of a cloze, and what was in it.
  case gap, answer
  case again, hard, good, easy
  case newCount, learningCount, dueCount
  /// The one of several that is meant now.
  case current
  case key, faint
  case success, warning, failure

  /// Parameters of the SGR sequence: the 16 colours and the attributes only, because they follow the reader's
  /// own theme, light or dark.
  var look: [Int] {
    switch self {
    case .title, .heading, .strong, .key, .gap: [bold]
    case .emphasis: [italic]
    case .strikethrough: [struck]
    case .highlight: [black, onYellow]
    case .code, .math: [magenta]
    case .quote, .faint: [brightBlack]
    case .link: [cyan, underlined]
    case .unresolvedLink: [yellow, underlined]
    case .answer: [bold, underlined]
    case .again, .learningCount: [red]
    case .hard, .warning: [yellow]
    case .good, .dueCount, .success: [green]
    case .easy: [cyan]
    case .newCount: [blue]
    case .current: [underlined]
    case .failure: [bold, red]
    }
  }
}

private let bold = 1
private let italic = 3
private let underlined = 4
private let struck = 9
private let black = 30
private let red = 31
private let green = 32
private let yellow = 33
private let blue = 34
private let magenta = 35
private let cyan = 36
private let onYellow = 43
private let brightBlack = 90
