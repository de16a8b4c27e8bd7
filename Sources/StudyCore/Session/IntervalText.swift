/// Short texts for intervals, as on Anki's buttons.
package enum IntervalText {
  private static let hour: Double = 3600
  private static let day = 24 * hour
  private static let month = 30 * day
  private static let year = 365 * day

  /// `<10m`, `9d`, `2.4mo`, `1.1y`. Seconds, minutes and days are whole; the others have one decimal where it
  /// is not 0.
  ///
  /// - Parameters:
  ///   - seconds: the interval, at least 0.
  ///   - learnAhead: seconds; an interval below it gets `<`, because the card may come early.
  package static func short(seconds: Int64, learnAhead: Int64) -> String {
    let value = Double(seconds)
    let text =
      switch value {
      case ..<60: whole(value, "s")
      case ..<hour: whole(value / 60, "m")
      case ..<day: tenths(value / hour, "h")
      case ..<month: whole(value / day, "d")
      case ..<year: tenths(value / month, "mo")
      default: tenths(value / year, "y")
      }
    return seconds < learnAhead ? "<" + text : text
  }

  private static func whole(_ value: Double, _ unit: String) -> String { "\(Int(value.rounded()))\(unit)" }

  private static func tenths(_ value: Double, _ unit: String) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)\(unit)" : "\(tenths / 10).\(tenths % 10)\(unit)"
  }
}
