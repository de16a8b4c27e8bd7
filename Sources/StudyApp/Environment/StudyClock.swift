import Foundation
import StudyCore

/// The clock of a quiz: the time of day, and how long an answer took.
///
/// With `LINNET_NOW` it starts there and time passes only by what answers take (`design.md` §5.4); otherwise it is
/// the system's, and answers are measured by a clock that nobody sets.
package struct StudyClock {
  /// Nobody thinks longer about a card; whoever does has left the table (Anki's rule). Seconds.
  package static let longestAnswer = 60.0
  /// What an answer takes at least where the clock is fixed. Seconds.
  package static let shortestFixedAnswer = 1.0

  private var fixed: Moment?
  private let systemTime: () -> Moment
  private let elapsed: () -> Double
  private var questionShown: Double

  /// - Parameters:
  ///   - fixed: where time stands still, if it does.
  ///   - systemTime: the time of day.
  ///   - elapsed: seconds since some instant, never set back.
  package init(fixed: Moment?, systemTime: @escaping () -> Moment, elapsed: @escaping () -> Double) {
    self.fixed = fixed
    self.systemTime = systemTime
    self.elapsed = elapsed
    questionShown = elapsed()
  }

  /// The system's clocks, or those that the environment asks for.
  package init(_ environment: StudyEnvironment) {
    let start = ContinuousClock.now
    self.init(
      fixed: environment.isClockFixed ? environment.start : nil,
      systemTime: { MomentParser.moment(Date(), timeZone: .current) },
      elapsed: { (ContinuousClock.now - start) / .seconds(1) })
  }

  /// False where time stands still between answers.
  package var isRunning: Bool { fixed == nil }

  package var now: Moment { fixed ?? systemTime() }

  /// A question is on the screen: what comes now is time taken for it.
  package mutating func startAnswer() { questionShown = elapsed() }

  /// How long the answer took, in seconds.
  package var secondsTaken: Double {
    if fixed != nil { return StudyClock.shortestFixedAnswer }
    return min(StudyClock.longestAnswer, max(0, elapsed() - questionShown))
  }

  /// An answer was recorded.
  package mutating func passed(seconds: Double) {
    guard let now = fixed else { return }
    fixed = now.adding(seconds: Int64(max(StudyClock.shortestFixedAnswer, seconds).rounded(.up)))
  }
}
