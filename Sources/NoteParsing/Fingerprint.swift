import Markdown
import StudyCore

/// What stays the same when a block moves: its field values, whatever their line ends, Unicode form and blanks.
package enum Fingerprint {
  /// A hash over the field values in order: NFC, runs of white space as one blank, none at the ends.
  package static func of(_ fields: [Field]) -> UInt64 {
    var hash = StableHash()
    for field in fields {
      var pendingBlank = false
      var isEmpty = true
      var text = TextKey.composed(field.text)
      text.withUTF8 { bytes in
        for byte in bytes {
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
      hash.combine(0xff)
    }
    return hash.finalize()
  }
}
