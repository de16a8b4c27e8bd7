import TestSupport
import Testing

@testable import Markdown

/// The map has what one byte at a time finds, wherever a text begins and ends.
struct MarkMapTests {
  private static let words = (begin: Array("START".utf8), other: Array("é".utf8))

  private static let pieces: [[UInt8]] =
    [
      "\n", "[", "\\", "`", "$", "%", "<", "=", "#", "^", "[!", "``", "~~", "~", "ST", "S", "é", "a", "\r",
      "\0", "語",
    ]
    .map { Array($0.utf8) }

  @Test(arguments: 0..<60) func `every kind is found`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let isDense = generator.index(below: 2) == 0
    let text = (0..<generator.index(below: 90)).flatMap { _ in
      isDense || generator.index(below: 10) == 0 ? generator.element(of: Self.pieces) : [UInt8(ascii: "a")]
    }
    let start = generator.index(below: text.count + 1)
    let end = start + generator.index(below: text.count - start + 1)
    let starts = WordStarts(Self.words.begin, Self.words.other)
    text.withUnsafeBufferPointer { bytes in
      MarkMap.with(bytes, in: start..<end, starts: starts) { map in
        for kinds in [.lineEnd, .syntax, .sign, .word, [.sign, .word]] as [MarkMap.Kinds] {
          var found: [Int] = []
          var index = map.next(kinds, from: start, limit: end)
          while index < end {
            found.append(index)
            index = map.next(kinds, from: index + 1, limit: end)
          }
          #expect(found == (start..<end).filter { !Self.kinds(at: $0, in: text).isDisjoint(with: kinds) })
        }
        let range = text[start..<end]
        #expect(map.lineEndCount == range.count { $0 == Byte.newline })
        #expect(map.seen.carriageReturn == range.contains(Byte.carriageReturn))
        #expect(map.seen.zero == range.contains(0))
        #expect(map.seen.beyondASCII == range.contains { $0 >= 0x80 })
      }
    }
  }

  private static func kinds(at index: Int, in text: [UInt8]) -> MarkMap.Kinds {
    let byte = text[index]
    let next = index + 1 < text.count ? text[index + 1] : 0
    var kinds: MarkMap.Kinds = []
    if byte == Byte.newline { kinds.insert(.lineEnd) }
    if "[\\`$%<=".utf8.contains(byte) { kinds.insert(.syntax) }
    if byte == Byte.hash || byte == Byte.caret || byte >= 0x80 { kinds.insert(.sign) }
    if byte == Byte.openBracket, next == Byte.exclamation { kinds.insert(.sign) }
    if byte == next, byte == Byte.backtick || byte == Byte.tilde { kinds.insert(.word) }
    for word in [words.begin, words.other] where word[0] == byte && word[1] == next { kinds.insert(.word) }
    return kinds
  }

  @Test(arguments: [0, 1, 15, 16, 17, 240, 256, 1000]) func `lines begin after line ends`(_ length: Int) {
    for text in [[UInt8](repeating: Byte.newline, count: length), (0..<length).map { $0 % 3 == 0 ? 10 : 97 }]
    {
      text.withUnsafeBufferPointer { bytes in
        MarkMap.with(bytes, in: 0..<length) { map in
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: length + 2) { starts in
            let count = map.lineStarts(into: starts)
            #expect(starts[..<count].map { Int($0) - 1 } == text.indices.filter { text[$0] == Byte.newline })
            #expect(count == map.lineEndCount)
          }
        }
      }
    }
  }
}
