import Foundation
import Testing

@testable import StudyCore

/// Every button of 480 cards against what the real Anki does with it, fuzz off: `golden/fsrs/anki-vectors.json`, from the backend of
/// Anki 26.9.3. Tolerances as in the README beside it.
@Suite(.enabled(if: GoldenFiles.areThere, "needs ../shared/golden"))
struct AnkiRuleTests {
  private struct Header: Decodable {
    var paramSets: [[Double]]
    var stepsMinutes: [[[Double]]]
  }

  private struct Row: Decodable {
    var id: Int
    /// Parameter set, steps, desired retention, maximum interval, leech threshold, "short-term with steps".
    var p: Int
    var st: Int
    var dr: Double
    var max: Int
    var leech: Int
    var swst: Int
    var type: String
    /// Scheduler days since the last review, interval, lapses, remaining steps, memory.
    var days: Int
    var ivl: Int
    var lapses: Int
    var left: Int
    var s: Double?
    var d: Double?
    var next: [Next]
  }

  private struct Next: Decodable {
    /// Kind, delay, remaining steps, days, lapses, leech, stability and difficulty.
    var k: String
    var secs: Int64?
    var left: Int?
    var days: Int?
    var lapses: Int?
    var leech: Int?
    var m: [Double]
  }

  private static func load() throws -> (Header, [Row]) {
    let lines = try GoldenFiles.lines("anki-vectors.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let header = try decoder.decode(Header.self, from: lines[0])
    return (header, try lines.dropFirst().map { try decoder.decode(Row.self, from: $0) })
  }

  /// Noon of a study day that begins at midnight: half a day is left.
  private static func noon() throws -> Moment { try moment("2026-11-24T12:00:00+00:00") }

  @Test func `every button does what it does in Anki`() throws {
    let (header, rows) = try Self.load()
    #expect(rows.count == 480)
    for row in rows {
      let scheduler = try Self.scheduler(row, header)
      let before = try Self.schedule(row, header)
      for (rating, expected) in zip(Rating.allCases, row.next) {
        let outcome = scheduler.outcome(of: rating, for: before, card: key(row.id), at: try Self.noon())
        try Self.check(outcome, expected, row, header)
      }
    }
  }

  private static func scheduler(_ row: Row, _ header: Header) throws -> Scheduler {
    var settings = SchedulerSettings()
    let steps = header.stepsMinutes[row.st].map { $0.map { Int64($0 * 60) } }
    (settings.learningSteps, settings.relearningSteps) = (steps[0], steps[1])
    settings.model = .fsrs6(
      FSRS6(parameters: try #require(FSRS6.Parameters(clamping: header.paramSets[row.p]))))
    settings.desiredRetention = row.dr
    settings.maximumInterval = row.max
    settings.leechThreshold = row.leech
    settings.keepsShortIntervals = row.swst == 1
    settings.spreadsIntervals = false
    settings.rolloverHour = 0
    return Scheduler(settings: settings)
  }

  private static func schedule(_ row: Row, _ header: Header) throws -> CardSchedule {
    let now = try noon()
    var schedule = CardSchedule()
    schedule.lapses = row.lapses
    guard let stability = row.s, let difficulty = row.d else { return schedule }
    schedule.memory = .fsrs6(FSRS6.State(stability: stability, difficulty: difficulty))
    schedule.lastReview = now.timestamp.adding(seconds: -Int64(row.days) * 86_400 - 60)
    schedule.repetitions = 3
    let steps = header.stepsMinutes[row.st]
    switch row.type {
    case "learn": schedule.phase = .learning(step: steps[0].count - row.left, due: now.timestamp)
    case "relearn":
      schedule.phase = .relearning(step: steps[1].count - row.left, due: now.timestamp, interval: row.ivl)
    default: schedule.phase = .review(due: now.studyDay(rolloverHour: 0), interval: row.ivl)
    }
    return schedule
  }

  private static func check(_ outcome: Outcome, _ expected: Next, _ row: Row, _ header: Header) throws {
    let place: Comment = "row \(row.id), \(row.type), \(outcome.rating)"
    guard case .fsrs6(let state) = outcome.schedule.memory else {
      Issue.record("no memory of FSRS-6: \(place)")
      return
    }
    #expect(abs(state.stability - expected.m[0]) <= 2e-4 * max(1e-3, expected.m[0]), place)
    #expect(abs(state.difficulty - expected.m[1]) <= 2e-4 * max(1e-3, expected.m[1]), place)
    if let lapses = expected.lapses { #expect(outcome.schedule.lapses == lapses, place) }
    if let leech = expected.leech { #expect(outcome.isLeech == (leech == 1), place) }
    let steps = header.stepsMinutes[row.st]
    switch outcome.schedule.phase {
    case .new: Issue.record("still new: \(place)")
    case .learning(let step, _):
      #expect(expected.k == "learn" && steps[0].count - step == expected.left, place)
      checkDelay(outcome, expected, place)
    case .relearning(let step, _, let interval):
      #expect(expected.k == "relearn" && steps[1].count - step == expected.left, place)
      #expect(interval == expected.days, place)
      checkDelay(outcome, expected, place)
    case .review(_, let interval):
      #expect(expected.k == "review" && interval == expected.days, place)
    }
  }

  /// The vectors give delays as they are; at noon half a day is left, and a longer one becomes whole days.
  private static func checkDelay(_ outcome: Outcome, _ expected: Next, _ place: Comment) {
    guard let seconds = expected.secs else {
      Issue.record("no delay expected: \(place)")
      return
    }
    let (day, left): (Int64, Int64) = (86_400, 43_200)
    guard abs(seconds - left) > 2 else { return }
    if seconds >= left {
      #expect(outcome.interval == (1 + (seconds - left) / day) * day, place)
    } else {
      #expect(abs(outcome.interval - seconds) <= max(1, Int64(2e-5 * Double(seconds))), place)
    }
  }
}
