import Markdown
import StudyCore

/// What stays the same when a block moves: its field values, whatever their line ends, Unicode form and blanks.
package enum Fingerprint {
  /// A hash over the field values in order: NFC, runs of white space as one blank, none at the ends.
  package static func of(_ fields: [Field]) -> UInt64 { of(BlockTexts(fields: .made(fields))) }

  static func of(_ texts: BlockTexts) -> UInt64 {
    var hash = StableHash()
    for field in 0..<texts.fields.count {
      texts.withText(of: field) { text in
        if TextKey.isComposed(text) { return add(text, to: &hash) }
        var composed = TextKey.composed(text.text(0..<text.count))
        composed.withUTF8 { add($0, to: &hash) }
      }
      hash.combine(0xff)
    }
    return hash.finalize()
  }

  private static func add(_ text: Bytes, to hash: inout StableHash) {
    var pendingBlank = false
    var isEmpty = true
    for byte in text {
      if Byte.isSpace(byte) {
        pendingBlank = !isEmpty
        continue
      }
      if pendingBlank { hash.combine(Byte.space) }
      hash.combine(byte)
      pendingBlank = false
      isEmpty = false
    }
  }
}
