import Markdown

/// Tells whether bytes are UTF-8 (Unicode 16, table 3-7), without making a string of them.
enum UTF8Check {
  static func isValid(_ bytes: Bytes) -> Bool {
    var index = 0
    while true {
      index = bytes.first(from: index, limit: bytes.count) { bytes.chunk(at: $0).beyondASCII }
      guard index < bytes.count else { return true }
      guard let length = length(of: bytes, at: index) else { return false }
      index &+= length
    }
  }

  /// Of the sequence that begins there, two to four bytes; nil if it is none.
  @inline(__always)
  static func length(of bytes: Bytes, at index: Int) -> Int? {
    let first = bytes[index]
    let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard first >= 0xc2, first <= 0xf4, index + length <= bytes.count else { return nil }
    let second = bytes[index + 1]
    let leastSecond: UInt8 = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80
    let mostSecond: UInt8 = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf
    guard second >= leastSecond, second <= mostSecond else { return nil }
    if length > 2, bytes[index + 2] & 0xc0 != 0x80 { return nil }
    if length > 3, bytes[index + 3] & 0xc0 != 0x80 { return nil }
    return length
  }
}
