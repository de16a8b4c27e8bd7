/// The delays of the learning or relearning steps and Anki's rules for moving along them.
///
/// Each rule gives the step to wait for next and its delay in seconds, or nil where the steps are over. An
/// index past the end, left from longer steps of before, counts as the last.
struct LearningSteps {
  struct Next: Hashable {
    var step: Int
    var seconds: Int64
  }

  private static let day: Int64 = 86_400

  /// Seconds.
  var delays: [Int64]

  /// *Again* starts over.
  var again: Next? { delays.first.map { Next(step: 0, seconds: $0) } }

  /// *Hard* repeats the step. On the first it takes the mean of the first two, and where there is only one,
  /// half as long again but at most a day more; more than a day becomes whole days.
  func hard(at step: Int) -> Next? {
    guard let step = valid(step) else { return nil }
    if step > 0 { return Next(step: step, seconds: delays[step]) }
    let first = delays[0]
    let seconds =
      delays.count > 1 ? (first + delays[1]) / 2 : min(first * 3 / 2, first + Self.day)
    let wholeDays = (seconds + Self.day / 2) / Self.day
    return Next(step: 0, seconds: seconds > Self.day ? wholeDays * Self.day : seconds)
  }

  /// *Good* goes on to the next step.
  func good(at step: Int) -> Next? {
    guard let step = valid(step), step + 1 < delays.count else { return nil }
    return Next(step: step + 1, seconds: delays[step + 1])
  }

  private func valid(_ step: Int) -> Int? {
    delays.isEmpty ? nil : min(max(step, 0), delays.count - 1)
  }
}
