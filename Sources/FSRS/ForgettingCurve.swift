/// How the recall of one memory state falls with time: everything that does not depend on the time is
/// computed once.
///
/// Source: FSRS-7, `models/fsrs_v7.py` of srs-benchmark. With a and b the weights of the traces, R(t) =
/// (a·Rf(t) + b·Rs(t)) / (a + b) · (1 − 2e−5) + 1e−5, and Rx(t) = (1 + speed·t)^exponent for each trace.
struct ForgettingCurve {
  /// One power law: (1 + speed·t)^exponent, with a negative exponent.
  private struct Trace {
    var exponent: Double
    var speed: Double
    var weight: Double

    func retrievability(_ days: Double) -> Double { power(1 + speed * days, exponent) }
  }

  private let fast: Trace
  private let slow: Trace

  /// `state` has to lie within its ranges.
  init(state: FSRS7.State, parameters: FSRS7.Parameters) {
    let curve = parameters.curve
    let decays = 0.01...0.95
    let distance = state.difficulty - 5

    let fastDecay = (curve.fastDecay * power(state.fast, curve.fastDecayExponent - 0.3)).clamped(to: decays)
    let fastFactor = exponential(min(logarithm(curve.fastBase) / -fastDecay, 60)) - 1
    fast = Trace(
      exponent: -fastDecay,
      speed: fastFactor / state.fast,
      weight: curve.fastWeight * power(state.fast, -curve.fastWeightExponent))

    let slowDecay = curve.slowDecay.clamped(to: decays)
    let slowFactor =
      (power(curve.slowBase, -1 / slowDecay) - 1) * exponential(distance * (curve.slowSpeedDifficulty - 0.3))
    slow = Trace(
      exponent: -slowDecay,
      speed: slowFactor / state.slow,
      weight: curve.slowWeight * power(state.slow, curve.slowWeightExponent)
        * exponential(distance * (curve.slowWeightDifficulty - 0.5)))
  }

  /// Recall probability after a time in days; 0.99999 at once.
  func retrievability(_ days: Double) -> Double {
    let time = max(days, 0)
    let mean =
      (fast.weight * fast.retrievability(time) + slow.weight * slow.retrievability(time))
      / (fast.weight + slow.weight)
    return mean * (1 - 2e-5) + 1e-5
  }

  func fastRetrievability(_ days: Double) -> Double { fast.retrievability(max(days, 0)) }

  /// The time in days at which recall has fallen to a probability, or the end of `range` nearest to it.
  ///
  /// Recall falls strictly, so halving an interval of the logarithm of time finds it; 44 halvings
  /// leave a relative error below 1e−11.
  func time(untilRetrievability target: Double, within range: ClosedRange<Double>) -> Double {
    guard retrievability(range.upperBound) <= target else { return range.upperBound }
    var early = logarithm(range.lowerBound)
    var late = logarithm(range.upperBound)
    for _ in 0..<44 {
      let middle = (early + late) / 2
      if retrievability(exponential(middle)) > target { early = middle } else { late = middle }
    }
    return exponential((early + late) / 2)
  }
}
