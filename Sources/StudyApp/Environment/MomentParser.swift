import Foundation
import StudyCore

/// Turns dates of the platform and texts into moments.
package enum MomentParser {
  package static func moment(_ date: Date, timeZone: TimeZone) -> Moment {
    Moment(
      timestamp: Timestamp(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down))),
      utcOffset: timeZone.secondsFromGMT(for: date))
  }

  /// ISO 8601 with an offset or `Z` (the offset is kept), or whole seconds since 1970 (in the given zone).
  package static func parse(_ text: String, timeZone: TimeZone) -> Moment? {
    if let seconds = Int64(text) {
      return moment(Date(timeIntervalSince1970: TimeInterval(seconds)), timeZone: timeZone)
    }
    guard let date = try? Date(text, strategy: .iso8601), let offset = offset(of: text) else { return nil }
    let milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
    return Moment(timestamp: Timestamp(milliseconds: milliseconds), utcOffset: offset)
  }

  /// Seconds east of UTC that an ISO 8601 time ends with.
  private static func offset(of text: String) -> Int? {
    if text.hasSuffix("Z") || text.hasSuffix("z") { return 0 }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let digits = text[text.index(after: sign)...].filter(\.isNumber)
    guard digits.count == 4, let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)) else {
      return nil
    }
    return (text[sign] == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
