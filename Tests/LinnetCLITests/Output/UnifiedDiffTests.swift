import Foundation
import TestSupport
import Testing

@testable import LinnetCLI

/// `diff` is the oracle.
@Suite struct UnifiedDiffTests {
  private static let hasDiff = FileManager.default.isExecutableFile(atPath: "/usr/bin/diff")

  private func oracle(_ before: [UInt8], _ after: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    for (name, bytes) in [("a", before), ("b", after), ("out", [])] {
      try folder.write(bytes: bytes, to: name)
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "/usr/bin/diff -a -u --label note.md --label note.md a b > out"]
    process.currentDirectoryURL = URL(filePath: folder.path)
    try process.start()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: URL(filePath: folder.absolute("out"))))
  }

  @Test(.enabled(if: hasDiff, "needs diff"), arguments: 0..<60)
  func `it is what diff says`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = generator.index(below: 40)
    let isEnded = generator.happens(oneIn: 2)
    let rarity = 1 + generator.index(below: 12)
    var (before, after): ([UInt8], [UInt8]) = ([], [])
    for line in 0..<count {
      // Lines that differ among each other, so that there is one shortest answer only.
      let text = Array("line \(line)".utf8) + (generator.happens(oneIn: 5) ? [0xff] : [])
      let end = Array((line + 1 == count && !isEnded ? "" : generator.element(of: ["\n", "\r\n"])).utf8)
      before += text + end
      after += text + (generator.happens(oneIn: rarity) ? Array(" ^id".utf8) : []) + end
    }
    let diff = UnifiedDiff(path: "note.md", before: before, after: after)
    #expect(try diff.bytes == oracle(before, after), "seed \(seed)")
  }
}
