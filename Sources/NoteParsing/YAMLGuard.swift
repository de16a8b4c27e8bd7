import Markdown

/// Turns away front matter that would cost the YAML reader more stack or time than a note may ask for. It only
/// counts bytes; whether the text is YAML at all is for the reader to say.
enum YAMLGuard {
  /// Far more than anybody writes, far less than a thread's stack holds. Every level of nesting takes an open
  /// bracket or a byte at the start of its line.
  private static let mostBrackets = 64
  private static let widestIndentation = 256
  /// Aliases of aliases grow exponentially when they are compared; so many of them cannot grow far.
  private static let mostAliases = 32

  /// Says what is too much, nil if nothing is.
  static func problem(_ bytes: Bytes, in range: Range<Int>) -> String? {
    if isNestedTooDeep(bytes, in: range) { return "it is nested too deep" }
    if hasTooManyAliases(bytes, in: range) { return "it holds too many aliases (*name)" }
    return nil
  }

  private static func isNestedTooDeep(_ bytes: Bytes, in range: Range<Int>) -> Bool {
    var brackets = 0
    var indentation = 0
    var isIndentation = true
    for byte in bytes[range] {
      switch byte {
      case Byte.newline: (isIndentation, indentation) = (true, 0)
      case Byte.space, Byte.tab, Byte.dash, Byte.colon, UInt8(ascii: "?"):
        if isIndentation { indentation += 1 }
      case Byte.openBracket, UInt8(ascii: "{"): (isIndentation, brackets) = (false, brackets + 1)
      case Byte.closeBracket, UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      default: isIndentation = false
      }
      if brackets > mostBrackets || indentation > widestIndentation { return true }
    }
    return false
  }

  private static func hasTooManyAliases(_ bytes: Bytes, in range: Range<Int>) -> Bool {
    var count = 0
    for index in range.dropLast() where bytes[index] == UInt8(ascii: "*") {
      let name = bytes[index + 1]
      if Byte.isLetter(name) || Byte.isDigit(name) { count += 1 }
    }
    return count > mostAliases && bytes[range].contains(UInt8(ascii: "&"))
  }
}
