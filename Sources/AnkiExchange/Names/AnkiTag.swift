import Foundation

/// Tags as Anki reads them: separated by white space, nested by `::` (`anki-formats.md` §1).
package enum AnkiTag {
  /// The cell of a note: each tag once, whatever its case; the first spelling counts.
  package static func cell(_ tags: [String]) -> String {
    var known: Set<String> = []
    return tags.compactMap(normalized).filter { known.insert($0.lowercased()).inserted }.joined(
      separator: " ")
  }

  /// Nil for a tag of which nothing is left.
  static func normalized(_ tag: String) -> String? {
    let composed = tag.precomposedStringWithCanonicalMapping
    let visible = composed.unicodeScalars.filter {
      $0.properties.isWhitespace || $0.properties.generalCategory != .control
    }
    let words = String(String.UnicodeScalarView(visible)).split(whereSeparator: \.isWhitespace)
    let name = words.joined(separator: "-").drop { $0 == "#" }
    let parts = name.replacing("::", with: "/").split(separator: "/")
    return parts.isEmpty ? nil : parts.joined(separator: "::")
  }
}
