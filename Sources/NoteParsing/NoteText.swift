import Markdown

/// The bytes of a note file made ready for the scanners: valid UTF-8, LF line ends, no byte order mark.
struct NoteText {
  private(set) var bytes: [UInt8]
  private(set) var hadByteOrderMark = false
  private(set) var hadCarriageReturns = false
  /// True if the file was not valid UTF-8; what could not be read is U+FFFD now.
  private(set) var wasRepaired = false

  /// True if the file held NUL bytes, which no editor shows; they are U+FFFD now.
  private(set) var hadNULBytes = false

  /// True if the bytes are those of the file, so that places in one are places in the other.
  var isFile: Bool { !(hadByteOrderMark || hadCarriageReturns || wasRepaired || hadNULBytes) }

  init(file: [UInt8]) {
    bytes = file
    let seen = SeenBytes(file)
    removeByteOrderMark()
    if seen.carriageReturn { normalizeLineEnds() }
    if seen.zero { replaceNULBytes() }
    if seen.beyondASCII { repairEncoding() }
  }

  /// The same with the byte order mark and the line ends of the file.
  init(unchanged file: [UInt8]) {
    bytes = file
    replaceNULBytes()
    repairEncoding()
  }

  private mutating func removeByteOrderMark() {
    guard bytes.starts(with: [0xef, 0xbb, 0xbf]) else { return }
    bytes.removeFirst(3)
    hadByteOrderMark = true
  }

  private mutating func normalizeLineEnds() {
    hadCarriageReturns = true
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      guard byte == Byte.carriageReturn else {
        output.append(byte)
        continue
      }
      let isPair = index + 1 < bytes.count && bytes[index + 1] == Byte.newline
      if !isPair { output.append(Byte.newline) }
    }
    bytes = output
  }

  /// One stray NUL must not hide a note's cards, but a string with one is not whole everywhere.
  private mutating func replaceNULBytes() {
    hadNULBytes = true
    bytes = bytes.flatMap { $0 == 0 ? Array("\u{fffd}".utf8) : [$0] }
  }

  private mutating func repairEncoding() {
    guard !bytes.withUnsafeBufferPointer(UTF8Check.isValid) else { return }
    bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    wasRepaired = true
  }
}

/// Which bytes that need care a file holds.
private struct SeenBytes {
  private(set) var carriageReturn = false
  private(set) var zero = false
  private(set) var beyondASCII = false

  init(_ file: [UInt8]) {
    file.withUnsafeBufferPointer { bytes in
      var (returns, zeros, others) = (ByteMatches.none, ByteMatches.none, ByteMatches.none)
      var index = 0
      while index &+ 16 <= bytes.count {
        let chunk = bytes.chunk(at: index)
        returns = returns | chunk.matches(Byte.carriageReturn)
        zeros = zeros | chunk.matches(0)
        others = others | chunk.beyondASCII
        index &+= 16
      }
      let rest = bytes[index...]
      carriageReturn = !returns.isEmpty || rest.contains(Byte.carriageReturn)
      zero = !zeros.isEmpty || rest.contains(0)
      beyondASCII = !others.isEmpty || rest.contains { $0 >= 0x80 }
    }
  }
}
