import Foundation

/// How names are compared: file names, link targets, aliases, tags (`card-syntax.md` §6.1, §6.3).
package enum TextKey {
  /// NFC, no-break spaces as blanks, nothing blank at the ends: a name as it is shown.
  package static func name(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) { return text }
    let composed = composed(text)
    let blanks = composed.contains("\u{a0}") ? composed.replacing("\u{a0}", with: " ") : composed
    return trimmed(blanks)
  }

  /// A name as it is compared: like ``name(_:)``, and case does not count.
  package static func key(_ text: String) -> String { name(text).lowercased() }

  /// Canonical composition. Text without combining scalars is composed already.
  package static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0xcc }) { return text }
    return text.precomposedStringWithCanonicalMapping
  }

  /// Without white space and byte order marks at the ends.
  package static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(text[first...last])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\u{feff}"
      || (scalar.value != 0x85 && scalar.properties.isWhitespace)
  }
}
