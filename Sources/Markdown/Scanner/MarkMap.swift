/// Where a text has the bytes that mean something to a scanner, found in one pass over it: the scanners go from one to the next
/// and need not look at what lies between.
///
/// It keeps four bits for each byte, one for each kind; sixteen bytes are one word.
@usableFromInline package struct MarkMap {
  /// What a byte may be to a scanner.
  @usableFromInline package struct Kinds: OptionSet, Sendable {
    @usableFromInline package let rawValue: UInt64

    @inlinable
    package init(rawValue: UInt64) { self.rawValue = rawValue }

    @inlinable package static var lineEnd: Kinds { Kinds(rawValue: 0x1111_1111_1111_1111) }
    /// The first byte of what ``SyntaxScanner`` looks for; a `[` also for the `!` before it.
    @inlinable package static var syntax: Kinds { Kinds(rawValue: 0x2222_2222_2222_2222) }
    /// `#`, `^`, the `[` of `[!`, and bytes that are not ASCII.
    @inlinable package static var sign: Kinds { Kinds(rawValue: 0x4444_4444_4444_4444) }
    /// The first of two backticks or tildes, and what the words begin with that were asked for.
    @inlinable package static var word: Kinds { Kinds(rawValue: 0x8888_8888_8888_8888) }

    fileprivate var bit: UInt8 { UInt8(truncatingIfNeeded: rawValue & 0xf) }
  }

  @usableFromInline let words: UnsafeBufferPointer<UInt64>
  @usableFromInline let start: Int
  /// Which bytes the text holds.
  @usableFromInline package let seen: SeenBytes

  /// Bytes that need care before a text is read.
  @usableFromInline package struct SeenBytes: Sendable {
    @usableFromInline package internal(set) var carriageReturn = false
    @usableFromInline package internal(set) var zero = false
    @usableFromInline package internal(set) var beyondASCII = false

    init() {}
  }

  @inlinable
  init(words: UnsafeBufferPointer<UInt64>, start: Int, seen: SeenBytes) {
    self.words = words
    self.start = start
    self.seen = seen
  }

  /// Makes the map of a range for as long as somebody reads it.
  ///
  /// - Parameter starts: of the words that are looked for anywhere in the text.
  @inlinable @inline(__always)
  package static func with<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, starts: WordStarts = WordStarts(),
    _ read: (MarkMap) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: range.count / 16 + 1) { words in
      let seen = fill(words, bytes, range, starts)
      return read(MarkMap(words: UnsafeBufferPointer(words), start: range.lowerBound, seen: seen))
    }
  }

  /// The first byte of one of some kinds at or after an offset, or `limit`. Both are inside the range of the map.
  @inlinable @inline(__always)
  package func next(_ kinds: Kinds, from index: Int, limit: Int) -> Int {
    guard index < limit else { return max(index, limit) }
    let place = index &- start
    let last = (limit &- 1 &- start) >> 4
    var word = place >> 4
    var found = words[word] & kinds.rawValue & (~0 &<< UInt64((place & 15) &<< 2))
    while found == 0 {
      guard word < last else { return limit }
      word &+= 1
      found = words[word] & kinds.rawValue
    }
    return min(start &+ word &<< 4 &+ found.trailingZeroBitCount &>> 2, limit)
  }

  /// Writes down what follows each line end, in order.
  ///
  /// - Parameter starts: with room for one more than there are line ends.
  /// - Returns: how many there are.
  package func lineStarts(into starts: UnsafeMutableBufferPointer<UInt32>) -> Int {
    var count = 0
    var offset = UInt32(truncatingIfNeeded: start &+ 1)
    for word in words {
      var found = word & Kinds.lineEnd.rawValue
      // Two without a question, for there are seldom more, and a question costs more than an answer that nobody wants.
      starts[count] = offset &+ UInt32(truncatingIfNeeded: found.trailingZeroBitCount &>> 2)
      count &+= found == 0 ? 0 : 1
      found &= found &- 1
      starts[count] = offset &+ UInt32(truncatingIfNeeded: found.trailingZeroBitCount &>> 2)
      count &+= found == 0 ? 0 : 1
      found &= found &- 1
      while found != 0 {
        starts[count] = offset &+ UInt32(truncatingIfNeeded: found.trailingZeroBitCount &>> 2)
        count &+= 1
        found &= found &- 1
      }
      offset &+= 16
    }
    return count
  }

  /// How many line ends there are.
  package var lineEndCount: Int {
    var count = 0
    var index = 0
    while index < words.count {
      // So many words as the sixteen sums of four bits can hold.
      let end = min(index &+ 15, words.count)
      var sums: UInt64 = 0
      while index < end {
        sums &+= words[index] & Kinds.lineEnd.rawValue
        index &+= 1
      }
      let pairs = sums & 0x0f0f_0f0f_0f0f_0f0f &+ sums &>> 4 & 0x0f0f_0f0f_0f0f_0f0f
      count &+= Int(truncatingIfNeeded: (pairs &* 0x0101_0101_0101_0101) &>> 56)
    }
    return count
  }
}

