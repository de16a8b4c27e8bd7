/// ASCII bytes by their names, so that the scanners read as sentences.
package enum Byte {
  package static let tab = UInt8(ascii: "\t")
  package static let newline = UInt8(ascii: "\n")
  package static let carriageReturn = UInt8(ascii: "\r")
  package static let space = UInt8(ascii: " ")
  package static let exclamation = UInt8(ascii: "!")
  package static let doubleQuote = UInt8(ascii: "\"")
  package static let hash = UInt8(ascii: "#")
  package static let dollar = UInt8(ascii: "$")
  package static let percent = UInt8(ascii: "%")
  package static let singleQuote = UInt8(ascii: "'")
  package static let openParenthesis = UInt8(ascii: "(")
  package static let closeParenthesis = UInt8(ascii: ")")
  package static let dash = UInt8(ascii: "-")
  package static let colon = UInt8(ascii: ":")
  package static let less = UInt8(ascii: "<")
  package static let equals = UInt8(ascii: "=")
  package static let greater = UInt8(ascii: ">")
  package static let openBracket = UInt8(ascii: "[")
  package static let backslash = UInt8(ascii: "\\")
  package static let closeBracket = UInt8(ascii: "]")
  package static let caret = UInt8(ascii: "^")
  package static let backtick = UInt8(ascii: "`")
  package static let pipe = UInt8(ascii: "|")
  package static let tilde = UInt8(ascii: "~")

  @inline(__always)
  package static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// ASCII white space.
  @inline(__always)
  package static func isSpace(_ byte: UInt8) -> Bool {
    byte == space || (byte >= tab && byte <= carriageReturn)
  }

  @inline(__always)
  package static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  @inline(__always)
  package static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  package static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// Bytes that outlive a scan; every scanner of the package works on this view.
package typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The end of the line that contains `position`: the offset of its LF, or of the end of the text.
  package func lineEnd(from position: Int) -> Int { lineEnd(from: position, limit: count) }

  /// The same for a text that ends at `limit`.
  @inline(__always)
  package func lineEnd(from position: Int, limit: Int) -> Int {
    var index = position
    while index < limit, self[index] != Byte.newline { index += 1 }
    return index
  }

  /// True if `text` stands at `position`.
  @inline(__always)
  package func has(_ text: StaticString, at position: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position >= 0, position + length <= count else { return false }
    for offset in 0..<length where self[position + offset] != text.utf8Start[offset] { return false }
    return true
  }

  @inline(__always)
  package func has(_ text: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position + text.count <= count else { return false }
    for offset in 0..<text.count where self[position + offset] != text[offset] { return false }
    return true
  }

  /// The first offset at or after `position` where `text` stands, below `limit`; nothing is found of an empty text.
  package func find(_ text: [UInt8], from position: Int, limit: Int) -> Int? {
    guard let first = text.first else { return nil }
    var index = position
    while index + text.count <= limit {
      if self[index] == first, has(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The first offset at or after `position` where `text` stands, below `limit`.
  package func find(_ text: StaticString, from position: Int, limit: Int) -> Int? {
    let first = text.utf8Start[0]
    var index = position
    let last = limit - text.utf8CodeUnitCount
    while index <= last {
      if self[index] == first, has(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The range without ASCII white space at its ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, Byte.isSpace(self[lower]) { lower += 1 }
    while upper > lower, Byte.isSpace(self[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// The text of a range; broken UTF-8 becomes U+FFFD.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }
}
