/// Bytes that outlive a scan; every scanner of the package works on this view.
package typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The first offset at or after `position` where `byte` stands, or `limit`.
  @inlinable @inline(__always)
  package func first(_ byte: UInt8, from position: Int, limit: Int) -> Int {
    first(from: position, limit: limit) { chunk(at: $0).matches(byte) }
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
  @inlinable
  package func lineStart(of position: Int, limit: Int) -> Int {
    var index = position
    while index &- 16 >= limit {
      let lineEnds = chunk(at: index &- 16).matches(Byte.newline)
      if !lineEnds.isEmpty { return index &- 15 &+ lineEnds.last }
      index &-= 16
    }
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
    text.withUnsafeBufferPointer { find($0, from: position, limit: limit) }
  }

  /// The first offset at or after `position` where `text` stands, below `limit`.
  @inlinable @inline(__always)
  package func find(_ text: StaticString, from position: Int, limit: Int) -> Int? {
    text.withUTF8Buffer { find($0, from: position, limit: limit) }
  }

  /// Looks closer only where the first and the last byte of the text stand as far from each other as they should.
  @usableFromInline
  func find(_ text: UnsafeBufferPointer<UInt8>, from position: Int, limit: Int) -> Int? {
    guard let first = text.first, let last = text.last else { return nil }
    let end = limit - text.count + 1
    var index = position
    while index < end {
      index = self.first(from: index, limit: end) {
        chunk(at: $0).matches(first) & chunk(at: $0 + text.count - 1).matches(last)
      }
      if index < end, self[index..<index + text.count].elementsEqual(text) { return index }
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
    first(from: range.lowerBound, limit: range.upperBound) { chunk(at: $0).beyondASCII } == range.upperBound
  }

  /// How many Unicode scalars begin in a range of valid UTF-8.
  @inlinable
  package func scalarCount(in range: Range<Int>) -> Int {
    range.count &- count(in: range, where: \.continuations)
  }

  /// The text of a range; broken UTF-8 becomes U+FFFD.
  @inlinable
  package func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }
}
