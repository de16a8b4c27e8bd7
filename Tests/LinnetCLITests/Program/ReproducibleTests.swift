import Foundation
import TestSupport
import Testing

/// With `LINNET_NOW` and `LINNET_SEED` any session can be replayed.
@Suite(.enabled(if: Sandbox.program != nil))
struct ReproducibleTests {
  private static let keys = ["", "1", "2", "3", "4", "u", "s", "-", "@", "l", "?", "x"]

  private func sessions(seed: UInt64, linnetSeed: Int = 7) throws -> String {
    var generator = SeededGenerator(seed: seed)
    let sandbox = try Sandbox(Sandbox.notes(cards: 30))
    try sandbox.run("linnet import notes")
    var text = ""
    for day in 24...26 {
      let lines = (0..<60).map { _ in
        generator.happens(oneIn: 2) ? "" : generator.element(of: ReproducibleTests.keys)
      }
      let run = try sandbox.run(
        "LINNET_SEED=\(linnetSeed) linnet review", input: lines.joined(separator: "\n") + "\n",
        now: "2026-11-\(day)T08:00:00+01:00")
      #expect(run.status == 0)
      text += run.output + run.errors
    }
    let log = try sandbox.log().map { $0.replacing(/"device":"[0-9a-f]+"/, with: "") }
    return (text + log.joined(separator: "\n")).replacing(sandbox.folder.path, with: "HOME")
  }

  @Test(arguments: [1, 2, 3]) func `the same keys give the same session, byte for byte`(_ seed: UInt64) throws
  {
    #expect(try sessions(seed: seed) == sessions(seed: seed))
  }
}
