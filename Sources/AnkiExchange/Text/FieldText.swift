import Foundation

/// A field as Anki compares it: without tags, with its media names (`anki-formats.md` §1, «Matching»).
enum FieldText {
  static func stripped(_ html: String) -> String {
    var text = ""
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      let close = rest.hasComment(at: open) ? "-->" : ">"
      guard let end = rest[open...].range(of: close) else { break }
      let tag = rest[open..<end.upperBound]
      if tag.hasPrefix("<img "), let source = tag.firstRange(of: "src=\"") {
        text += " " + tag[source.upperBound...].prefix { $0 != "\"" } + " "
      }
      rest = rest[end.upperBound...]
    }
    let decoded = references.reduce(text + rest) { $0.replacing($1.0, with: $1.1) }
    return decoded.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Those that the renderer writes; the ampersand comes last, so that nothing is decoded twice.
  private static let references = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#91;", "["), ("&#123;", "{"), ("&#125;", "}"),
    ("&#58;", ":"), ("&amp;", "&"),
  ]
}

extension Substring {
  fileprivate func hasComment(at index: Index) -> Bool { self[index...].hasPrefix("<!--") }
}
