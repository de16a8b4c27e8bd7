import Markdown
import StudyCore

/// Turns link spans into links as notes mean them: trimmed, decoded, in NFC.
enum LinkReader {
  /// What a link points at, without its fragment.
  static func target(_ range: Range<Int>, _ kind: NoteLink.Kind, in bytes: Bytes) -> String {
    switch kind {
    case .markdown, .markdownEmbed: TextKey.name(percentDecoded(range, in: bytes))
    case .wiki, .embed, .property, .requires, .partOf: name(range, in: bytes)
    }
  }

  /// False if nothing but blanks is left of the target and of its fragment.
  static func namesSomething(_ syntax: LinkSyntax, _ kind: NoteLink.Kind, in bytes: Bytes) -> Bool {
    let path = syntax.path
    if !path.isEmpty, stays(bytes[path.lowerBound]) { return true }
    return !target(path, kind, in: bytes).isEmpty
      || syntax.fragment.map { !name($0, in: bytes).isEmpty } ?? false
  }

  /// True for a byte that nothing takes away from the beginning of a name: no blank begins with it, nor what is decoded.
  private static func stays(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21..<0x7f: byte != Byte.percent
    case 0xc3...0xdf, 0xe4...0xee, 0xf0...0xf4: true
    default: false
    }
  }

  /// Of ASCII nothing but the blanks around it has to be taken care of.
  static func name(_ range: Range<Int>, in bytes: Bytes) -> String {
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
  static func properties(in bytes: Bytes, _ map: MarkMap, frontMatter: Range<Int>) -> [(
    syntax: LinkSyntax, range: Range<Int>
  )] {
    var bracket = map.next(.syntax, from: frontMatter.lowerBound, limit: frontMatter.upperBound)
    while bracket < frontMatter.upperBound, !bytes.has("[[", at: bracket) {
      bracket = map.next(.syntax, from: bracket + 1, limit: frontMatter.upperBound)
    }
    guard bracket < frontMatter.upperBound else { return [] }
    return SyntaxScanner.scan(bytes, in: frontMatter, map).compactMap { span in
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
