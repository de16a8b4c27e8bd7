import TestSupport
import Testing

@testable import Markdown

/// Sixteen bytes at a time give what one byte at a time gives, wherever a search begins and ends.
struct ByteChunkTests {
  /// Bytes that are looked for, their neighbours, and those at which signed numbers turn.
  private static let alphabet: [UInt8] = [
    0, Byte.newline, 0x0b, Byte.hash, Byte.dollar, Byte.percent, 0x26, 0x7f, 0x80, 0xbf, 0xc0, 0xff,
  ]

  @Test(arguments: 0..<60) func `searches find what is there`(_ length: Int) {
    var generator = SeededGenerator(seed: UInt64(length))
    for _ in 0..<20 {
      let isDense = generator.index(below: 2) == 0
      let text = (0..<length).map { _ in
        isDense || generator.index(below: 12) == 0
          ? generator.element(of: Self.alphabet) : UInt8(ascii: "a")
      }
      let start = generator.index(below: length + 1)
      let limit = start + generator.index(below: length - start + 1)
      text.withUnsafeBufferPointer { bytes in
        let range = start..<limit
        #expect(
          bytes.first(Byte.newline, from: start, limit: limit)
            == bytes[range].firstIndex(of: Byte.newline) ?? limit)
        #expect(
          bytes.first(from: start, limit: limit) { bytes.chunk(at: $0).matches(pairOf: Byte.percent) }
            == bytes[range].firstIndex { $0 == Byte.percent || $0 == Byte.dollar } ?? limit)
        #expect(bytes.isASCII(range) == bytes[range].allSatisfy { $0 < 0x80 })
        #expect(bytes.scalarCount(in: range) == bytes[range].count { $0 & 0xc0 != 0x80 })
        #expect(
          bytes.count(in: range) { $0.matches(Byte.newline) } == bytes[range].count { $0 == Byte.newline })
        let lineStart = bytes[range].lastIndex(of: Byte.newline).map { $0 + 1 } ?? start
        #expect(bytes.lineStart(of: limit, limit: start) == lineStart)
      }
    }
  }

  /// More than the sixteen counters of a byte can hold.
  @Test func `long texts are counted`() {
    let text = [UInt8](repeating: Byte.newline, count: 16 * 256 * 3 + 5)
    text.withUnsafeBufferPointer { bytes in
      #expect(bytes.count(in: 1..<bytes.count) { $0.matches(Byte.newline) } == bytes.count - 1)
    }
  }

  @Test(arguments: 0..<40) func `a text is found where it stands first`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = (0..<generator.index(below: 80)).map { _ in generator.element(of: Array("aab".utf8)) }
    let word = (0...generator.index(below: 5)).map { _ in generator.element(of: Array("aab".utf8)) }
    let limit = generator.index(below: text.count + 1)
    let expected = (0..<max(0, limit - word.count + 1)).first {
      text[$0..<$0 + word.count].elementsEqual(word)
    }
    #expect(text.withUnsafeBufferPointer { $0.find(word, from: 0, limit: limit) } == expected)
  }
}
