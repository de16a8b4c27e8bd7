/// Which signs may be drawn: bullets, bars and rules have an ASCII form.
package enum Glyphs: Hashable, Sendable {
  case unicode, ascii

  /// What the locale can show: Unicode only where its character set is UTF-8.
  package static func suited(to environment: [String: String]) -> Glyphs {
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let lower = locale.lowercased()
    return lower.contains("utf-8") || lower.contains("utf8") ? .unicode : .ascii
  }
}
