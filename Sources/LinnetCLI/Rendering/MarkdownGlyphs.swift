import Terminal

/// The signs Markdown is drawn with.
extension Glyphs {
  /// Bullets of a list inside `depth` others.
  func bullet(depth: Int) -> String {
    let bullets = self == .unicode ? ["•", "◦", "‣"] : ["*", "-", "+"]
    return bullets[depth % bullets.count]
  }

  var bar: String { self == .unicode ? "│ " : "> " }
  /// What bars of a plot are made of.
  var block: String { self == .unicode ? "█" : "#" }
  var horizontal: String { self == .unicode ? "─" : "-" }
  var ellipsis: String { self == .unicode ? "…" : "..." }
  var moreBelow: String { self == .unicode ? "▼" : "v" }
  var times: String { self == .unicode ? "×" : "x" }
  var arrow: String { self == .unicode ? "›" : ">" }
  /// Between things of one line.
  var separator: String { self == .unicode ? " · " : " - " }
  var columnSeparator: String { self == .unicode ? " │ " : " | " }
  var ruleCrossing: String { self == .unicode ? "─┼─" : "-+-" }
  /// Before the rest of a line of code that was too long.
  var continuation: String { self == .unicode ? "↳ " : "\\ " }
}
