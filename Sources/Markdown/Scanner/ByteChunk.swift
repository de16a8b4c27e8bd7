/// Sixteen bytes looked at together: most bytes of a note mean nothing to a scanner, which passes over them in such steps.
@usableFromInline package struct ByteChunk {
  @usableFromInline let bytes: SIMD16<UInt8>

  @inlinable @inline(__always)
  init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }

  @inlinable @inline(__always)
  package func matches(_ byte: UInt8) -> ByteMatches {
    ByteMatches(bytes .== SIMD16(repeating: byte))
  }

  /// Those that equal the byte, or its neighbour in ASCII that differs in the lowest bit: `$%`, `<=`.
  @inlinable @inline(__always)
  package func matches(pairOf byte: UInt8) -> ByteMatches {
    ByteMatches((bytes | SIMD16(repeating: 1)) .== SIMD16(repeating: byte | 1))
  }

  /// Those that are not the first of their UTF-8 scalar: 0x80 to 0xbf, which as signed numbers are the least.
  @inlinable @inline(__always)
  package var continuations: ByteMatches {
    ByteMatches(unsafeBitCast(bytes, to: SIMD16<Int8>.self) .< SIMD16(repeating: -64))
  }

  /// Those that are not ASCII.
  @inlinable @inline(__always)
  package var beyondASCII: ByteMatches { ByteMatches(bytes .>= SIMD16(repeating: 0x80)) }
}

/// Which of sixteen bytes are wanted.
@usableFromInline package struct ByteMatches {
  @usableFromInline let mask: SIMDMask<SIMD16<Int8>>

  @inlinable @inline(__always)
  init(_ mask: SIMDMask<SIMD16<Int8>>) { self.mask = mask }

  @inlinable @inline(__always)
  package static func | (left: ByteMatches, right: ByteMatches) -> ByteMatches {
    ByteMatches(left.mask .| right.mask)
  }

  @inlinable @inline(__always)
  package static func & (left: ByteMatches, right: ByteMatches) -> ByteMatches {
    ByteMatches(left.mask .& right.mask)
  }

  @inlinable @inline(__always)
  package static prefix func ! (matches: ByteMatches) -> ByteMatches { ByteMatches(.!matches.mask) }

  @inlinable @inline(__always)
  package static var none: ByteMatches { ByteMatches(SIMDMask(repeating: false)) }

  /// Those before the place, from 0, and no others.
  @inlinable @inline(__always)
  func prefix(_ count: Int) -> ByteMatches {
    let places = SIMD16<Int8>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return ByteMatches(mask .& (places .< SIMD16(repeating: Int8(truncatingIfNeeded: count))))
  }

  /// Eight bits for each byte, all of them set or none.
  @inlinable @inline(__always)
  var words: SIMD2<UInt64> { unsafeBitCast(mask, to: SIMD2<UInt64>.self) }

  @inlinable @inline(__always)
  package var isEmpty: Bool { words[0] | words[1] == 0 }

  /// The place of the first, from 0; 16 where there is none.
  @inlinable @inline(__always)
  package var first: Int {
    let words = words
    return words[0] != 0
      ? UInt64(littleEndian: words[0]).trailingZeroBitCount >> 3
      : 8 &+ UInt64(littleEndian: words[1]).trailingZeroBitCount >> 3
  }
}

extension ByteMatches {
  /// The place of the last, from 0; of matches that are not empty.
  @inlinable @inline(__always)
  package var last: Int {
    let words = words
    return words[1] != 0
      ? 15 &- UInt64(littleEndian: words[1]).leadingZeroBitCount >> 3
      : 7 &- UInt64(littleEndian: words[0]).leadingZeroBitCount >> 3
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes from `index` on; zero beyond the end.
  @inlinable @inline(__always)
  package func chunk(at index: Int) -> ByteChunk {
    index &+ 16 <= count ? wholeChunk(at: index) : lastChunk(at: index)
  }

  /// The sixteen bytes from `index` on, which must be there.
  @inlinable @inline(__always)
  package func wholeChunk(at index: Int) -> ByteChunk {
    assert(index >= 0 && index &+ 16 <= count, "the bytes must be there")
    // Where there are sixteen bytes, they are somewhere.
    return ByteChunk(
      UnsafeRawPointer(baseAddress.unsafelyUnwrapped)
        .loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
  }

  @usableFromInline
  func lastChunk(at index: Int) -> ByteChunk {
    guard index < count else { return ByteChunk(SIMD16(repeating: 0)) }
    if count >= 16, let baseAddress {
      let last = UnsafeRawPointer(baseAddress).loadUnaligned(fromByteOffset: count &- 16, as: UInt128.self)
      let rest = UInt128(littleEndian: last) >> UInt128(8 &* (index &- (count &- 16)))
      return ByteChunk(unsafeBitCast(rest.littleEndian, to: SIMD16<UInt8>.self))
    }
    var bytes = SIMD16<UInt8>(repeating: 0)
    for place in index..<count { bytes[place &- index] = self[place] }
    return ByteChunk(bytes)
  }

  /// The first offset at or after `position` where something is wanted, or `limit`.
  ///
  /// - Parameter matches: says what is wanted of the sixteen bytes that begin at an offset.
  @inlinable @inline(__always)
  package func first(from position: Int, limit: Int, where matches: (Int) -> ByteMatches) -> Int {
    var index = position
    while index < limit {
      let found = matches(index)
      if !found.isEmpty { return Swift.min(index &+ found.first, limit) }
      index &+= 16
    }
    return Swift.max(limit, position)
  }

  /// How many bytes of a range are wanted.
  @inlinable @inline(__always)
  package func count(in range: Range<Int>, where matches: (ByteChunk) -> ByteMatches) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      // So many steps as each of sixteen counters of a byte can hold.
      let end = Swift.min(range.upperBound, index &+ 255 &* 16)
      var counters = SIMD16<UInt8>(repeating: 0)
      while index &+ 16 <= end {
        counters &-= unsafeBitCast(matches(chunk(at: index)).mask, to: SIMD16<UInt8>.self)
        index &+= 16
      }
      if index < end {
        counters &-= unsafeBitCast(
          matches(chunk(at: index)).prefix(end &- index).mask, to: SIMD16<UInt8>.self)
        index = end
      }
      let words = unsafeBitCast(counters, to: SIMD2<UInt64>.self)
      count &+= words[0].sumOfBytes &+ words[1].sumOfBytes
    }
    return count
  }
}

extension UInt64 {
  @inlinable @inline(__always)
  var sumOfBytes: Int {
    let pairs = (self & 0x00ff_00ff_00ff_00ff) &+ (self >> 8 & 0x00ff_00ff_00ff_00ff)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
  }
}
