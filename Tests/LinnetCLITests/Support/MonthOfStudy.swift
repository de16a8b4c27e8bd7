import Foundation
import TestSupport
import Testing

/// The decks of this repository in a sandbox, studied day by day, one process a day.
struct MonthOfStudy {
  static let days = 30
  private static let firstDay: Int64 = 1_795_503_600

  let sandbox: Sandbox
  private var generator: SeededGenerator

  init(seed: UInt64) throws {
    sandbox = try Sandbox()
    generator = SeededGenerator(seed: seed)
    try FileManager.default.copyItem(
      at: SharedMaterial.repository.appending(path: "decks"), to: URL(filePath: decks))
  }

  var decks: String { sandbox.folder.absolute("decks") }

  func morning(_ day: Int) -> String { String(MonthOfStudy.firstDay + Int64(day) * 86_400) }

  /// Good mostly, again for one in eight.
  mutating func study(day: Int) throws {
    let lines = (0..<120).flatMap { _ in ["", generator.happens(oneIn: 8) ? "1" : "3"] }
    let run = try sandbox.run(
      "linnet review", input: lines.joined(separator: "\n") + "\n", now: morning(day))
    try #require(run.status == 0, "day \(day): \(run.errors)")
    #expect(run.errors == "")
  }

  func cards(on day: Int) throws -> [[String: Any]] {
    try sandbox.json("linnet cards --json", now: morning(day))["cards"] as? [[String: Any]] ?? []
  }
}
