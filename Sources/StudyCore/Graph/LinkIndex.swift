/// The files of one link root, ready to resolve links against (`card-syntax.md` §6.3).
///
/// Names are compared by keys that the caller makes: NFC and lower case, with `/` between folders.
package struct LinkIndex: Sendable {
  /// A file below the link root.
  package struct File: Hashable, Sendable {
    /// As on disk, relative to the link root: decides ties.
    package var path: String
    /// As compared.
    package var key: String

    package init(path: String, key: String) {
      self.path = path
      self.key = key
    }
  }

  package enum Resolution: Hashable, Sendable {
    /// Index into the files given. In a tie another file was as near by the rules.
    case file(Int, isTie: Bool)
    /// The note the link stands in.
    case sameNote
    case unresolved
  }

  private let files: [File]
  private let byKey: [String: Int]
  private let byName: [Substring: [Int]]

  package init(_ files: [File]) {
    self.files = files
    byKey = Dictionary(files.indices.map { (files[$0].key, $0) }) { left, right in
      LinkIndex.precedes(files[left], files[right]) ? left : right
    }
    byName = Dictionary(grouping: files.indices) { LinkIndex.lastPart(of: files[$0].key) }
  }

  /// By the bytes of the path: whatever order the files came in, the same one is chosen.
  private static func precedes(_ left: File, _ right: File) -> Bool {
    left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }

  /// The part of a path after its last `/`.
  package static func lastPart(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[path.utf8.index(after: slash)...]
  }

  /// The part of a path before its last `/`, empty for a file at the root.
  package static func folder(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[..<slash]
  }

  /// - Parameters:
  ///   - target: key of what the link names, without fragment.
  ///   - folder: key of the folder the link's note lies in, empty at the root.
  package func resolve(target: String, from folder: String) -> Resolution {
    if target.isEmpty { return .sameNote }
    if target.hasPrefix("./") || target.hasPrefix("../") { return resolve(relative: target, from: folder) }
    let plain = String(target.drop { $0 == "/" })
    for wanted in [plain, plain + ".md"] {
      let named = byName[LinkIndex.lastPart(of: wanted)] ?? []
      if let exact = byKey[wanted] { return .file(exact, isTie: false) }
      let isFolderless = !wanted.utf8.contains(UInt8(ascii: "/"))
      let candidates = isFolderless ? named : named.filter { files[$0].key.hasSuffix("/" + wanted) }
      guard !candidates.isEmpty else { continue }
      let own = folder.isEmpty ? wanted : folder + "/" + wanted
      if let near = byKey[own] { return .file(near, isTie: false) }
      return shortest(of: candidates)
    }
    return .unresolved
  }

  /// The shortest path in characters; ties in order of their letters, which Obsidian leaves to chance.
  private func shortest(of candidates: [Int]) -> Resolution {
    let lengths = candidates.map { files[$0].path.unicodeScalars.count }
    let least = lengths.min() ?? 0
    let nearest = zip(candidates, lengths).filter { $1 == least }.map(\.0)
    let best = nearest.min { LinkIndex.precedes(files[$0], files[$1]) }
    return best.map { .file($0, isTie: nearest.count > 1) } ?? .unresolved
  }

  /// `./` and `../` name exactly one place; there is no search by name.
  private func resolve(relative target: String, from folder: String) -> Resolution {
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return .unresolved }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    let path = parts.joined(separator: "/")
    for wanted in [path, path + ".md"] {
      if let exact = byKey[wanted] { return .file(exact, isTie: false) }
    }
    return .unresolved
  }
}
