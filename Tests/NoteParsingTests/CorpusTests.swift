import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// A vault read as the parser reads it, to compare with answers computed by tools that share no code with it.
struct CorpusVault {
  var paths: [String] = []
  var notes: [String: ParsedNote] = [:]

  init(_ name: String) throws {
    let root = SharedMaterial.folder.appendingPathComponent("corpora/\(name)/vault")
    let parser = NoteParser()
    let all = FileManager.default.enumerator(atPath: root.path)!.compactMap { $0 as? String }
    for path in all.sorted() where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: root.appendingPathComponent(path).path, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      paths.append(path)
      guard path.lowercased().hasSuffix(".md") else { continue }
      notes[path] = parser.parse([UInt8](try Data(contentsOf: root.appendingPathComponent(path))))
    }
  }
}

@Suite(.enabled(if: SharedMaterial.isPresent, "needs ../shared/corpora"))
struct CorpusTests {
  @Test(arguments: SharedMaterial.corpora)
  func linksAgreeWithTheReference(_ name: String) throws {
    let vault = try CorpusVault(name)
    let index = LinkIndex(vault.paths.map { LinkIndex.File(path: $0, key: TextKey.key($0)) })
    let reference = try SharedMaterial.json("corpora/\(name)/links.json") as! [String: Any]
    let expected = (reference["links"] as! [[String: Any]])
      .filter { $0["live"] as! Bool }
      .map { "\($0["source"]!) \($0["kind"]!) [\($0["path"]!)] -> \($0["target"] as? String ?? "nil")" }
    var actual: [String] = []
    for path in vault.paths {
      let folder = TextKey.key(String(LinkIndex.folder(of: path)))
      for link in vault.notes[path]?.links ?? [] where link.countsForGraph {
        let target: String
        switch index.resolve(target: link.target.lowercased(), from: folder) {
        case .file(let file, _): target = vault.paths[file]
        case .sameNote: target = path
        case .unresolved: target = "nil"
        }
        let kind =
          switch link.kind {
          case .wiki, .property: "wiki"
          case .embed: "embed"
          case .markdown: "md"
          case .markdownEmbed: "md_embed"
          }
        actual.append("\(path) \(kind) [\(link.target)] -> \(target)")
      }
    }
    let difference = actual.sorted().difference(from: expected.sorted())
    #expect(difference.isEmpty, "\(difference.map { "\($0)" }.joined(separator: "\n"))")
  }

  @Test(arguments: SharedMaterial.corpora)
  func cardsAgreeWithTheReference(_ name: String) throws {
    let vault = try CorpusVault(name)
    let reference = try SharedMaterial.json("corpora/\(name)/cards.json") as! [String: [String: Any]]
    let cards = reference["tolerant"]!["cards"] as! [[String: Any]]
    let expected = cards.map { card in
      let fields =
        (card["fields"] as? [String: String])?.sorted { $0.key < $1.key }.map { "\($0)=\($1)" } ?? ["-"]
      let id = (card["id"] as? Int).map(String.init) ?? "-"
      return
        "\(card["file"]!):\(card["line"]!) \(card["kind"]!) <\(card["note_type"] as? String ?? "-")> id \(id) "
        + "tags \((card["tags"] as! [String]).joined(separator: " ")) \(fields.joined(separator: "|"))"
    }
    let actual = vault.paths.flatMap { path in
      (vault.notes[path]?.blocks ?? []).map { block in
        let fields =
          block.noteType.isKnown
          ? block.fields.sorted { $0.name < $1.name }.map { "\($0.name)=\($0.text)" } : ["-"]
        return "\(path):\(block.lines.lowerBound) \(block.syntax) <\(block.noteType.name)> "
          + "id \(block.ankiID.map { String($0.rawValue) } ?? "-") tags \(block.tags.joined(separator: " ")) "
          + fields.joined(separator: "|")
      }
    }
    let difference = actual.sorted().difference(from: expected.sorted())
    #expect(difference.isEmpty, "\(difference.map { "\($0)" }.joined(separator: "\n"))")
  }
}
