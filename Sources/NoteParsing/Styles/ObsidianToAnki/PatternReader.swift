import Foundation
import Markdown

/// Runs an author's own pattern over a note; its groups are the fields. A match is left out where code or a formula begins or
/// ends in it only in part, as Obsidian_to_Anki leaves it out (`card-syntax.md` §3.7).
///
/// Patterns of people can take exponential time. The engine reports each few thousand steps, and after so many reports the note is
/// given up and named in a finding: what counts are steps and not seconds, so that a note is read the same everywhere.
struct PatternReader: CardStyleReader {
  let cards: StyleCards
  let source: String

  /// About half a second of work.
  private static let longestWork = 2000
  private static let longestNote = 1 << 20

  func read(_ text: StyleText) -> StyleFindings {
    var found = StyleFindings()
    guard let first = text.lines.first, let last = text.lines.last,
      let expression = try? NSRegularExpression(
        pattern: JavaScriptPattern.translated(source), options: .anchorsMatchLines)
    else { return found }
    let whole = first.range.lowerBound..<last.range.upperBound
    guard whole.count <= PatternReader.longestNote else {
      found.problems.append((.patternGivenUp(noteType: cards.noteType.name), whole.lowerBound))
      return found
    }
    let string = text.bytes.text(whole)
    var matches: [[Range<Int>?]] = []
    var work = 0
    expression.enumerateMatches(
      in: string, options: .reportProgress, range: NSRange(string.startIndex..., in: string)
    ) { match, _, stop in
      if let match {
        matches.append(PatternReader.ranges(of: match, in: string, from: whole.lowerBound))
      } else {
        work += 1
        if work >= PatternReader.longestWork { stop.pointee = true }
      }
    }
    if work >= PatternReader.longestWork {
      found.problems.append((.patternGivenUp(noteType: cards.noteType.name), whole.lowerBound))
    }
    found.cards = matches.compactMap { card($0, in: text) }
    return found
  }

  /// The byte ranges of a match and of its groups.
  private static func ranges(
    of match: NSTextCheckingResult, in string: String, from start: Int
  ) -> [Range<Int>?] {
    (0..<match.numberOfRanges).map { group in
      guard let range = Range(match.range(at: group), in: string) else { return nil }
      let lower = string.utf8.distance(from: string.startIndex, to: range.lowerBound)
      return start + lower..<start + lower
        + string.utf8.distance(from: range.lowerBound, to: range.upperBound)
    }
  }

  private func card(_ groups: [Range<Int>?], in text: StyleText) -> StyledCard? {
    guard let whole = groups.first ?? nil, !whole.isEmpty, !text.isOpaque(whole.lowerBound),
      !text.isOpaque(whole.upperBound - 1)
        || text.opaqueRange(at: whole.upperBound - 1)?.upperBound == whole.upperBound
    else { return nil }
    let lines = text.lines(of: whole)
    var after = lines.upperBound..<lines.upperBound
    let names = CardNames(text, lines: &after)
    let fields = groups.dropFirst().map { $0.map { TextKey.trimmed(text.bytes.text($0)) } ?? "" }
    let end = max(names.end, lines.upperBound)
    return StyledCard(
      syntax: cards.syntax, noteType: cards.noteType, texts: fields,
      range: whole.lowerBound..<text.lines[end - 1].range.upperBound, names: names)
  }
}
