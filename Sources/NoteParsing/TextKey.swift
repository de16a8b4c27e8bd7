import Foundation

/// How names are compared: file names, link targets, aliases, tags (`card-syntax.md` §6.1, §6.3).
package enum TextKey {
  /// NFC, no-break spaces as blanks, nothing blank at the ends: a name as it is shown.
  package static func name(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed(text) }
    let composed = composed(text)
    let hasNoBreakSpace = composed.unicodeScalars.contains("\u{a0}")
    return trimmed(hasNoBreakSpace ? composed.replacing("\u{a0}", with: " ") : composed)
  }

  /// A name as it is compared: like ``name(_:)``, and case does not count.
  package static func key(_ text: String) -> String { name(text).lowercased() }

  /// Canonical composition.
  package static func composed(_ text: String) -> String {
    var text = text
    return text.withUTF8(isComposed) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// True of text whose scalars are all composed and none of which combines (`DerivedNormalizationProps.txt`,
  /// NFC_Quick_Check): Latin, Greek, Cyrillic, Chinese, Japanese, Korean, emoji. Of other text it does not tell.
  static func isComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // By the first byte of a scalar; the others of it are below 0xc0.
      let isKnown =
        switch byte {
        case ..<0xcc, 0xcf...0xd1, 0xe5...0xe9, 0xeb, 0xec: true
        case 0xce: index + 1 < bytes.count && bytes[index + 1] != 0x87
        case 0xe2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x90
        case 0xe3: index + 2 < bytes.count && isKana(bytes[index + 1], bytes[index + 2])
        case 0xea: index + 1 < bytes.count && bytes[index + 1] >= 0xb0
        case 0xed: index + 1 < bytes.count && bytes[index + 1] <= 0x9d
        case 0xf0: index + 1 < bytes.count && bytes[index + 1] == 0x9f
        default: false
        }
      guard isKnown else { return false }
      index += 1
    }
    return true
  }

  /// True for U+3000 to U+30FF, but for U+302A to U+302F and U+3099, U+309A, which combine.
  private static func isKana(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third < 0xaa
    case 0x82: third != 0x99 && third != 0x9a
    default: second <= 0x83
    }
  }

  /// Without white space and byte order marks at the ends.
  package static func trimmed(_ text: String) -> String {
    guard let firstByte = text.utf8.first, let lastByte = text.utf8.last else { return text }
    if isVisibleASCII(firstByte), isVisibleASCII(lastByte) { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func isVisibleASCII(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7f }

  /// What JavaScript, in which the plugin is written, trims (ECMA-262 §12.2, §12.3): white space and U+FEFF, but not U+0085.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar == " " || ("\t"..."\r").contains(scalar) }
    switch scalar.value {
    case 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff: return true
    default: return false
    }
  }
}
