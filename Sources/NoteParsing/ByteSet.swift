/// Some of all bytes that there can be.
struct ByteSet: Sendable {
  /// One bit for each of 64 bytes.
  private var parts: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ bytes: [UInt8]) {
    for byte in bytes {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte {
      case ..<0x40: parts.0 |= bit
      case ..<0x80: parts.1 |= bit
      case ..<0xc0: parts.2 |= bit
      default: parts.3 |= bit
      }
    }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let (lower, upper) = (byte < 0x40 ? parts.0 : parts.1, byte < 0xc0 ? parts.2 : parts.3)
    return (byte < 0x80 ? lower : upper) &>> UInt64(byte & 63) & 1 != 0
  }
}
