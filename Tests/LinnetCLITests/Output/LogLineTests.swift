import Foundation
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import LinnetCLI

struct LogLineTests {
  private static func day(_ random: inout SeededGenerator) -> Day {
    Day(number: Int.random(in: -10_000...60_000, using: &random))
  }

  private static func memory(_ random: inout SeededGenerator) -> ForeignMemory {
    ForeignMemory(
      due: day(&random), interval: Double(Int.random(in: 0...300_000_000, using: &random)) / 86_400,
      strength: random.happens(oneIn: 2)
        ? .ease(.random(in: 130...400, using: &random))
        : .memory(
          stability: .random(in: 0.001...40_000, using: &random),
          difficulty: .random(in: 1...10, using: &random)))
  }

  private static func id(_ random: inout SeededGenerator) -> LogEntry.ID {
    LogEntry.ID(
      number: .random(in: 1...253_402_300_799_999, using: &random), device: String(random.next(), radix: 16))
  }

  /// One of each action.
  private static func actions(_ random: inout SeededGenerator) -> [LogEntry.Action] {
    let answer = LogEntry.Answer(
      rating: random.element(of: Rating.allCases), secondsTaken: .random(in: 0...600, using: &random),
      interval: .random(in: 0...4_000_000_000, using: &random), model: "FSRS-7",
      parameterSet: random.index(below: 4))
    return [
      .answer(answer), .undo(id(&random)), .suspend, .resume, .bury(until: day(&random)), .unbury, .reset,
      .setDue(day(&random)), .setDue(day(&random), interval: random.index(below: 36_500) + 1),
      .reschedule(day(&random), interval: random.index(below: 36_500) + 1), .adopt(memory(&random)),
      .flag(random.index(below: 8)),
    ]
  }

  private static func entry(_ action: LogEntry.Action, _ random: inout SeededGenerator) -> LogEntry {
    let kind = CardKind(
      direction: random.element(of: CardKind.Direction.allCases), ordinal: random.index(below: 40))
    let moment = Moment(
      timestamp: Timestamp(milliseconds: .random(in: 0...4_000_000_000_000, using: &random)),
      utcOffset: Int.random(in: -56...56, using: &random) * 900)
    return LogEntry(
      id: id(&random), card: CardKey(block: BlockUID(String(random.next(), radix: 16)), kind: kind),
      moment: moment, studyDay: day(&random), action: action)
  }

  @Test(arguments: 1...50) func `what is written is what was meant`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for action in LogLineTests.actions(&random) {
      let line = LogLine(
        LogLineTests.entry(action, &random), keys: ["fingerprint": ["a", "ä\n\u{2028}"], "anki": ["1"]])
      let text = try line.text()
      #expect(!text.contains("\n"))
      #expect(try JSONDecoder().decode(LogLine.self, from: Data(text.utf8)) == line)
    }
  }

  // MARK: Files

  private static let suspension =
    #"{"action":"suspend","at":"2026-11-24T08:00:00.000+01:00","block":"b8fb985e7abac2bb","day":"2026-11-24","device":"d","id":1,"kind":"forward","ordinal":0}"#

  private func entries(_ text: String) throws -> [SharedLogEntry] {
    try LogFile.entries(in: Data(text.utf8), named: "log.jsonl")
  }

  @Test func `blank lines, other line ends and unknown fields are no matter`() throws {
    let newer = LogLineTests.suspension.replacing("{", with: #"{"mood":{"of":[1,"day"]},"#)
    let read = try entries("\n\(LogLineTests.suspension)\r\n\n\(newer)")
    #expect(read.count == 2)
    #expect(read.map(\.entry.action) == [.suspend, .suspend])
    #expect(try entries("") == [])
  }

  /// As lines were before an interval could be set.
  @Test func `a day without an interval is read as it was`() throws {
    let line = LogLineTests.suspension.replacing("suspend", with: "setDue\",\"due\":\"2026-12-24")
    let day = try #require(Day(iso: "2026-12-24"))
    #expect(try entries(line).map(\.entry.action) == [.setDue(day)])
    let longer = line.replacing("\"id\"", with: "\"interval\":172800,\"id\"")
    #expect(try entries(longer).map(\.entry.action) == [.setDue(day, interval: 2)])
  }

  @Test(arguments: [
    ("{", "it is no JSON object"), ("[]", "it is no JSON object"), ("\u{0}", "it is no JSON object"),
    (suspension.replacing("\"id\":1,", with: ""), "it has no id"),
    (suspension.replacing(":1,", with: ":0,"), "its id is 0, which this Linnet does not know"),
    (suspension.replacing(":1,", with: ":9223372036854775807,"), "its id is 9223372036854775807, which"),
    (suspension.replacing(":1,", with: ":\"1\","), "its id is not what it should be"),
    (
      suspension.replacing("suspend", with: "dream"),
      "its action is \"dream\", which this Linnet does not know"
    ),
    (suspension.replacing("suspend", with: "answer"), "it has no rating"),
    (
      suspension.replacing("suspend", with: "undo\",\"undone\":{\"number\":1},\"x\":\""),
      "it has no undone.device"
    ),
    (suspension.replacing("T08", with: "T25"), "its at is \"2026-11-24T25:00:00.000+01:00\", which"),
    (suspension.replacing("\"d\"", with: "\"\""), "its device is \"\", which"),
    (
      suspension.replacing("suspend", with: "setDue\",\"due\":\"2026-12-24\",\"interval\":0,\"x\":\""),
      "its interval is 0, which"
    ),
    (suspension.replacing("suspend", with: "flag\",\"flag\":8,\"x\":\""), "its flag is 8, which"),
  ]) func `a broken line is named`(line: String, problem: String) throws {
    let failure = #expect(throws: Failure.self) { try entries("\(LogLineTests.suspension)\n\(line)\n") }
    #expect(failure?.message.hasPrefix("log.jsonl, line 2: \(problem)") == true, "\(failure?.message ?? "")")
    #expect(failure?.status == .problemsInData)
  }
}
