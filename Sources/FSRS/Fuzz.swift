/// Spreads intervals a little, so that cards learned together do not come back together.
///
/// Source: Anki's ranges (`rslib/src/scheduler/states/fuzz.rs`), stated as a formula in
/// ``bounds(interval:minimum:maximum:)``.
public enum Fuzz {
  /// The whole days an interval may become, ends included.
  ///
  /// An interval I of at least 2.5 days spreads by δ = 1 + 0.15·(min(I, 7) − 2.5)⁺ + 0.1·(min(I, 20) − 7)⁺ +
  /// 0.05·(I − 20)⁺ to both sides; shorter ones are only rounded.
  /// - Parameters:
  ///   - interval: fractional days.
  ///   - minimum: whole days; a minimum above the maximum counts as the maximum.
  ///   - maximum: whole days, at least 1.
  public static func bounds(interval: Double, minimum: Int, maximum: Int) -> ClosedRange<Int> {
    let minimum = min(minimum, maximum)
    let interval = interval.clamped(to: Double(minimum)...Double(maximum))
    let spread = spread(of: interval)
    func day(_ value: Double) -> Int { min(max(Int(value.rounded()), minimum), maximum) }
    let lower = day(interval - spread)
    let upper = day(interval + spread)
    let isStuck = upper == lower && upper > 2 && upper < maximum
    return lower...(isStuck ? upper + 1 : upper)
  }

  /// The interval in whole days: the day of the range that `uniform` (0 ..< 1) points to, or, without one,
  /// the interval rounded half up and kept between minimum and maximum.
  public static func days(interval: Double, minimum: Int, maximum: Int, uniform: Double?) -> Int {
    guard let uniform else {
      let range = Double(min(minimum, maximum))...Double(maximum)
      return Int(interval.clamped(to: range).rounded())
    }
    let range = bounds(interval: interval, minimum: minimum, maximum: maximum)
    return min(range.lowerBound + Int(uniform * Double(range.count)), range.upperBound)
  }

  private static func spread(of interval: Double) -> Double {
    guard interval >= 2.5 else { return 0 }
    return 1 + 0.15 * (min(interval, 7) - 2.5) + 0.1 * max(min(interval, 20) - 7, 0) + 0.05
      * max(interval - 20, 0)
  }
}
