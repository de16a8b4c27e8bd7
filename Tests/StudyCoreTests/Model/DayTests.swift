import FSRS
import Foundation
import StudyCore
import Testing

struct DayTests {
  /// The oracle is Foundation's calendar, which is Gregorian from 15 October 1582 on.
  @Test func civilDatesAreTheCalendars() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    var random = SplitMix64(seed: 3)
    let gregorian = -141_427...700_000
    for number in [gregorian.lowerBound, -1, 0]
      + (0..<5000).map({ _ in Int.random(in: gregorian, using: &random) })
    {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let expected = calendar.dateComponents([.year, .month, .day], from: date)
      let civil = Day(number: number).civil
      #expect(civil.year == expected.year && civil.month == expected.month && civil.day == expected.day)
    }
  }

  @Test func theCalendarRepeatsEvery400Years() {
    for number in stride(from: 0, to: 146_097, by: 11) {
      let civil = Day(number: number).civil
      let early = Day(number: number - 5 * 146_097).civil
      #expect(early.year == civil.year - 2000 && early.month == civil.month && early.day == civil.day)
    }
  }

  @Test(arguments: [(0, "1970-01-01"), (-1, "1969-12-31"), (20_781, "2026-11-24"), (11_016, "2000-02-29")])
  func descriptionIsISO8601(number: Int, expected: String) {
    #expect(Day(number: number).description == expected)
  }
}

struct StudyDayTests {
  @Test(arguments: [
    // The day turns at four in the morning of local time.
    ("2026-11-24T03:59:59+01:00", "2026-11-23"), ("2026-11-24T04:00:00+01:00", "2026-11-24"),
    // Spring forward in Berlin: 02:00 becomes 03:00 on 29 March.
    ("2026-03-29T01:59:59+01:00", "2026-03-28"), ("2026-03-29T03:00:00+02:00", "2026-03-28"),
    ("2026-03-29T04:00:00+02:00", "2026-03-29"), ("2026-03-30T03:59:59+02:00", "2026-03-29"),
    // Fall back: 02:30 happens twice on 25 October, both times on the day before.
    ("2026-10-25T02:30:00+02:00", "2026-10-24"), ("2026-10-25T02:30:00+01:00", "2026-10-24"),
    ("2026-10-25T04:00:00+01:00", "2026-10-25"),
    // Travel across the date line, and an instant before 1970.
    ("2026-11-24T12:00:00+14:00", "2026-11-24"), ("2026-11-23T12:00:00-11:00", "2026-11-23"),
    ("1969-12-31T23:00:00+00:00", "1969-12-31"),
  ])
  func studyDayIsLocal(text: String, expected: String) throws {
    #expect(try moment(text).studyDay(rolloverHour: 4) == day(expected))
  }

  @Test(arguments: 0..<24)
  func theNextRolloverIsWhereTheDayTurns(hour: Int) throws {
    let now = try moment("2026-11-24T09:41:07-03:30")
    let rollover = now.nextRollover(rolloverHour: hour)
    let today = now.studyDay(rolloverHour: hour)
    let before = Moment(
      timestamp: Timestamp(milliseconds: rollover.milliseconds - 1), utcOffset: now.utcOffset)
    let after = Moment(timestamp: rollover, utcOffset: now.utcOffset)
    #expect(before.studyDay(rolloverHour: hour) == today)
    #expect(after.studyDay(rolloverHour: hour) == today.adding(1))
    #expect(today.adding(1).start(rolloverHour: hour, utcOffset: now.utcOffset) == rollover)
  }

  @Test func momentsReadAsISO8601() throws {
    for text in ["2026-11-24T08:30:05+01:00", "1969-12-31T23:59:59-03:30", "2024-02-29T00:00:00+00:00"] {
      #expect(try moment(text).description == text)
    }
  }
}
