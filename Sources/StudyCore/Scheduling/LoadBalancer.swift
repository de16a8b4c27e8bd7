import FSRS

/// Chooses among the days that an interval may become one on which few cards are due.
///
/// Source: Anki's load balancer (`fsrs.md` §3).
struct LoadBalancer {
  /// Where intervals begin.
  let start: Day
  let load: DueLoad
  let easyDays: EasyDays

  /// Intervals further away are only spread: until then much will change. Whole days.
  private static let furthest = 90
  /// How much more often fewer cards and shorter intervals are chosen.
  private static let countPower = 2.15
  private static let dayPower = 3.0
  /// The share of a day of least load; a day without any would never be chosen.
  private static let minimumShare = 1e-4
  private static let reducedShare = 0.5
  /// What is left of the weight of a day that lies so many days from one on which a sibling is due.
  private static let siblingShares = [1e-6, 0.2, 0.4, 0.6, 0.8]

  /// The interval in whole days that `uniform` (0 ..< 1) points to; nil for one that is not balanced.
  func days(interval: Double, minimum: Int, maximum: Int, uniform: Double) -> Int? {
    guard interval < Double(LoadBalancer.furthest + 1), minimum <= LoadBalancer.furthest else { return nil }
    let range = Fuzz.bounds(interval: interval, minimum: minimum, maximum: maximum)
    let weights = weights(of: range)
    var rest = uniform * weights.reduce(0, +)
    for (days, weight) in zip(range, weights) {
      rest -= weight
      if rest < 0 { return days }
    }
    return range.upperBound
  }

  /// Of 1 for an empty day, whatever else speaks against it; else (1/n)^2.15·(1/interval)³·sibling·easy day.
  private func weights(of range: ClosedRange<Int>) -> [Double] {
    let counts = range.map { load.counts[start.adding($0)] ?? 0 }
    let shares = easyShares(of: range, counts)
    return zip(zip(range, counts), shares).map { place, share in
      let (days, count) = place
      guard count > 0 else { return 1 }
      return power(Double(count), -LoadBalancer.countPower)
        * power(Double(days), -LoadBalancer.dayPower) * siblingShare(days) * share
    }
  }

  private func siblingShare(_ days: Int) -> Double {
    load.siblings.reduce(1) { share, sibling in
      let distance = abs(sibling.days(since: start.adding(days)))
      return share
        * (distance < LoadBalancer.siblingShares.count ? LoadBalancer.siblingShares[distance] : 1)
    }
  }

  /// A reduced day counts like any other until it has more than half of what the other days of the range have for their shares.
  private func easyShares(of range: ClosedRange<Int>, _ counts: [Int]) -> [Double] {
    let loads = range.map { easyDays[start.adding($0).weekday] }
    let total = counts.reduce(0, +)
    let shares = loads.map(LoadBalancer.share).reduce(0, +)
    return zip(loads, counts).map { load, count in
      switch load {
      case .normal: return 1
      case .minimum: return LoadBalancer.minimumShare
      case .reduced:
        let others = Double(total - count) / (shares - LoadBalancer.reducedShare)
        return Double(count) / LoadBalancer.reducedShare > others ? LoadBalancer.minimumShare : 1
      }
    }
  }

  private static func share(of load: EasyDays.Load) -> Double {
    switch load {
    case .normal: 1
    case .reduced: reducedShare
    case .minimum: minimumShare
    }
  }
}
