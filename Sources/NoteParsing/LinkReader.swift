import Markdown
import StudyCore

/// Turns link spans into links as notes mean them: trimmed, decoded, in NFC.
enum LinkReader {
  /// What a link names: the target without its fragment, and the fragment. Nil if nothing but blanks is left.
  static func names(of syntax: LinkSyntax, in bytes: Bytes) -> (target: String, fragment: String?)? {
    let isMarkdown = syntax.form == .markdown || syntax.form == .markdownEmbed
    let target =
      isMarkdown ? TextKey.name(percentDecoded(syntax.path, in: bytes)) : name(syntax.path, in: bytes)
    let fragment = syntax.fragment.map { name($0, in: bytes) }
    return target.isEmpty && (fragment ?? "").isEmpty ? nil : (target, fragment)
  }

  /// Of ASCII nothing but the blanks around it has to be taken care of.
  private static func name(_ range: Range<Int>, in bytes: Bytes) -> String {
    bytes.isASCII(range) ? bytes.text(bytes.trimmed(range)) : TextKey.name(bytes.text(range))
  }

  /// A percent sign that two hexadecimal digits do not follow stands for itself; bytes that are not
  /// UTF-8 leave the whole as it is.
  private static func percentDecoded(_ range: Range<Int>, in bytes: Bytes) -> String {
    guard bytes[range].contains(Byte.percent) else { return bytes.text(range) }
    var decoded: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == Byte.percent, index + 2 < range.upperBound,
        let high = Byte.hexadecimalValue(bytes[index + 1]), let low = Byte.hexadecimalValue(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? bytes.text(range)
  }

  /// Links in the front matter count only where they are the whole of a quoted value (`card-syntax.md` §6.2).
  static func properties(in bytes: Bytes, frontMatter: Range<Int>) -> [(
    syntax: LinkSyntax, range: Range<Int>
  )] {
    guard bytes.find("[[", from: frontMatter.lowerBound, limit: frontMatter.upperBound) != nil else {
      return []
    }
    return SyntaxScanner.scan(bytes, in: frontMatter).compactMap { span in
      guard case .link(let syntax) = span.kind, syntax.form == .wiki || syntax.form == .embed else {
        return nil
      }
      let (before, after) = (span.range.lowerBound - 1, span.range.upperBound)
      guard before >= 0, after < bytes.count, bytes[before] == bytes[after],
        bytes[before] == Byte.doubleQuote || bytes[before] == Byte.singleQuote
      else { return nil }
      return (syntax, span.range)
    }
  }
}
