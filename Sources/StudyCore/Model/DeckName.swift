/// The name of a deck: parts nested by `::`, as Anki writes them.
package struct DeckName: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let parts: [String]

  /// Normalises as Anki does (`anki-formats.md` §0.3): every part loses white space and colons at its ends and
  /// control characters; an empty part becomes `blank`. Composing to NFC is the caller's part.
  package init(parts: [String]) {
    let clean = parts.map(DeckName.normalizedPart)
    self.parts = clean.isEmpty ? ["blank"] : clean
  }

  /// Reads `A::B::C`.
  package init(_ text: String) {
    var parts: [String] = []
    var rest = Substring(text)
    while let split = rest.firstDoubleColon {
      parts.append(String(rest[..<split]))
      rest = rest[rest.utf8.index(split, offsetBy: 2)...]
    }
    self.init(parts: parts + [String(rest)])
  }

  package var description: String { parts.joined(separator: "::") }

  /// True for the deck itself and every deck below it; case does not count, as in Anki.
  package func contains(_ other: DeckName) -> Bool {
    guard other.parts.count >= parts.count else { return false }
    return zip(parts, other.parts).allSatisfy { $0.lowercased() == $1.lowercased() }
  }

  /// Parents come before their children; siblings are in order of their letters.
  package static func < (left: DeckName, right: DeckName) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  private static func normalizedPart(_ part: String) -> String {
    if isPlain(part) { return part }
    let visible = part.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let isEdge = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == ":" }
    let trimmed = visible.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    return trimmed.isEmpty ? "blank" : String(String.UnicodeScalarView(trimmed))
  }
}

extension DeckName {
  /// True of nearly all parts: ASCII without control characters, and nothing to take away at the ends.
  private static func isPlain(_ part: String) -> Bool {
    let edges = [part.utf8.first, part.utf8.last]
    return part.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
      && !edges.contains { $0 == nil || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }
  }
}

extension Substring {
  fileprivate var firstDoubleColon: Index? {
    var previous: Index?
    for index in utf8.indices {
      guard utf8[index] == UInt8(ascii: ":") else {
        previous = nil
        continue
      }
      if let previous { return previous }
      previous = index
    }
    return nil
  }
}
