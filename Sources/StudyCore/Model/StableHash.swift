/// A 64-bit hash that is the same on every machine and in every release: FNV-1a with its published
/// offset basis and prime, followed by the finishing mix of MurmurHash3 so that high bits are as good as low.
///
/// It identifies text; it protects nothing against somebody who wants a collision.
@usableFromInline package struct StableHash {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  @inlinable @inline(__always)
  package mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  package mutating func combine(bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  package mutating func combine(buffer: UnsafeBufferPointer<UInt8>) {
    for byte in buffer { combine(byte) }
  }

  /// Adds one part of a compound value. Parts are closed with a byte that UTF-8 never uses, so that
  /// ("ab", "c") and ("a", "bc") differ.
  package mutating func combine(part: String) {
    combine(bytes: part.utf8)
    combine(0xff)
  }

  package func finalize() -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }

  package static func of(_ parts: [String]) -> UInt64 {
    var hash = StableHash()
    for part in parts { hash.combine(part: part) }
    return hash.finalize()
  }

  /// Sixteen lower-case hexadecimal digits.
  package static func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
