import Markdown

/// Obsidian's block ids: ` ^name` at the end of a block (`card-syntax.md` §6.1).
enum BlockReference {
  /// Reads what follows END on its line: a blank, a caret, and Latin letters, digits or dashes.
  static func parse(_ rest: Range<Int>, in bytes: Bytes) -> String? {
    let content = bytes.trimmed(rest)
    guard content.lowerBound > rest.lowerBound, bytes.has("^", at: content.lowerBound) else { return nil }
    let name = content.dropFirst()
    let isName = !name.isEmpty && name.allSatisfy { isNameByte(bytes[$0]) }
    return isName ? bytes.text(name) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.dash
  }
}
