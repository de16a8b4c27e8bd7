/// A civil date: days since 1970-01-01.
///
/// Study days, due days and everything counted per day use this type; it knows no time zone.
package struct Day: Hashable, Comparable, Sendable {
  package var number: Int

  package init(number: Int) { self.number = number }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  package func adding(_ days: Int) -> Day { Day(number: number + days) }
  package func days(since earlier: Day) -> Int { number - earlier.number }
}

extension Day: CustomStringConvertible {
  /// Year, month (1–12) and day of the month (1–31) in the proleptic Gregorian calendar.
  ///
  /// Source of the arithmetic: the 400-year cycle has 146,097 days; years are counted from 1 March so that
  /// the leap day comes last.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }

  /// ISO 8601, for example `2026-11-24`.
  package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// Decimal digits with leading zeros; the pure modules have no Foundation formatter.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (value < 0 ? "-" : "") + zeros + digits
}

extension Moment: CustomStringConvertible {
  /// ISO 8601 with offset and whole seconds, for example `2026-11-24T08:30:00+01:00`.
  package var description: String { text(fraction: "") }

  /// The same to the millisecond: `2026-11-24T08:30:00.250+01:00`.
  package var preciseDescription: String {
    let milliseconds = timestamp.milliseconds - timestamp.seconds * 1000
    return text(fraction: "." + padded(Int(milliseconds), 3))
  }

  /// The time of day: `08:30:00`.
  package var clockTime: String {
    let second = Int(localSeconds - localDay * 86_400)
    return [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
  }

  private var localSeconds: Int64 { timestamp.seconds + Int64(utcOffset) }

  private var localDay: Int64 { localSeconds.flooredDivision(by: 86_400) }

  private func text(fraction: String) -> String {
    let offset = utcOffset.magnitude
    let zone = "\(padded(Int(offset / 3600), 2)):\(padded(Int(offset / 60 % 60), 2))"
    return "\(Day(number: Int(localDay)))T\(clockTime)\(fraction)\(utcOffset < 0 ? "-" : "+")\(zone)"
  }
}

extension Day {
  /// Reads `2026-11-24`; nil for anything else, and for a day that no calendar has.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return nil }
    // The inverse of `civil`: years are counted from 1 March.
    let shiftedYear = month > 2 ? year : year - 1
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
    guard civil == (year, month, day) else { return nil }
  }
}

extension Moment {
  /// Reads what ``preciseDescription`` writes, and the same without fraction; nil for anything else.
  package init?(iso text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(iso: String(halves[0])),
      let sign = halves[1].lastIndex(where: { $0 == "+" || $0 == "-" }),
      let clock = Moment.numbers(halves[1][..<sign].prefix(8), below: [24, 60, 60]),
      let zone = Moment.numbers(halves[1][sign...].dropFirst(), below: [24, 60])
    else { return nil }
    let fraction = halves[1][..<sign].dropFirst(8)
    guard let milliseconds = fraction.isEmpty ? 0 : Moment.milliseconds(fraction) else { return nil }
    let offset = (halves[1][sign] == "-" ? -1 : 1) * (zone[0] * 3600 + zone[1] * 60)
    let seconds = day.number * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2] - offset
    self.init(timestamp: Timestamp(milliseconds: Int64(seconds * 1000 + milliseconds)), utcOffset: offset)
  }

  /// Reads numbers of two digits with colons between them.
  private static func numbers(_ text: Substring, below limits: [Int]) -> [Int]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number($0, digits: 2) }
    guard parts.count == limits.count, numbers.count == limits.count,
      zip(numbers, limits).allSatisfy({ $0 < $1 })
    else { return nil }
    return numbers
  }

  /// Reads `.250`.
  private static func milliseconds(_ text: Substring) -> Int? {
    text.first == "." ? number(text.dropFirst(), digits: 3) : nil
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }
}
