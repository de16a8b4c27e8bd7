import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

struct FingerprintTests {
  private static func fingerprint(_ texts: String...) -> UInt64 { fingerprint(texts) }

  private static func fingerprint(_ texts: [String]) -> UInt64 {
    Fingerprint.of(texts.enumerated().map { Field(name: "F\($0.offset)", text: $0.element) })
  }

  /// Fields of letters with and without marks, blanks of all kinds and line ends.
  private static func randomFields(_ generator: inout SeededGenerator) -> [String] {
    let pieces = ["a", "é", "ü", "Å", "한", "日", "🜁", " ", "  ", "\t", "\n", "\n\n", "`x`", "[[n]]"]
    return (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      (0..<Int.random(in: 0...20, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }
        .joined()
    }
  }

  @Test(arguments: 0..<50)
  func lineEndsUnicodeFormAndBlanksDoNotCount(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let fields = FingerprintTests.randomFields(&generator)
    let expected = FingerprintTests.fingerprint(fields)
    let variants: [(String) -> String] = [
      { $0.replacingOccurrences(of: "\n", with: "\r\n") },
      \.decomposedStringWithCanonicalMapping,
      \.precomposedStringWithCanonicalMapping,
      { " \n" + $0 + "\t \n" },
      { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") },
      { $0.split(whereSeparator: \.isWhitespace).joined(separator: "\n \t") },
    ]
    for variant in variants { #expect(FingerprintTests.fingerprint(fields.map(variant)) == expected) }
  }

  @Test func namesOfFieldsDoNotCount() {
    #expect(
      Fingerprint.of([Field(name: "Front", text: "a")]) == Fingerprint.of([Field(name: "Text", text: "a")]))
  }

  @Test func whatDiffersHasAnotherFingerprint() {
    let all = [
      ["a", "b"], ["b", "a"], ["ab", ""], ["", "ab"], ["a b"], ["ab"], ["a"], ["a", ""], ["A"],
      ["a", "b", ""],
      ["a\u{a0}b"], ["á"], [],
    ].map { FingerprintTests.fingerprint($0) }
    #expect(Set(all).count == all.count)
  }

  /// Stored in databases: a change would cost every block its identity.
  @Test func isTheSameInEveryRelease() {
    #expect(
      StableHash.hexadecimal(FingerprintTests.fingerprint("What is a VPC?", "A network."))
        == "9bd2cab2507aa016")
  }
}
