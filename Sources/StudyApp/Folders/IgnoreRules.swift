import Foundation

/// Which files and folders an import passes over.
struct IgnoreRules: Sendable {
  /// Shell patterns matched against the path below the imported folder and against the bare name; `*` also
  /// matches `/`.
  private let patterns: [String]

  /// Drawings that Excalidraw keeps in Markdown files are no notes; Obsidian_to_Anki passes over them too.
  static let builtIn = ["*.excalidraw.md"]

  init(patterns: [String]) {
    // A slash at the end, as in a .gitignore, says that a folder is meant.
    self.patterns = patterns.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  func ignores(path: String, name: String) -> Bool {
    // Everything whose name begins with a dot: `.obsidian`, `.git`, `.trash`.
    if name.utf8.first == UInt8(ascii: ".") { return true }
    return patterns.contains { fnmatch($0, path, 0) == 0 || fnmatch($0, name, 0) == 0 }
  }
}
