/// Leaves out most of the names that ``NearNames`` would not find near a few that are looked for, at the price of a look at their bytes: so that of
/// a hundred thousand names only some dozens have to be compared.
package struct NameSieve: Sendable {
  private let wanted: [NamePairs]

  /// - Parameter names: those that are looked for.
  package init(_ names: [String]) {
    wanted = names.flatMap { name in
      NameWords.readings(of: name).map { reading in
        var text = String(String.UnicodeScalarView(reading.words.joined(separator: [" "])))
        return text.withUTF8(NamePairs.init)
      }
    }
  }

  /// False for a name that is certainly near none of those looked for.
  ///
  /// - Parameter name: UTF-8 in lower case.
  package func passes(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    // What stands in parentheses may not count.
    if name.contains(UInt8(ascii: "(")) { return !wanted.isEmpty }
    let pairs = NamePairs(name)
    return wanted.contains { $0.mayBeNear(pairs) }
  }
}

/// Which pairs of neighbouring bytes the words of a name have, the blanks around a word included.
///
/// Of two near names all words of one stand in the other, as they are or misspelt, and so do most of its pairs.
private struct NamePairs {
  /// One bit for each pair, by a hash.
  private var bits: (UInt64, UInt64) = (0, 0)
  /// How many letters may differ in all words together.
  private var changes = 0
  private var letters = 0
  private var isASCII = true
  /// A hash of all letters without the gaps.
  private var joined: UInt32 = 0

  init(_ name: UnsafeBufferPointer<UInt8>) {
    var length = 0
    var previous = UInt8(ascii: " ")
    var isLetter = false
    for (index, byte) in name.enumerated() {
      let isContinuation = 0x80..<0xc0 ~= byte
      if !isContinuation {
        isLetter = NamePairs.beginsLetter(byte, before: index + 1 < name.count ? name[index + 1] : 0)
        if isLetter { letters += 1 }
      }
      if isLetter {
        if byte >= 0x80 { isASCII = false }
        joined = joined &* 31 &+ UInt32(byte)
        add(previous, byte)
        previous = byte
        length += 1
      } else if length > 0 {
        endWord(previous, length)
        (previous, length) = (UInt8(ascii: " "), 0)
      }
    }
    if length > 0 { endWord(previous, length) }
  }

  /// Whether a letter or digit begins with the byte; signs and pictures begin with others.
  private static func beginsLetter(_ byte: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case 0xc3...0xe1, 0xe4...0xed: true
    case 0xe3: next != 0x80
    default: false
    }
  }

  private mutating func endWord(_ last: UInt8, _ length: Int) {
    add(last, UInt8(ascii: " "))
    // Two letters may differ only in a word of eight, which a shorter one can have become.
    changes += length <= 5 ? 1 : NameWords.mostChangesOfWord
  }

  private mutating func add(_ left: UInt8, _ right: UInt8) {
    let hash = (UInt32(left) &* 31 &+ UInt32(right)) &* 0x9E37_79B1 >> 25
    if hash < 64 { bits.0 |= 1 << UInt64(hash) } else { bits.1 |= 1 << UInt64(hash - 64) }
  }

  func mayBeNear(_ other: NamePairs) -> Bool {
    joined == other.joined || stands(in: other) || other.stands(in: self)
  }

  /// A changed letter takes two pairs with it, two that are swapped take three; of letters of three bytes, four and seven. What the
  /// other name has besides is at most half of it.
  private func stands(in other: NamePairs) -> Bool {
    let missing = (bits.0 & ~other.bits.0).nonzeroBitCount + (bits.1 & ~other.bits.1).nonzeroBitCount
    let changes = min(changes, NameWords.mostChanges)
    return missing <= (isASCII ? 3 : 7) * changes && 2 * (letters + changes) >= other.letters
  }
}
