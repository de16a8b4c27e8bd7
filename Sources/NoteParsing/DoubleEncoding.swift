import Markdown

/// Text that was taken for Windows-1252 and encoded as UTF-8 a second time: `Ã©` for `é`, `â€™` for `’`, and `Â` with a blank for a
/// no-break space.
enum DoubleEncoding {
  struct Place {
    var offset: Int
    /// As it stands in the file.
    var written: String
    /// What to write in its place.
    var meant: String
  }

  /// Whether `Â`, `Ã` or `â` stands there, with which it begins. U+0080 to U+00FF begin with this byte and one of two when they are
  /// encoded.
  @inline(__always)
  static func mayBegin(in bytes: Bytes, at index: Int) -> Bool {
    guard bytes[index] == 0xc3, index + 3 < bytes.count else { return false }
    return bytes[index + 1] | 1 == 0x83 || bytes[index + 1] == 0xa2
  }

  /// The first place in a text at or after an offset.
  static func first(in bytes: Bytes, from start: Int) -> Place? {
    var index = start
    while index + 3 < bytes.count {
      index = bytes.first(from: index, limit: bytes.count - 3) {
        let next = bytes.chunk(at: $0 + 1)
        return bytes.chunk(at: $0).matches(0xc3) & (next.matches(pairOf: 0x82) | next.matches(0xa2))
      }
      guard index + 3 < bytes.count else { break }
      if let place = pair(in: bytes, at: index) ?? quote(in: bytes, at: index) { return place }
      index += 2
    }
    return nil
  }

  /// `Â` or `Ã` and a character from U+0080 to U+00BF, which are the two bytes of a Latin letter or sign.
  private static func pair(in bytes: Bytes, at index: Int) -> Place? {
    guard bytes[index + 1] == 0x82 || bytes[index + 1] == 0x83, bytes[index + 2] == 0xc2 else { return nil }
    let lead: UInt8 = bytes[index + 1] == 0x82 ? 0xc2 : 0xc3
    let meant = String(decoding: [lead, bytes[index + 3]], as: UTF8.self)
    return Place(offset: index, written: bytes.text(index..<index + 4), meant: shown(meant))
  }

  /// `â€` and one more character, which are the three bytes of a quotation mark or a dash.
  private static func quote(in bytes: Bytes, at index: Int) -> Place? {
    guard bytes.has([0xc3, 0xa2, 0xe2, 0x82, 0xac], at: index) else { return nil }
    return Place(offset: index, written: "â€", meant: "a quotation mark or a dash")
  }

  private static func shown(_ meant: String) -> String {
    meant == "\u{a0}" ? "a no-break space" : "\"\(meant)\""
  }
}
