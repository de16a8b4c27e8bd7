import Foundation

/// The table of targets in Sources/ARCHITECTURE.md: `` | `target` | … | `import`, `import` | ``. The document
/// and the rule are the same text, so neither can drift from the other.
struct Architecture {
  /// What each target may import.
  let allowed: [String: Set<String>]

  init() throws {
    var allowed: [String: Set<String>] = [:]
    let text = try Repository.text("Sources/ARCHITECTURE.md")
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|")
      guard cells.count == 3, let target = Architecture.names(in: cells[0]).first else { continue }
      allowed[target] = Set(Architecture.names(in: cells[2]))
    }
    self.allowed = allowed
  }

  private static func names(in cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension SourceFile {
  /// The modules this file imports.
  var imports: [String] {
    code.text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || SourceFile.accessLevels.contains($0) })
      else { return nil }
      // `import struct Foundation.Date`
      let module = SourceFile.importKinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
      return module.split(separator: ".").first.map(String.init)
    }
  }

  private static let accessLevels: Set = ["public", "package", "internal", "fileprivate", "private"]
  private static let importKinds: Set = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
  ]
}
