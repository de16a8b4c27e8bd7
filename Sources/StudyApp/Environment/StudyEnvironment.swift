import Foundation
import StudyCore

/// What the program takes from outside: environment variables, clock and time zone, read once at the start.
package struct StudyEnvironment: Sendable {
  package var variables: [String: String]
  /// The clock's first reading.
  package var start: Moment
  /// True with `LINNET_NOW`: then time passes only by what answers take.
  package var isClockFixed: Bool
  /// Decides shuffles; from `LINNET_SEED`, else 0.
  package var seed: UInt64

  /// - Throws: ``SettingError`` for a variable that cannot be read.
  package init(variables: [String: String], systemTime: Date, timeZone: TimeZone) throws {
    self.variables = variables
    if let text = variables["LINNET_NOW"], !text.isEmpty {
      guard let moment = MomentParser.parse(text, timeZone: timeZone) else {
        throw SettingError(
          name: "LINNET_NOW", value: text,
          expected: "a time such as 2026-11-24T08:00:00+01:00, or seconds since 1970")
      }
      start = moment
      isClockFixed = true
    } else {
      start = MomentParser.moment(systemTime, timeZone: timeZone)
      isClockFixed = false
    }
    seed = 0
    if let text = variables["LINNET_SEED"], !text.isEmpty {
      guard let value = Int64(text) else {
        throw SettingError(name: "LINNET_SEED", value: text, expected: "a whole number")
      }
      seed = UInt64(bitPattern: value)
    }
  }

  /// The program's own surroundings.
  package static func current() throws -> StudyEnvironment {
    try StudyEnvironment(
      variables: ProcessInfo.processInfo.environment, systemTime: Date(), timeZone: .current)
  }

  /// Reads a variable; an empty one counts as not set, as the XDG rules ask.
  package func variable(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A setting or variable that says something Linnet cannot use.
package struct SettingError: Error, Hashable, Sendable {
  package var name: String
  package var value: String
  package var expected: String

  package init(name: String, value: String, expected: String) {
    self.name = name
    self.value = value
    self.expected = expected
  }
}
