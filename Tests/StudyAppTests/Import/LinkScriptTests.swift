import TestSupport
import Testing

@testable import StudyApp

/// Links after many imports are those of one import of the same files.
struct LinkScriptTests {
  private struct Script {
    var random: SeededGenerator
    var files: [String: String] = [:]

    private static let names = ["a", "A", "b", "c", "long name", "caf\u{e9}", "x.y"]
    private static let folders = ["", "s/", "S/", "s/t/", "u/"]
    private static let targets = [
      "a", "A", "b", "B", "c.md", "long name", "cafe\u{301}", "x.y", "s/a", "t/b", "/a", "./a", "../b",
      "nowhere",
      "s/nowhere", "", "p.png", "s/p.png", "P.PNG", "x.y.md", "a.md.md",
    ]

    private mutating func path() -> String {
      let folder = random.element(of: Script.folders)
      if random.happens(oneIn: 6) { return folder + random.element(of: ["p.png", "a.txt", "a.md.md"]) }
      return folder + random.element(of: Script.names) + ".md"
    }

    private mutating func text() -> String {
      (0..<random.index(below: 5)).map { _ in
        let target = random.element(of: Script.targets)
        switch random.index(below: 4) {
        case 0: return "![[\(target)]]"
        case 1: return "[[\(target)#Heading|shown]]"
        case 2: return "[shown](<\(target)>)"
        default: return "[[\(target)]]"
        }
      }.joined(separator: " and ")
    }

    mutating func change(_ folder: TemporaryFolder) throws {
      for _ in 0...random.index(below: 6) {
        switch random.index(below: 5) {
        case 0 where !files.isEmpty:
          let old = random.element(of: files.keys.sorted())
          files[old] = nil
          try folder.remove(old)
        case 1 where !files.isEmpty:
          let (old, new) = (random.element(of: files.keys.sorted()), path())
          guard files[new] == nil else { continue }
          files[new] = files.removeValue(forKey: old)
          try folder.move(old, to: new)
        default:
          let (new, text) = (path(), text())
          files[new] = text
          try folder.write(text, to: new)
        }
      }
    }
  }

  @Test(arguments: 0..<16) func manyImportsGiveWhatOneGives(seed: Int) throws {
    var script = Script(random: SeededGenerator(seed: UInt64(seed)))
    let folder = try TemporaryFolder()
    let collection = try Collection()
    for step in 0..<15 {
      try script.change(folder)
      let report = try collection.importing(folder)
      let fresh = try Collection()
      let freshReport = try fresh.importing(folder)
      #expect(try collection.links() == fresh.links(), "seed \(seed), step \(step)")
      let difference = try collection.concepts().difference(from: fresh.concepts())
      #expect(difference.isEmpty, "seed \(seed), step \(step): \(difference)")
      #expect(report.figures == freshReport.figures, "seed \(seed), step \(step)")
      #expect(
        try collection.rows("SELECT path FROM file ORDER BY path")
          == fresh.rows("SELECT path FROM file ORDER BY path"))
      #expect(try !collection.links().contains { $0.hasSuffix("-> nowhere") })
      guard try collection.links() == fresh.links() else { return }
    }
  }
}
