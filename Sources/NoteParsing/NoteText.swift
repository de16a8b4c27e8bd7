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
    let seen = file.withUnsafeBufferPointer { bytes in
      MarkMap.with(bytes, in: 0..<bytes.count) { $0.seen }
    }
    removeByteOrderMark()
    if seen.carriageReturn { normalizeLineEnds() }
    if seen.zero { replaceNULBytes() }
    if seen.beyondASCII { repairEncoding() }
  }

  /// A file that is the text already.
  private init(plain file: [UInt8]) { bytes = file }

  /// Makes a file ready, with the map and the signs of its text, for as long as somebody reads it.
  static func with<Result>(
    file: [UInt8], _ parser: NoteParser, _ read: (NoteText, Bytes, MarkMap, NoteSigns) -> Result
  ) -> Result {
    if let result = NoteText(plain: file).withPlain(parser, read) { return result }
    let text = NoteText(file: file)
    return text.bytes.withUnsafeBufferPointer { bytes in
      MarkMap.with(bytes, in: 0..<bytes.count, starts: parser.keywordBytes.starts) { map in
        read(text, bytes, map, NoteSigns(bytes, map, parser) ?? NoteSigns())
      }
    }
  }

  /// - Returns: nil if something has to be made ready first.
  private func withPlain<Result>(
    _ parser: NoteParser, _ read: (NoteText, Bytes, MarkMap, NoteSigns) -> Result
  ) -> Result? {
    bytes.withUnsafeBufferPointer { bytes in
      MarkMap.with(bytes, in: 0..<bytes.count, starts: parser.keywordBytes.starts) { map -> Result? in
        guard !map.seen.carriageReturn, !map.seen.zero, !bytes.has("\u{feff}", at: 0),
          let signs = NoteSigns(bytes, map, parser)
        else { return nil }
        return read(self, bytes, map, signs)
      }
    }
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
