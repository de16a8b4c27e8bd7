import FSRS
import Foundation

/// A mean over learners with its 95 % interval.
struct Estimate: Sendable {
  var mean: Double
  var low: Double
  var high: Double

  private static let resamples = 2000

  /// Bootstrap: learners are drawn with repetition, and the middle 95 % of the means count.
  init(_ values: [Double]) {
    mean = values.reduce(0, +) / Double(values.count)
    var random = SplitMix64(seed: 95)
    let means = (0..<Estimate.resamples).map { _ in
      values.indices.reduce(0.0) { sum, _ in sum + values[random.nextIndex(below: values.count)] }
        / Double(values.count)
    }.sorted()
    low = means[Estimate.resamples / 40]
    high = means[Estimate.resamples - 1 - Estimate.resamples / 40]
  }

  /// With every number changed by a function that rises.
  func map(_ change: (Double) -> Double) -> Estimate {
    var changed = self
    changed.mean = change(mean)
    changed.low = change(low)
    changed.high = change(high)
    return changed
  }

  func text(_ digits: Int) -> String {
    let format = "%+.\(digits)f"
    return String(format: format, mean)
      + " [" + String(format: format, low) + ", " + String(format: format, high) + "]"
  }
}

/// What is compared between two arms of the same learners.
extension [Trial] {
  func of(_ world: World) -> [Trial] { filter { $0.world == world } }

  func values(_ arm: Arm, _ value: (RunResult) -> Double?) -> [Double] {
    compactMap { $0.results[arm].flatMap(value) }
  }

  /// Change of Σ recall per minute from one arm to another, in percent: the geometric mean, which says the same of a gain as of the loss that undoes
  /// it. (The mean of ratios is above 1 for two arms that differ by luck alone.)
  func recallGain(_ arm: Arm, over base: Arm) -> Estimate {
    Estimate(
      compactMap { trial in
        guard let one = trial.results[arm], let other = trial.results[base] else { return nil }
        return log(one.recallPerMinute / other.recallPerMinute)
      }
    ).map { 100 * (exp($0) - 1) }
  }

  /// One arm's value less another's.
  func difference(_ arm: Arm, from base: Arm, _ value: (RunResult) -> Double?) -> Estimate {
    Estimate(
      compactMap { trial in
        guard let one = trial.results[arm].flatMap(value), let other = trial.results[base].flatMap(value)
        else { return nil }
        return one - other
      })
  }
}
