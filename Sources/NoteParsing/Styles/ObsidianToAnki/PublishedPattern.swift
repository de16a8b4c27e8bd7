/// The patterns that Obsidian_to_Anki's documentation gives for its styles: whoever uses one of them means the style.
package enum PublishedPattern {
  /// An answer's lines, up to a blank one or a comment.
  private static let lines = #"(?:^.{1,3}$|^.{4}(?<!<!--).*)"#
  /// The same where a heading ends them too.
  private static let linesBeforeHeading = #"(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*)"#

  /// The style of a pattern, which is one of its own if nobody published it.
  package static func style(of pattern: String) -> StyleRule.Style {
    switch pattern {
    case #"^Q: ((?:.+\n)*)\n*A: (.+(?:\n"# + lines + ")*)": return .questionAnswer
    case #"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)"#: return .doubleColon
    case #"((?:[^\n][\n]?)+\n)-{3,}((?:\n"# + lines + ")*)": return .ruled
    case #"\|([^\n|]+)\|\n\|(?:[^\n|]+)\|\n\|([^\n|]+)\|\n?"#: return .table
    default: break
    }
    if let tag = between(#"((?:[^\n][\n]?)+) "#, #" ?\n*((?:\n"# + lines + ")+)", pattern), isTag(tag) {
      return .flashcard(tag: tag)
    }
    if let repeated = between("^#", #"(.+)\n*((?:\n"# + linesBeforeHeading + ")+)", pattern),
      let level = level(repeated)
    {
      return .headingParagraph(level: level)
    }
    if let mark = between(#"((?:.+\n)*(?:.*"#, #".*)(?:\n"# + lines + ")*)", pattern), marks.contains(mark) {
      return .clozeParagraph(mark: mark)
    }
    return headingToEnd(pattern) ?? .pattern(pattern)
  }

  private static let marks: Set<String> = ["{", "==", "{{c", "{{"]

  /// Headings whose answers end at a line END are written in several ways, all of the same parts: a heading, any lines but
  /// as few as can be, END.
  private static func headingToEnd(_ pattern: String) -> StyleRule.Style? {
    for title in [
      #"(.+)\n"#, #"(.*)\n"#, #"\s(.+)\n"#, #" (.+)\n"#, #"\s(.*)\n"#, #" (.*)\n"#, #"\s+(.+)\n"#,
    ] {
      for any in [
        #"([\s\S]*?)"#, #"((?:.|\n)*?)"#, #"((?:.*\n)*?)"#, #"((?:.+\n)*?)"#, #"([^]*?)"#, #"((.|\n)*?)"#,
      ] {
        for end in [#"\nEND"#, #"\n*END"#, #"\nEND$"#, "END", "^END", "^END$"] {
          if let repeated = between("^#", title + any + end, pattern), let level = level(repeated) {
            return .headingToEnd(level: level)
          }
        }
      }
    }
    return nil
  }

  /// What stands between a beginning and an end.
  private static func between(_ start: String, _ end: String, _ pattern: String) -> String? {
    guard pattern.hasPrefix(start), pattern.hasSuffix(end), pattern.count >= start.count + end.count else {
      return nil
    }
    return String(pattern.dropFirst(start.count).dropLast(end.count))
  }

  /// How often `#` stands at least: `+`, or `{2,}`.
  private static func level(_ repeated: String) -> Int? {
    switch repeated {
    case "+", "{1,}", "{1,6}": return 1
    default:
      guard let number = between("{", ",}", repeated) ?? between("{", ",6}", repeated) else { return nil }
      return Int(number).flatMap { (1...6).contains($0) ? $0 : nil }
    }
  }

  /// A word that stands for itself in a pattern.
  private static func isTag(_ text: String) -> Bool {
    text.hasPrefix("#") && text.count > 1 && !text.contains { #"\.[](){}*+?^$| "#.contains($0) }
  }
}
