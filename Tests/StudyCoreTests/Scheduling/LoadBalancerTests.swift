import Testing

@testable import StudyCore

/// The weights of Anki's load balancer (`fsrs.md` §3), computed by hand, and what follows from them.
struct LoadBalancerTests {
  /// A Monday.
  private let today = try? day("2026-11-23")

  private func balancer(
    _ counts: [Int: Int], siblings: [Int] = [], _ change: (inout EasyDays) -> Void = { _ in }
  ) throws -> LoadBalancer {
    let today = try #require(today)
    var easyDays = EasyDays()
    change(&easyDays)
    return LoadBalancer(
      start: today,
      load: DueLoad(
        counts: Dictionary(uniqueKeysWithValues: counts.map { (today.adding($0), $1) }),
        siblings: siblings.map { today.adding($0) }),
      easyDays: easyDays)
  }

  /// How often each day is chosen of an interval of 4 days, which may become 3 to 5.
  private func shares(_ balancer: LoadBalancer) -> [Int: Double] {
    let count = 100_000
    var shares: [Int: Double] = [:]
    for step in 0..<count {
      let uniform = (Double(step) + 0.5) / Double(count)
      let days = balancer.days(interval: 4, minimum: 1, maximum: 100, uniform: uniform)
      shares[days ?? 0, default: 0] += 1 / Double(count)
    }
    return shares
  }

  private func expect(_ shares: [Int: Double], areAs weights: [Int: Double]) {
    let sum = weights.values.reduce(0, +)
    #expect(Set(shares.keys).isSubset(of: weights.keys))
    for (days, weight) in weights { #expect(abs((shares[days] ?? 0) - weight / sum) < 1e-4) }
  }

  @Test func fewerCardsAndShorterIntervalsWeighMore() throws {
    // 2^-2.15 = 0.22531, 4^-2.15 = 0.050766, and the cubes of 3, 4 and 5.
    expect(
      shares(try balancer([3: 2, 4: 1, 5: 4])), areAs: [3: 0.22531 / 27, 4: 1.0 / 64, 5: 0.050766 / 125])
  }

  @Test func anEmptyDayWeighsOne() throws {
    expect(shares(try balancer([3: 1, 4: 1], siblings: [5])), areAs: [3: 0.4 / 27, 4: 0.2 / 64, 5: 1])
    expect(shares(try balancer([:])), areAs: [3: 1, 4: 1, 5: 1])
  }

  @Test func daysNearASiblingWeighLess() throws {
    // The sibling on day 8 is five, four and three days away.
    expect(
      shares(try balancer([3: 1, 4: 1, 5: 1], siblings: [8])),
      areAs: [3: 1.0 / 27, 4: 0.8 / 64, 5: 0.6 / 125])
    expect(
      shares(try balancer([3: 1, 4: 1, 5: 1], siblings: [4, 8])),
      areAs: [3: 0.2 / 27, 4: 0.8e-6 / 64, 5: 0.2 * 0.6 / 125])
  }

  @Test func easyDaysWeighLessWhenTheyHaveTheirShare() throws {
    // Days 3, 4 and 5 are a Thursday, Friday and Saturday.
    expect(
      shares(try balancer([3: 1, 4: 1, 5: 1]) { $0[.friday] = .minimum }),
      areAs: [3: 1.0 / 27, 4: 1e-4 / 64, 5: 1.0 / 125])
    // 3 on Thursday for half a share are more than 4 + 1 for two.
    expect(
      shares(try balancer([3: 3, 4: 1, 5: 4]) { $0[.thursday] = .reduced }),
      areAs: [3: 0.094230 * 1e-4 / 27, 4: 1.0 / 64, 5: 0.050766 / 125])
    // 1 for half a share is less than 4 + 4 for two.
    expect(
      shares(try balancer([3: 1, 4: 4, 5: 4]) { $0[.thursday] = .reduced }),
      areAs: [3: 1.0 / 27, 4: 0.050766 / 64, 5: 0.050766 / 125])
  }

  @Test func intervalsFarAwayAreNotBalanced() throws {
    let balancer = try balancer([:])
    #expect(balancer.days(interval: 91, minimum: 1, maximum: 36_500, uniform: 0.5) == nil)
    #expect(balancer.days(interval: 90.9, minimum: 1, maximum: 36_500, uniform: 0.5) != nil)
    #expect(balancer.days(interval: 50, minimum: 91, maximum: 36_500, uniform: 0.5) == nil)
  }
}