// MARK: Making it

extension MarkMap {
  @usableFromInline
  static func fill(
    _ words: UnsafeMutableBufferPointer<UInt64>, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ starts: WordStarts
  ) -> SeenBytes {
    var returns = ByteMatches.none
    var zeros = ByteMatches.none
    var others = ByteMatches.none
    var index = range.lowerBound
    var word = 0
    // Where there are sixteen bytes, and one after them.
    let wholeEnd = min(range.upperBound &- 15, bytes.count &- 16)
    while index < wholeEnd {
      let chunk = bytes.wholeChunk(at: index)
      returns = returns | chunk.matches(Byte.carriageReturn)
      zeros = zeros | chunk.matches(0)
      others = others | chunk.beyondASCII
      words[word] = kinds(of: chunk, next: bytes.wholeChunk(at: index &+ 1), starts)
      index &+= 16
      word &+= 1
    }
    while word < words.count {
      let chunk = bytes.chunk(at: index)
      let count = max(0, min(16, range.upperBound &- index))
      returns = returns | chunk.matches(Byte.carriageReturn).prefix(count)
      zeros = zeros | chunk.matches(0).prefix(count)
      others = others | chunk.beyondASCII.prefix(count)
      let found = kinds(of: chunk, next: bytes.chunk(at: index &+ 1), starts)
      words[word] = count == 16 ? found : found & (1 &<< UInt64(count &<< 2) &- 1)
      index &+= 16
      word &+= 1
    }
    var seen = SeenBytes()
    seen.carriageReturn = !returns.isEmpty
    seen.zero = !zeros.isEmpty
    seen.beyondASCII = !others.isEmpty
    return seen
  }

  @inline(__always)
  private static func kinds(of chunk: ByteChunk, next: ByteChunk, _ starts: WordStarts) -> UInt64 {
    let opening = chunk.matches(Byte.openBracket)
    let backtick = chunk.matches(Byte.backtick)
    let syntax =
      chunk.matches(pairOf: Byte.percent) | chunk.matches(pairOf: Byte.equals) | opening
      | chunk.matches(Byte.backslash) | backtick
    let sign =
      chunk.matches(Byte.hash) | chunk.matches(Byte.caret) | chunk.beyondASCII
      | (opening & next.matches(Byte.exclamation))
    var word = (backtick | chunk.matches(Byte.tilde)) & chunk.equals(next)
    word = word | starts.word.matches(in: chunk, next: next)
    if let other = starts.otherWord { word = word | other.matches(in: chunk, next: next) }
    let kinds =
      chunk.matches(Byte.newline).bits(Kinds.lineEnd.bit) | syntax.bits(Kinds.syntax.bit)
      | sign.bits(Kinds.sign.bit) | word.bits(Kinds.word.bit)
    return kinds.nibbles
  }
}

extension ByteChunk {
  /// Those that are the same in both.
  @inline(__always)
  fileprivate func equals(_ other: ByteChunk) -> ByteMatches { ByteMatches(bytes .== other.bytes) }
}

extension ByteMatches {
  /// The bits for each byte that matches.
  @inline(__always)
  fileprivate func bits(_ bits: UInt8) -> SIMD16<UInt8> {
    unsafeBitCast(mask, to: SIMD16<UInt8>.self) & SIMD16(repeating: bits)
  }
}

extension SIMD16<UInt8> {
  /// Their lower halves, the first of them lowest.
  @inline(__always)
  fileprivate var nibbles: UInt64 {
    let pairs = unsafeBitCast(self, to: SIMD8<UInt16>.self)
    let joined = SIMD8<UInt8>(truncatingIfNeeded: (pairs | pairs &>> 4) & SIMD8(repeating: 0xff))
    return UInt64(littleEndian: unsafeBitCast(joined, to: UInt64.self))
  }
}
