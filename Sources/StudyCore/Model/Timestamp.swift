/// An instant: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// Nothing below the command line asks a clock; an instant always arrives as an argument.
package struct Timestamp: Hashable, Comparable, Sendable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  package init(seconds: Int64) { self.init(milliseconds: seconds * 1000) }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

  /// Whole seconds since the epoch, rounded down.
  package var seconds: Int64 { milliseconds.flooredDivision(by: 1000) }

  package func adding(seconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + seconds * 1000) }

  /// Elapsed time since `earlier` in fractional days; negative when `earlier` is later.
  package func days(since earlier: Timestamp) -> Double {
    Double(milliseconds - earlier.milliseconds) / 86_400_000
  }
}

/// An instant together with the learner's distance from UTC at that instant.
///
/// The offset is stored with every log entry, so that the study day of an answer can be computed
/// again anywhere, whatever happened to time zones since.
package struct Moment: Hashable, Sendable {
  package var timestamp: Timestamp
  /// Seconds east of UTC (+3600 for central European winter time).
  package var utcOffset: Int

  package init(timestamp: Timestamp, utcOffset: Int) {
    self.timestamp = timestamp
    self.utcOffset = utcOffset
  }

  package func adding(seconds: Int64) -> Moment {
    Moment(timestamp: timestamp.adding(seconds: seconds), utcOffset: utcOffset)
  }

  /// The study day: the civil date of local time less the rollover hour (0–23).
  package func studyDay(rolloverHour: Int) -> Day {
    Day(
      number: Int(
        (timestamp.seconds + Int64(utcOffset) - Int64(rolloverHour) * 3600).flooredDivision(by: 86_400)))
  }

  /// The study day of another instant, as days are counted here and now.
  package func studyDay(of other: Timestamp, rolloverHour: Int) -> Day {
    Moment(timestamp: other, utcOffset: utcOffset).studyDay(rolloverHour: rolloverHour)
  }

  /// The first instant of the study day after this one, assuming the offset stays what it is.
  package func nextRollover(rolloverHour: Int) -> Timestamp {
    studyDay(rolloverHour: rolloverHour).adding(1).start(rolloverHour: rolloverHour, utcOffset: utcOffset)
  }
}

extension Day {
  /// The first instant of this study day where local time is `utcOffset` seconds east of UTC.
  package func start(rolloverHour: Int, utcOffset: Int) -> Timestamp {
    Timestamp(seconds: Int64(number) * 86_400 + Int64(rolloverHour) * 3600 - Int64(utcOffset))
  }
}

extension Int64 {
  /// Division that rounds toward negative infinity, so that instants before 1970 fall on the right day.
  func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
