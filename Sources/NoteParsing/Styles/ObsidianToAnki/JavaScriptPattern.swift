import Foundation

/// Regular expressions as JavaScript writes them, for the engine that Foundation has (ICU's).
///
/// Where the two differ in what people write: a brace that begins no quantifier, a bracket within brackets, and the
/// classes `[^]` and `[]`, for any character and for none.
package enum JavaScriptPattern {
  /// True if the engine understands the pattern, and it has a group to fill a field with.
  package static func isUsable(_ source: String) -> Bool {
    guard let expression = try? NSRegularExpression(pattern: translated(source)) else { return false }
    return expression.numberOfCaptureGroups > 0
  }

  package static func translated(_ source: String) -> String {
    var reader = Reader(characters: Array(source))
    return reader.translate()
  }

  private struct Reader {
    let characters: [Character]
    private var index = 0
    private var result = ""

    init(characters: [Character]) { self.characters = characters }

    mutating func translate() -> String {
      while index < characters.count {
        switch characters[index] {
        case "\\": copy(2)
        case "[": copyClass()
        case "{" where !beginsQuantifier():
          result += "\\{"
          index += 1
        default: copy(1)
        }
      }
      return result
    }

    private mutating func copy(_ count: Int) {
      let end = min(index + count, characters.count)
      result += String(characters[index..<end])
      index = end
    }

    /// `{2}`, `{2,}` or `{2,3}` after something that can be repeated.
    private func beginsQuantifier() -> Bool {
      guard index > 0, let close = characters[index...].firstIndex(of: "}") else { return false }
      let parts = characters[index + 1..<close].split(separator: ",", omittingEmptySubsequences: false)
      guard let first = parts.first, parts.count <= 2, !first.isEmpty else { return false }
      return parts.allSatisfy { $0.allSatisfy { ("0"..."9").contains($0) } }
    }

    private mutating func copyClass() {
      for (written, meant) in [("[^]", "[\\s\\S]"), ("[]", "(?!)")]
      where characters[index...].starts(with: written) {
        result += meant
        index += written.count
        return
      }
      copy(1)
      while index < characters.count, characters[index] != "]" {
        switch characters[index] {
        case "\\": copy(2)
        case "[", "&":
          result += "\\" + String(characters[index])
          index += 1
        default: copy(1)
        }
      }
      copy(1)
    }
  }
}
