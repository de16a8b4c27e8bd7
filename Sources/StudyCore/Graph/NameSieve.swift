/// Leaves out most of the names that ``NearNames`` would not find near a few that are looked for, at the price of a look at their bytes: so that of
/// a hundred thousand names only some hundreds have to be compared.
///
/// Of two near names each word of one stands in the other, as it is or misspelt, and with it most of its pairs of neighbouring bytes.
package struct NameSieve: Sendable {
  private let wanted: [NamePairs]

  /// - Parameter names: those that are looked for.
  package init(_ names: [String]) {
    wanted = names.flatMap { name in
      NameWords.readings(of: name).map { reading in
        var text = String(String.UnicodeScalarView(reading.words.joined(separator: [" "])))
        return text.withUTF8 { bytes in
          /// Empty where they are not kept.
          var words: [WordPairs] = []
          var pairs = NamePairs(bytes) { word, _ in words.append(word) }
          pairs.words = words
          return pairs
        }
      }
    }
  }

  /// False for a name that is certainly near none of those looked for.
  ///
  /// - Parameter name: UTF-8 in lower case.
  package func passes(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    wanted.contains { other in
      // What stands in parentheses may count or not.
      var (allStand, allOutsideStand) = (true, true)
      let pairs = NamePairs(name) { word, isOutside in
        guard isOutside ? allOutsideStand : allStand, !word.stands(in: other.pairs) else { return }
        allStand = false
        if isOutside { allOutsideStand = false }
      }
      return pairs.isJoined(like: other)
        || (allStand || allOutsideStand && pairs.hasOutside) && pairs.isLongEnough(beside: other)
        || other.isLongEnough(beside: pairs) && other.words.allSatisfy { $0.stands(in: pairs.pairs) }
    }
  }
}

/// One bit for each pair of neighbouring bytes, by a hash.
private typealias PairBits = SIMD4<UInt64>

private struct WordPairs {
  /// With the blanks around the word.
  var pairs = PairBits()
  /// How many of them changed letters can take with them.
  var losses = 0

  func stands(in name: PairBits) -> Bool {
    let missing = pairs & ~name
    return (0..<4).reduce(0) { $0 + missing[$1].nonzeroBitCount } <= losses
  }
}

private struct NamePairs {
  var words: [WordPairs] = []
  private(set) var pairs = PairBits()
  private var letters = 0
  private var lettersOutside = 0
  /// A hash of all letters without the gaps.
  private var joined: UInt32 = 0
  /// Of those outside of parentheses.
  private var joinedOutside: UInt32 = 0

  /// Hands out the words of the name, and whether they stand outside of parentheses.
  init(_ name: UnsafeBufferPointer<UInt8>, _ body: (WordPairs, _ isOutside: Bool) -> Void) {
    var depth = 0
    var word = WordPairs()
    var (length, isASCII, isNumber, isLetter) = (0, true, true, false)
    var previous = UInt8(ascii: " ")
    func pair(_ byte: UInt8) {
      let hash = ((UInt32(previous) &* 31 &+ UInt32(byte)) &* 0x9E37_79B1) >> 24
      word.pairs[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
      previous = byte
    }
    func endWord(_ all: inout PairBits) {
      guard length > 0 else { return }
      pair(UInt8(ascii: " "))
      word.losses = isNumber ? WordPairs.lossesOfNumber : WordPairs.losses(length, isASCII: isASCII)
      all |= word.pairs
      body(word, depth == 0)
      (word, length, isASCII, isNumber) = (WordPairs(), 0, true, true)
    }
    for index in name.indices {
      let byte = name[index]
      if !(0x80..<0xc0).contains(byte) {
        isLetter = NamePairs.beginsLetter(byte, before: index + 1 < name.count ? name[index + 1] : 0)
        if isLetter { letters += 1 }
        if isLetter, depth == 0 { lettersOutside += 1 }
      }
      guard isLetter else {
        endWord(&pairs)
        if byte == UInt8(ascii: "(") {
          depth += 1
        } else if byte == UInt8(ascii: ")") {
          depth = max(0, depth - 1)
        }
        continue
      }
      if byte >= 0x80 { isASCII = false }
      if byte > UInt8(ascii: "9") { isNumber = false }
      joined = joined &* 31 &+ UInt32(byte)
      if depth == 0 { joinedOutside = joinedOutside &* 31 &+ UInt32(byte) }
      length += 1
      pair(byte)
    }
    endWord(&pairs)
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

  var hasOutside: Bool { lettersOutside > 0 }

  /// Whether the letters are the same but for the gaps.
  func isJoined(like other: NamePairs) -> Bool { joined == other.joined || joinedOutside == other.joined }

  /// What the longer name has besides is at most half of it.
  func isLongEnough(beside other: NamePairs) -> Bool {
    2 * (letters + NameWords.mostChanges) >= (other.hasOutside ? other.lettersOutside : other.letters)
  }
}

extension WordPairs {
  /// Digits never differ; a letter can be added behind them.
  fileprivate static let lossesOfNumber = 1

  /// A changed letter takes two pairs with it and two that are swapped take three, of letters of three bytes up to seven.
  ///
  /// - Parameter length: in bytes. Two letters may differ only in a word of eight, which a shorter one can have become.
  fileprivate static func losses(_ length: Int, isASCII: Bool) -> Int {
    let changes = length <= 5 ? 1 : NameWords.mostChangesOfWord
    return changes * (isASCII ? 3 : 7)
  }
}
