/// Obsidian's block ids: ` ^name` at the end of a block (`card-syntax.md` §6.1).
enum BlockReference {
  /// Reads what follows END on its line: a blank, a caret, and Latin letters, digits or dashes.
  static func parse(_ trimmed: String, follows raw: String) -> String? {
    guard raw.first == " " || raw.first == "\t", trimmed.first == "^" else { return nil }
    let name = trimmed.dropFirst()
    let isName = !name.isEmpty && name.utf8.allSatisfy { isNameByte($0) }
    return isName ? String(name) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte == 0x2d
  }
}
