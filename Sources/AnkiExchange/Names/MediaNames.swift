import Foundation
import StudyCore

/// Names for files in Anki's media folder, which is flat and changes names that it does not like
/// (`anki-formats.md` §2).
///
/// A file keeps its own name where that is possible. Files of one name, in different folders or differing only in
/// case, all get a hash of their path, so that no name depends on the order of files.
package struct MediaNames: Hashable, Sendable {
  /// Anki cuts longer names.
  static let maximumBytes = 120

  private let names: [String: String]

  /// `paths` are of files, with `/` between folders.
  package init(paths: some Sequence<String>) {
    let paths = Set(paths)
    let plain = Dictionary(grouping: paths) { MediaNames.safe($0).lowercased() }
    names = Dictionary(
      uniqueKeysWithValues: paths.map { path in
        let isAlone = plain[MediaNames.safe(path).lowercased()]?.count == 1
        return (path, MediaNames.safe(path, suffix: isAlone ? "" : "-" + MediaNames.hash(path)))
      })
  }

  /// Nil for a path that was not given.
  package subscript(path: String) -> String? { names[path] }

  private static func hash(_ path: String) -> String {
    String(StableHash.hexadecimal(StableHash.of([path.precomposedStringWithCanonicalMapping])).prefix(10))
  }

  /// The last part of the path as Anki would write it, with `suffix` before its extension.
  static func safe(_ path: String, suffix: String = "") -> String {
    let base = path.split(separator: "/").last.map(String.init) ?? ""
    let scalars = base.precomposedStringWithCanonicalMapping.unicodeScalars
      .map { $0 == "\u{A0}" ? " " : $0 }
      .filter { $0.properties.generalCategory != .control && !"[]<>:\"/?*^\\|".unicodeScalars.contains($0) }
    let name = String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespaces)
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
    var stem = String(name[..<dot])
    let fileExtension = String(name[dot...].prefix(20)).trimmingTrailing(". ")
    if isWindowsDevice(stem) { stem += "_" }
    let room = maximumBytes - suffix.utf8.count - fileExtension.utf8.count
    while stem.utf8.count > room { stem.removeLast() }
    if fileExtension.isEmpty { stem = stem.trimmingTrailing(". ") }
    return (stem.isEmpty ? "file" : stem) + suffix + fileExtension
  }

  private static func isWindowsDevice(_ stem: String) -> Bool {
    let first = stem.prefix { $0 != "." }.lowercased()
    if ["con", "prn", "aux", "nul"].contains(first) { return true }
    return first.count == 4 && (first.hasPrefix("com") || first.hasPrefix("lpt"))
      && ("1"..."9").contains(first.last ?? " ")
  }
}

extension String {
  fileprivate func trimmingTrailing(_ characters: String) -> String {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return text
  }
}
