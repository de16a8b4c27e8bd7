import FSRS

/// How intervals become whole days, and steps end, so that cards answered together do not stay together.
struct Spread {
  /// Where the fuzz falls, 0 ..< 1, the same for all ratings, so that it keeps their order; nil for none.
  var uniform: Double?
  /// The same for the delays of steps.
  var delayUniform: Double?
  var balancer: LoadBalancer?

  func days(interval: Double, minimum: Int, maximum: Int) -> Int {
    if let uniform, let balancer,
      let days = balancer.days(interval: interval, minimum: minimum, maximum: maximum, uniform: uniform)
    {
      return days
    }
    return Fuzz.days(interval: interval, minimum: minimum, maximum: maximum, uniform: uniform)
  }

  /// How many milliseconds later than its delay in seconds a step ends, so that cards answered one after the other come in another
  /// order: up to a quarter of it, at most five minutes.
  ///
  /// Source: Anki (`fsrs.md` §3).
  func lateness(of delay: Int64) -> Int64 {
    guard let delayUniform else { return 0 }
    return Int64(delayUniform * min(Double(delay) / 4, 300) * 1000)
  }
}
