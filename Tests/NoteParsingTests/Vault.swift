import Foundation
import StudyCore
import TestSupport

@testable import NoteParsing

/// A folder of notes read as the parser reads them, with their links resolved.
struct Vault {
  /// All files but hidden ones, sorted.
  private(set) var paths: [String] = []
  private(set) var notes: [String: ParsedNote] = [:]
  private let index: LinkIndex

  init(_ root: URL) throws {
    let parser = NoteParser()
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    for path in all.sorted() where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let file = root.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      paths.append(path)
      if path.lowercased().hasSuffix(".md") {
        notes[path] = parser.parse([UInt8](try Data(contentsOf: file)))
      }
    }
    index = LinkIndex(paths.map { LinkIndex.File(path: $0, key: TextKey.key($0)) })
  }

  /// The links that count for the graph: in which file, and the file they lead to.
  var links: [(source: String, link: NoteLink, destination: String?)] {
    paths.flatMap { path in
      let folder = TextKey.key(String(LinkIndex.folder(of: path)))
      let links = notes[path]?.links.filter(\.countsForGraph) ?? []
      return links.map { link in
        let destination: String? =
          switch index.resolve(target: link.target.lowercased(), from: folder) {
          case .file(let file, _): paths[file]
          case .sameNote: path
          case .unresolved: nil
          }
        return (path, link, destination)
      }
    }
  }
}
