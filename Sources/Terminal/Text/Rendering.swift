/// How styled text becomes characters.
package enum Rendering: Hashable, Sendable {
  /// With escape sequences.
  case ansi
  /// Words only.
  case plain
  /// `<title>…</title>`, so that tests can read styles as text.
  case tags
}

extension StyledText {
  package func rendered(as rendering: Rendering) -> String {
    switch rendering {
    case .ansi: runs.map(\.ansi).joined()
    case .plain: string
    case .tags: tagged
    }
  }

  private var tagged: String {
    var result = ""
    var open: [Style] = []
    for run in runs + [Run(sanitised: "", styles: [])] {
      let shared = zip(open, run.styles).prefix { $0 == $1 }.count
      for style in open.dropFirst(shared).reversed() { result += "</\(style.rawValue)>" }
      for style in run.styles.dropFirst(shared) { result += "<\(style.rawValue)>" }
      result += run.text
      open = run.styles
    }
    return result
  }
}

extension StyledText.Run {
  fileprivate var ansi: String {
    let codes = styles.flatMap(\.look)
    if codes.isEmpty { return text }
    return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}

extension Style {
  /// What a running text puts before and after a stretch of this style, because it must be readable without
  /// colour or, for a link that leads nowhere, even with it.
  ///
  /// These are characters of the text: they take cells and wrap with it. That is why they are added where text
  /// is composed and not by ``StyledText/rendered(as:)``, and why a column that holds nothing but links can
  /// do without.
  package func marks(in rendering: Rendering) -> (before: String, after: String) {
    switch (self, rendering) {
    case (_, .tags): ("", "")
    case (.unresolvedLink, .ansi): ("", "?")
    case (_, .ansi): ("", "")
    case (.link, .plain): ("[", "]")
    case (.unresolvedLink, .plain): ("[", "?]")
    case (.answer, .plain): ("{", "}")
    case (.code, .plain): ("`", "`")
    case (.strikethrough, .plain): ("~~", "~~")
    case (.highlight, .plain): ("==", "==")
    case (_, .plain): ("", "")
    }
  }
}
