import FSRS

/// Turns the intervals that the memory model asks for into whole days that suit the buttons: *hard* is
/// shorter than *good*, *good* shorter than *easy*, and a longer interval than the last one really is longer.
///
/// Source of the rules: Anki's review state (`fsrs.md` §3).
struct ReviewIntervals {
  /// The interval given last, in days.
  var previous: Int
  /// Days, at least 1.
  var maximum: Int
  var spread: Spread

  func hard(_ interval: Double) -> Int { days(interval, atLeast: 1) }

  func good(_ interval: Double, hard: Int) -> Int { days(interval, atLeast: hard + 1) }

  func easy(_ interval: Double, good: Int) -> Int { days(interval, atLeast: good + 1) }

  private func days(_ interval: Double, atLeast minimum: Int) -> Int {
    spread.days(interval: interval, minimum: max(minimum, lowest(interval)), maximum: maximum)
  }

  /// Above the previous interval where rounding gives more than it; the previous interval itself where fuzz
  /// could have given it; otherwise anything.
  private func lowest(_ interval: Double) -> Int {
    if interval.rounded() > Double(previous) { return previous + 1 }
    let reachable = Fuzz.bounds(interval: interval, minimum: 1, maximum: maximum)
    return previous <= reachable.upperBound ? previous : 0
  }
}
