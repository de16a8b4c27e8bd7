/// Where an answer put a card, as the log keeps it: its name and numbers with blanks between. Times are UTC milliseconds, days since
/// 1970-01-01, intervals days.
///
///     learning 1 1764000000000      step, due
///     relearning 0 1764000000000 12 step, due, the interval that the lapse left
///     review 20500 12               due day, interval
package enum LoggedPhase {
  package static func text(of phase: CardSchedule.Phase) -> String {
    switch phase {
    case .new: phase.name
    case .learning(let step, let due): "\(phase.name) \(step) \(due.milliseconds)"
    case .relearning(let step, let due, let interval):
      "\(phase.name) \(step) \(due.milliseconds) \(interval)"
    case .review(let day, let interval): "\(phase.name) \(day.number) \(interval)"
    }
  }

  /// Nil for a text of another form, as a later version may write.
  package static func phase(_ text: String) -> CardSchedule.Phase? {
    let words = text.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int64($0) }
    guard numbers.count == words.count - 1 else { return nil }
    switch (words.first, numbers.count) {
    case ("new", 0): return .new
    case ("learning", 2): return .learning(step: Int(numbers[0]), due: Timestamp(milliseconds: numbers[1]))
    case ("relearning", 3):
      return .relearning(
        step: Int(numbers[0]), due: Timestamp(milliseconds: numbers[1]), interval: Int(numbers[2]))
    case ("review", 2): return .review(due: Day(number: Int(numbers[0])), interval: Int(numbers[1]))
    default: return nil
    }
  }
}
