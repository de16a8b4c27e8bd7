import Foundation

/// Which files and folders an import passes over.
struct IgnoreRules: Sendable {
  /// Shell patterns matched against the path below the imported folder and against the bare name; `*` also
  /// matches `/`.
  private let patterns: [Pattern]

  private enum Pattern: Sendable {
    /// `*.draft.md`: most patterns are endings, and an ending is compared at once.
    case ending([UInt8])
    case shell(String)

    init(_ text: String) {
      let rest = text.utf8.dropFirst()
      let isEnding = text.utf8.first == UInt8(ascii: "*") && !rest.contains { "*?[\\".utf8.contains($0) }
      self = isEnding ? .ending(Array(rest)) : .shell(text)
    }

    func matches(path: String, name: String) -> Bool {
      switch self {
      case .ending(let bytes): path.utf8.suffix(bytes.count).elementsEqual(bytes)
      case .shell(let pattern): fnmatch(pattern, path, 0) == 0 || fnmatch(pattern, name, 0) == 0
      }
    }
  }

  /// Drawings that Excalidraw keeps in Markdown files are no notes; Obsidian_to_Anki passes over them too.
  static let builtIn = ["*.excalidraw.md"]

  init(patterns: [String]) {
    // A slash at the end, as in a .gitignore, says that a folder is meant.
    self.patterns = patterns.map { Pattern($0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0) }
  }

  func ignores(path: String, name: String) -> Bool {
    // Everything whose name begins with a dot: `.obsidian`, `.git`, `.trash`.
    if name.utf8.first == UInt8(ascii: ".") { return true }
    return patterns.contains { $0.matches(path: path, name: name) }
  }
}
