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

  /// Canonical composition. Text without combining scalars, which begin at U+0300, is composed already.
  package static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0xcc }) { return text }
    return text.precomposedStringWithCanonicalMapping
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

  /// What JavaScript, in which the plugin is written, trims: white space and U+FEFF, but not U+0085.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar == " " || ("\t"..."\r").contains(scalar) }
    return scalar == "\u{feff}" || (scalar.value != 0x85 && scalar.properties.isWhitespace)
  }
}
