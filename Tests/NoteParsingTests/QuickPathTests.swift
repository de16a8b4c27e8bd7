import Foundation
import TestSupport
import Testing
import Yams

@testable import NoteParsing

/// What is read without help gives what the help would have given.
struct QuickPathTests {
  /// Every scalar alone, and between others that might take it up.
  @Test func `composition is that of Foundation`() {
    for value in UInt32(0x80)...0x2_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "e" + String(Character(scalar))
      let composed = TextKey.composed(text)
      guard Array(composed.utf8) != Array(text.precomposedStringWithCanonicalMapping.utf8) else { continue }
      Issue.record("U+\(String(value, radix: 16))")
    }
  }

  /// As Unicode has it (`PropList.txt`, White_Space), but for U+0085; and U+FEFF.
  @Test func `blanks are white space`() {
    for value in UInt32(0)...0x10_ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = value == 0xfeff || (value != 0x85 && scalar.properties.isWhitespace)
      if TextKey.isBlank(scalar) != expected { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: 0..<50) func `UTF-8 is what the standard library takes for it`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces: [[UInt8]] = [
      Array("abcdefgh".utf8), Array("é".utf8), Array("語".utf8), Array("🜁".utf8), [0xc1, 0x80],
      [0xe0, 0x9f, 0x80],
      [0xed, 0xa0, 0x80], [0xf0, 0x8f, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xf5], [0x80], [0xe2, 0x82],
      [0xff],
    ]
    for _ in 0..<100 {
      var bytes = (0..<generator.index(below: 6)).flatMap { _ in generator.element(of: pieces) }
      if generator.happens(oneIn: 3) { bytes.removeLast(min(bytes.count, 1)) }
      #expect(
        bytes.withUnsafeBufferPointer(UTF8Check.isValid) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  /// Lines of front matter in any order: what is read as plain means the same to the YAML reader.
  @Test(arguments: 0..<40) func `plain front matter is what YAML makes of it`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let lines = [
      "aliases:", "tags:", "deck: a::b", "aliases: x", "tags: [a, \"b c\", 'd']", "title: it is (so), 10:30",
      "- x",
      "  - y z", "  - \"[[n]]\"", " - w", "    - v", "", "# c", "k: null", "k: ~", "k: 'null'", "k: [a: b]",
      "k: a: b",
      "k: a #b", "k: a#b", "up: \"[[a|b]]\"", "é: x", "t: é語", "k:x", "k: [", "k: []", "k: [a,]",
      "k: [a,, b]", "k: *a",
      "k: \"a\\n\"", "k: \"\"", "k: x ", "k: \tx", "k: -", "k: - a", "- - a", "date: 2024-10-22", "y: yes",
      "n: 'it''s'",
      "k: \"a\" b", "? k", "...", "k: |", "k: >-", "  x", "k: a:", "k: [a]b", "k: @a", "k: a, b",
      "k: [a, b c]", "k: \"a: b\"",
    ]
    var plain = 0
    for _ in 0..<200 {
      let text = (0...generator.index(below: 4)).map { _ in generator.element(of: lines) + "\n" }.joined()
      let bytes = Array(text.utf8)
      let entries: [Entry]? = bytes.withUnsafeBufferPointer { bytes in
        PlainFrontMatter(bytes, in: 0..<bytes.count).map { plain in
          plain.entries.map {
            Entry(
              key: bytes.text($0.key), values: plain.values[$0.values].map(bytes.text), isList: $0.isList)
          }
        }
      }
      guard let entries, !entries.isEmpty else { continue }
      plain += 1
      let root = try Yams.compose(yaml: text + "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n", .basic, .default, .utf8)
      let expected = root?.mapping?.map { key, value in
        Entry(
          key: key.string ?? "",
          values: (value.sequence.map(Array.init) ?? [value]).filter { $0.null == nil }.map {
            $0.string ?? "?"
          },
          isList: value.sequence != nil)
      }
      #expect(entries == expected, "\(text.debugDescription)")
    }
    #expect(plain > 10)
  }

  private struct Entry: Equatable {
    var key: String
    var values: [String]
    var isList: Bool
  }
}
