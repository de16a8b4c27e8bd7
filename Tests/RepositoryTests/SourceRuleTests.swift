import Foundation
import Testing

/// What every source file keeps to.
@Suite struct SourceRuleTests {
  @Test func noFileIsOver400Lines() {
    for file in Repository.swiftFiles {
      #expect(file.lines.count <= 400, "split \(file.path) by what its parts are about")
    }
  }

  /// Fixtures are as they are; these kinds of files are written by hand.
  @Test func linesEndCleanly() throws {
    let kinds = [".swift", ".h", ".modulemap", ".sql", ".py", ".sh", ".js", ".css", ".html"]
    let byHand = (Repository.sources + Repository.tests)
      .filter { file in kinds.contains { file.path.hasSuffix($0) } }
    let others = [
      "Package.swift", "Makefile", "Sources/ARCHITECTURE.md", "README.md", "CHANGELOG.md", ".ci/run",
      "Scripts/setup.sh", "Scripts/install.sh",
    ]
    for file in byHand + others.compactMap(Repository.file) {
      let end = file.text.suffix(2)
      #expect(end.last == "\n", "\(file.path) does not end with a line end")
      #expect(end != "\n\n", "\(file.path) ends with an empty line")
      #expect(file.places(Pattern(#"[ \t\r]$"#), in: file.text) == [])
    }
  }

  @Test func nothingIsLeftUndone() {
    let words = Pattern(#"\b(TODO|FIXME|XXX|HACK)\b|not (yet )?implemented"#)
    #expect(Repository.sources.flatMap { $0.places(words, in: $0.text) } == [])
  }

  /// The sources mean the same on every machine.
  @Test func noPathOfOneMachine() {
    let paths = Pattern(#"/(home|Users|root|work|opt|mnt|tmp)/"#)
    let files = Repository.sources.filter { $0.path.hasSuffix(".swift") || $0.path.hasSuffix(".h") }
    #expect(files.flatMap { $0.places(paths, in: $0.text) } == [])
  }

  @Test(arguments: Rule.all)
  func onlyWhereTheListSays(_ rule: Rule) {
    for file in Repository.swiftSources where !rule.homes.contains(where: file.path.hasPrefix) {
      let found = file.places(rule.pattern, in: file.code.text)
      #expect(found.isEmpty, "\(rule.instead): \(found)")
    }
  }
}

/// Something that may be written in a few places only.
struct Rule: Sendable, CustomTestStringConvertible {
  var name: String
  var pattern: Pattern
  /// Folders that may.
  var homes: [String] = []
  var instead: String

  var testDescription: String { name }

  static let all = [
    Rule(
      name: "print", pattern: Pattern(#"(?<![\w.])(Swift\.)?(print|debugPrint|dump)\("#),
      instead: "output goes through Console"),
    Rule(name: "try!", pattern: Pattern(#"\btry!"#), instead: "throw, or report a finding"),
    Rule(name: "as!", pattern: Pattern(#"\bas!"#), instead: "use as? and say what was not expected"),
    Rule(
      name: "fatalError", pattern: Pattern(#"(?<![\w.])fatalError\("#),
      instead: "a person's answers must survive any mistake of ours"),
    Rule(
      name: "preconditionFailure", pattern: Pattern(#"(?<![\w.])preconditionFailure\("#),
      instead: "a person's answers must survive any mistake of ours"),
    Rule(
      name: "the terminal's settings and signals",
      pattern: Pattern(#"\b(isatty|ioctl|tc[gs]etattr|termios|signal|sigaction)\("#),
      homes: ["Sources/Terminal/"],
      instead: "ask the Terminal target"),
    Rule(
      name: "unchecked Sendable", pattern: Pattern(#"@unchecked\b|nonisolated\(unsafe\)"#),
      homes: ["Sources/Terminal/"], instead: "make it a value, or guard it with a Mutex"),
    Rule(
      name: "the clock", pattern: Pattern(#"\b(Date\(\)|Date\.now|gettimeofday|clock_gettime|time\(nil\))"#),
      homes: ["Sources/StudyApp/Environment/"], instead: "take the time as an argument"),
    Rule(
      name: "chance",
      pattern: Pattern(#"\bSystemRandomNumberGenerator|\bUUID\(\)|\.random\(in: [^,)]*\)|\.shuffled\(\)"#),
      instead: "take a seed or a generator as an argument"),
  ]
}
