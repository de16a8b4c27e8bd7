import Foundation
import Testing

@testable import StudyCore

/// Steps and whole days against what the real Anki does with 480 cards, fuzz off. Memory is Anki's FSRS-6
/// there, so its intervals are computed from the stability it reports; our rules only turn them into days.
@Suite(.enabled(if: GoldenFiles.areThere, "needs ../shared/golden"))
struct AnkiRuleTests {
  private struct Header: Decodable {
    var paramSets: [[Double]]
    var stepsMinutes: [[[Double]]]
  }

  private struct Row: Decodable {
    var id: Int
    /// Parameter set, steps, desired retention, maximum interval.
    var p: Int
    var st: Int
    var dr: Double
    var max: Int
    var type: String
    var ivl: Int
    var left: Int
    var next: [Next]
  }

  private struct Next: Decodable {
    /// Kind, delay, days, stability and difficulty.
    var k: String
    var secs: Int64?
    var days: Int?
    var m: [Double]
  }

  private static func load() throws -> (Header, [Row]) {
    let lines = try GoldenFiles.lines("anki-vectors.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let header = try decoder.decode(Header.self, from: lines[0])
    return (header, try lines.dropFirst().map { try decoder.decode(Row.self, from: $0) })
  }

  @Test func stepsAreAnkis() throws {
    let (header, rows) = try Self.load()
    var compared = 0
    for row in rows where row.type != "review" {
      let minutes = header.stepsMinutes[row.st][row.type == "relearn" ? 1 : 0]
      let steps = LearningSteps(delays: minutes.map { Int64($0 * 60) })
      let step = row.type == "new" ? 0 : minutes.count - row.left
      for (answer, next) in zip(row.next, [steps.again, steps.hard(at: step), steps.good(at: step)]) {
        guard let next else { continue }
        #expect(answer.k != "review" && answer.secs == next.seconds, "row \(row.id)")
        compared += 1
      }
    }
    #expect(compared > 300)
  }

  @Test func wholeDaysOfReviewCardsAreAnkis() throws {
    let (header, rows) = try Self.load()
    var compared = 0
    for row in rows where row.type == "review" {
      let decay = -header.paramSets[row.p][20]
      let intervals = row.next.map { next in
        next.m[0] / (pow(0.9, 1 / decay) - 1) * (pow(row.dr, 1 / decay) - 1)
      }
      guard intervals.allSatisfy({ abs($0.truncatingRemainder(dividingBy: 1) - 0.5) > 0.001 }) else {
        continue
      }
      let rules = ReviewIntervals(previous: row.ivl, maximum: max(1, row.max), uniform: nil)
      let hard = rules.hard(intervals[1])
      let good = rules.good(intervals[2], hard: hard)
      let easy = rules.easy(intervals[3], good: good)
      #expect([hard, good, easy] == row.next.dropFirst().map(\.days), "row \(row.id)")
      compared += 1
    }
    #expect(compared > 200)
  }
}
