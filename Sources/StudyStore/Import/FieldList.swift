import Foundation
import StudyCore

/// Lists of texts in one column, as a JSON array (RFC 8259).
enum FieldList {
  /// Written here because an import encodes every field of every card: Foundation's encoder takes ten times as long
  /// as SQLite needs to store the result.
  static func encode(_ texts: [String]) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "[")]
    bytes.reserveCapacity(texts.reduce(2) { $0 + $1.utf8.count + 8 })
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 { append(byte, to: &bytes) }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case UInt8(ascii: "\n"):
      bytes.append(contentsOf: "\\n".utf8)
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    default:
      bytes.append(byte)
    }
  }

  static func decode(_ json: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
  }

  /// Texts with the names of a note type's fields; what it has no name for is numbered.
  static func fields(_ texts: String, names: [String]) -> [Field] {
    decode(texts).enumerated().map { index, text in
      Field(name: index < names.count ? names[index] : "Field \(index + 1)", text: text)
    }
  }
}
