/// What up to two words begin with, by their first two bytes: a ``MarkMap`` finds them anywhere in a text.
@usableFromInline package struct WordStarts: Sendable {
  let word: WordStart
  /// Nil where it begins as the first does.
  let otherWord: WordStart?
  @usableFromInline let firsts: SIMD2<UInt8>

  /// Of no word: the byte stands in no text that is UTF-8.
  @usableFromInline
  package init() { self.init([0xff], [0xff]) }

  package init(_ word: [UInt8], _ other: [UInt8]) {
    self.word = WordStart(word)
    otherWord = word.prefix(2) == other.prefix(2) ? nil : WordStart(other)
    firsts = SIMD2(word.first ?? 0xff, other.first ?? 0xff)
  }

  @inlinable @inline(__always)
  package func mayBegin(_ byte: UInt8) -> Bool { byte == firsts[0] || byte == firsts[1] }
}

/// The first two bytes of a word, as they are compared with sixteen bytes of a text and those that follow each.
struct WordStart: Sendable {
  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>
  /// All bits set where the word has one byte.
  private let anySecond: SIMD16<UInt8>

  init(_ word: [UInt8]) {
    first = SIMD16(repeating: word.first ?? 0xff)
    second = SIMD16(repeating: word.count > 1 ? word[1] : 0)
    anySecond = SIMD16(repeating: word.count > 1 ? 0 : 0xff)
  }

  @inline(__always)
  func matches(in chunk: ByteChunk, next: ByteChunk) -> ByteMatches {
    let isSecond = (next.bytes .== second) .| unsafeBitCast(anySecond, to: SIMDMask<SIMD16<Int8>>.self)
    return ByteMatches((chunk.bytes .== first) .& isSecond)
  }
}
