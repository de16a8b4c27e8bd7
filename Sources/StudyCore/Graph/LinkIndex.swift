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
  private let byKey: [Substring: Int]
  /// The files whose keys end with a run of path parts, the preferred one first.
  private let bySuffix: [Substring: [Int]]

  /// - Parameter files: of two with the same key the one whose path comes first counts.
  package init(_ files: [File]) {
    self.files = files
    byKey = Dictionary(files.indices.map { (files[$0].key[...], $0) }) { left, right in
      LinkIndex.precedes(files[left], files[right]) ? left : right
    }
    var bySuffix: [Substring: [Int]] = [:]
    for file in LinkIndex.preferred(files) {
      for suffix in LinkIndex.suffixes(of: files[file].key) { bySuffix[suffix, default: []].append(file) }
    }
    self.bySuffix = bySuffix
  }

  /// The shortest path in characters first; ties in order of their letters, which Obsidian leaves to chance.
  private static func preferred(_ files: [File]) -> [Int] {
    let lengths = files.map { $0.path.unicodeScalars.count }
    return files.indices.sorted {
      lengths[$0] == lengths[$1] ? precedes(files[$0], files[$1]) : lengths[$0] < lengths[$1]
    }
  }

  /// By the bytes of the path: whatever order the files came in, the same one is chosen.
  private static func precedes(_ left: File, _ right: File) -> Bool {
    left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }

  /// `a/b/c`, `b/c`, `c`.
  private static func suffixes(of key: String) -> [Substring] {
    var suffixes = [key[...]]
    for index in key.utf8.indices where key.utf8[index] == UInt8(ascii: "/") {
      suffixes.append(key[key.utf8.index(after: index)...])
    }
    return suffixes
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
    if let resolution = resolve(target: target) { return resolution }
    if LinkIndex.isRelative(target) { return resolve(relative: target, from: folder) }
    let (wanted, candidates) = candidates(for: target)!
    let own = folder.isEmpty ? wanted : folder + "/" + wanted
    if let exact = byKey[own[...]] { return .file(exact, isTie: false) }
    return .file(candidates[0], isTie: isAsShort(candidates[1], as: candidates[0]))
  }

  /// Where links with this target lead from any folder: most names belong to one file or to none.
  ///
  /// - Parameter target: key of what the link names, without fragment.
  /// - Returns: nil if it depends on the folder.
  package func resolve(target: String) -> Resolution? {
    if target.isEmpty { return .sameNote }
    if LinkIndex.isRelative(target) { return nil }
    guard let (wanted, candidates) = candidates(for: target) else { return .unresolved }
    if candidates.count == 1 { return .file(candidates[0], isTie: false) }
    return byKey[wanted[...]].map { .file($0, isTie: false) }
  }

  private static func isRelative(_ target: String) -> Bool {
    target.hasPrefix("./") || target.hasPrefix("../")
  }

  /// The files whose paths end with the target, and the form of the target they end with; at least one.
  private func candidates(for target: String) -> (wanted: String, files: [Int])? {
    let plain = String(target.drop { $0 == "/" })
    for wanted in [plain, plain + ".md"] {
      if let files = bySuffix[wanted[...]] { return (wanted, files) }
    }
    return nil
  }

  private func isAsShort(_ file: Int, as other: Int) -> Bool {
    files[file].path.unicodeScalars.count == files[other].path.unicodeScalars.count
  }

  /// The one place that a target names which begins with `./` or `../`.
  ///
  /// - Returns: nil for any other target, and for a place outside of the link root.
  package static func place(ofRelative target: String, from folder: String) -> String? {
    guard isRelative(target) else { return nil }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// There is no search by name.
  private func resolve(relative target: String, from folder: String) -> Resolution {
    guard let path = LinkIndex.place(ofRelative: target, from: folder) else { return .unresolved }
    for wanted in [path, path + ".md"] {
      if let exact = byKey[wanted[...]] { return .file(exact, isTie: false) }
    }
    return .unresolved
  }
}
