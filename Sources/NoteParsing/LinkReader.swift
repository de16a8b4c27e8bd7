import Foundation
import Markdown
import StudyCore

/// Turns link spans into links as notes mean them: trimmed, decoded, in NFC.
enum LinkReader {
  static func link(
    _ syntax: LinkSyntax, in bytes: Bytes, place: Finding.Place, block: Int?, countsForGraph: Bool
  ) -> ParsedLink {
    let raw = bytes.text(syntax.path)
    let isMarkdown = syntax.form == .markdown || syntax.form == .markdownEmbed
    return ParsedLink(
      kind: ParsedLink.Kind(syntax.form),
      target: TextKey.name(isMarkdown && raw.contains("%") ? raw.removingPercentEncoding ?? raw : raw),
      fragment: syntax.fragment.map { TextKey.name(bytes.text($0)) },
      place: place, block: block, countsForGraph: countsForGraph)
  }

  /// Links in the front matter count only where they are the whole of a quoted value (`card-syntax.md` §6.2).
  static func properties(in bytes: Bytes, frontMatter: Range<Int>) -> [(
    syntax: LinkSyntax, range: Range<Int>
  )] {
    SyntaxScanner.scan(bytes, in: frontMatter).compactMap { span in
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
