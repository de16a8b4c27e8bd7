/// Bytes that outlive a scan; every scanner of the package works on this view.
package typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The first offset at or after `position` where `byte` stands, or `limit`.
  @inlinable @inline(__always)
  package func first(_ byte: UInt8, from position: Int, limit: Int) -> Int {
    var index = position
    while index &+ 8 <= limit {
      let found = word(at: index).occurrences(of: byte)
      if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < limit, self[index] != byte { index &+= 1 }
    return Swift.max(index, position)
  }

  /// The end of the line that contains `position`: the offset of its LF, or of the end of the text.
  @inlinable @inline(__always)
  package func lineEnd(from position: Int) -> Int { lineEnd(from: position, limit: count) }

  /// The same for a text that ends at `limit`.
  @inlinable @inline(__always)
  package func lineEnd(from position: Int, limit: Int) -> Int {
    first(Byte.newline, from: position, limit: limit)
  }

  /// The start of the line that contains `position`, in a text that begins at `limit`.
  package func lineStart(of position: Int, limit: Int) -> Int {
    var index = position
    while index > limit, self[index - 1] != Byte.newline { index -= 1 }
    return index
  }

  /// True if `text` stands at `position`.
  @inlinable @inline(__always)
  package func has(_ text: StaticString, at position: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position >= 0, position + length <= count else { return false }
    for offset in 0..<length where self[position + offset] != text.utf8Start[offset] { return false }
    return true
  }

  @inlinable @inline(__always)
  package func has(_ text: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position + text.count <= count else { return false }
    for offset in 0..<text.count where self[position + offset] != text[offset] { return false }
    return true
  }

  /// The first offset at or after `position` where `text` stands, below `limit`; nothing is found of an empty text.
  package func find(_ text: [UInt8], from position: Int, limit: Int) -> Int? {
    guard let byte = text.first else { return nil }
    let last = limit - text.count
    var index = position
    while index <= last {
      index = first(byte, from: index, limit: last + 1)
      if index <= last, has(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The first offset at or after `position` where `text` stands, below `limit`.
  package func find(_ text: StaticString, from position: Int, limit: Int) -> Int? {
    let last = limit - text.utf8CodeUnitCount
    var index = position
    while index <= last {
      index = first(text.utf8Start[0], from: index, limit: last + 1)
      if index <= last, has(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The range without ASCII white space at its ends.
  @inlinable
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, Byte.isSpace(self[lower]) { lower += 1 }
    while upper > lower, Byte.isSpace(self[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Whether every byte of a range is ASCII.
  @inlinable
  package func isASCII(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var seen: UInt64 = 0
    while index &+ 8 <= range.upperBound {
      seen |= word(at: index)
      index &+= 8
    }
    while index < range.upperBound {
      seen |= UInt64(self[index])
      index &+= 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }

  /// How many Unicode scalars begin in a range of valid UTF-8.
  @inlinable
  package func scalarCount(in range: Range<Int>) -> Int {
    var count = range.count
    var index = range.lowerBound
    while index < range.upperBound {
      count &-= word(at: index, limit: range.upperBound).continuationBytes.nonzeroBitCount
      index &+= 8
    }
    return count
  }

  /// The text of a range; broken UTF-8 becomes U+FFFD.
  @inlinable
  package func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }

  /// Up to eight bytes as one number, the first of them lowest; zero where `limit` is reached.
  @inlinable @inline(__always)
  package func word(at index: Int, limit: Int) -> UInt64 {
    if index &+ 8 <= limit { return word(at: index) }
    var word: UInt64 = 0
    var end = limit
    while end > index {
      end &-= 1
      word = word << 8 | UInt64(self[end])
    }
    return word
  }

  /// Eight bytes as one number, the first of them lowest.
  @inlinable @inline(__always)
  package func word(at index: Int) -> UInt64 {
    assert(index >= 0 && index + 8 <= count, "eight bytes must be there")
    guard let baseAddress else { return 0 }
    return UInt64(
      littleEndian: UnsafeRawPointer(baseAddress).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}

/// Eight bytes looked at together (H. S. Warren, Hacker's Delight, §6-1).
extension UInt64 {
  /// The high bit of the first byte that equals `byte`, if one does; those above it may be set without reason.
  @inlinable @inline(__always)
  package func occurrences(of byte: UInt8) -> UInt64 {
    let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// The high bit of every byte that equals `byte`.
  @inlinable @inline(__always)
  package func allOccurrences(of byte: UInt8) -> UInt64 {
    let difference = self ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// The low bit of every byte that is not the first of its UTF-8 scalar.
  @inlinable @inline(__always)
  package var continuationBytes: UInt64 { (self >> 7) & ~(self >> 6) & 0x0101_0101_0101_0101 }
}
