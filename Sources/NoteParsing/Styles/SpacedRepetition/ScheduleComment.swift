import Markdown
import StudyCore

/// `<!--SR:!2026-12-24,12,250!2026-12-01,3,230-->`: what obsidian-spaced-repetition remembers of a block's cards, in their order
/// (`card-syntax.md` §4.3).
struct ScheduleComment {
  private(set) var range: Range<Int>
  /// Nil for a card that was never answered.
  private(set) var memories: [ForeignMemory?] = []

  /// The comment of a line; nil where there is none.
  init?(_ bytes: Bytes, line: Range<Int>) {
    guard let start = bytes.find("<!--SR:", from: line.lowerBound, limit: line.upperBound),
      let end = bytes.find("-->", from: start, limit: line.upperBound)
    else { return nil }
    range = start..<end + 3
    let entries = bytes.text(start + 7..<end).split(separator: "!", omittingEmptySubsequences: true)
    memories = entries.map { ScheduleComment.memory(String($0)) }
  }

  /// `due,interval,ease`, or `fsrs,due,interval,stability,difficulty,…`.
  private static func memory(_ entry: String) -> ForeignMemory? {
    var values = entry.split(separator: ",", omittingEmptySubsequences: false).map(TextKey.trimmed(_:))
    let isMemory = values.first == "fsrs"
    if isMemory { values.removeFirst() }
    guard values.count >= (isMemory ? 4 : 3), let due = Day(iso: values[0]), due > placeholder,
      let interval = Double(values[1]), interval >= 0, interval.isFinite
    else { return nil }
    if isMemory {
      guard let stability = Double(values[2]), let difficulty = Double(values[3]), stability > 0,
        stability.isFinite, (1...10).contains(difficulty)
      else { return nil }
      return ForeignMemory(
        due: due, interval: interval, strength: .memory(stability: stability, difficulty: difficulty))
    }
    guard let ease = Double(values[2]), ease > 0, ease.isFinite else { return nil }
    return ForeignMemory(due: due, interval: interval, strength: .ease(ease))
  }

  /// 2000-01-01 stands for a sibling that is still new.
  private static let placeholder = Day(number: 10_957)
}

extension TextKey {
  fileprivate static func trimmed(_ text: Substring) -> String { trimmed(String(text)) }
}
