/// States for cards that come from another scheduler.
extension FSRS7 {
  /// A state whose recall is 0.9 after `stability` days, with the traces as far apart as after a first review.
  ///
  /// - Parameters:
  ///   - stability: the time in days at which recall is 0.9.
  ///   - difficulty: 1–10.
  public func state(stability: Double, difficulty: Double) -> State {
    func state(_ slow: Double) -> State {
      State(slow: slow, fast: 0.8 * slow, difficulty: difficulty.clamped(to: Self.difficulties))
    }
    // The time at which recall is 0.9 grows with the traces, so halving a logarithmic interval finds them.
    var low = logarithm(Self.stabilities.lowerBound)
    var high = logarithm(Self.stabilities.upperBound)
    for _ in 0..<44 {
      let middle = (low + high) / 2
      if self.stability(state(exponential(middle))) < stability { low = middle } else { high = middle }
    }
    return state(exponential((low + high) / 2))
  }

  /// The difficulty at which a card of this stability grows by `ease` when it is answered *good* at a recall of 0.9: the growth of
  /// the slow trace, solved for the difficulty.
  ///
  /// - Parameters:
  ///   - ease: SM-2's factor, 2.5 for a new card.
  ///   - stability: in days.
  public func difficulty(ease: Double, stability: Double) -> Double {
    let trace = parameters.slowTrace
    let growth =
      exponential(trace.growth - 1.5)
      * power(stability.clamped(to: Self.stabilities), -trace.growthStabilityExponent)
      * (exponential(0.1 * trace.growthRetrievability) - 1)
    return (11 - (ease - 1) / growth).clamped(to: Self.difficulties)
  }
}
