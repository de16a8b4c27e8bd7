import AnkiExchange
import Foundation
import StudyCore
import StudyStore

/// The images and recordings that the cards of an export embed.
struct ExportMedia {
  /// Absolute path by block and target as written.
  private let paths: [BlockUID: [String: String]]
  private let names: MediaNames
  /// Absolute path by name in Anki's media folder.
  private let sources: [String: String]

  init(_ blocks: [BlockRecord]) {
    paths = Dictionary(
      blocks.filter { !$0.files.isEmpty }.map { block in
        (block.uid, block.files.mapValues { block.linkRoot + "/" + $0 })
      }
    ) { first, _ in first }
    let all = Set(paths.values.flatMap(\.values))
    let names = MediaNames(paths: all)
    self.names = names
    sources = Dictionary(all.compactMap { path in names[path].map { ($0, path) } }) { first, _ in first }
  }

  /// The name in Anki's media folder of what a block embeds.
  func name(of target: String, in block: BlockUID) -> String? {
    paths[block]?[target].flatMap { names[$0] }
  }

  /// Copies files whose size or date differ from what is there.
  ///
  /// - Parameter progress: hears how many are done, before each; what it throws ends the copying.
  /// - Throws: ``Failure``, or what `progress` throws
  func copy(_ wanted: [String], to folder: String, progress: (Int) throws -> Void) throws {
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ExportMedia.failure(folder)
    }
    for (index, name) in wanted.enumerated() {
      try progress(index)
      guard let source = sources[name] else { continue }
      let target = folder + "/" + name
      if manager.contentsEqual(atPath: source, andPath: target) { continue }
      do {
        try StagedFile(copying: source, for: target).putInPlace()
      } catch {
        throw ExportMedia.failure(folder)
      }
    }
  }

  private static func failure(_ folder: String) -> Failure {
    Failure(
      "cannot copy media to \(folder)",
      hint: "check that the folder may be written; the export itself is complete",
      status: .cannotCreate)
  }
}

extension ExportNote {
  init(_ block: BlockRecord) {
    self.init(
      block: block.uid, ankiID: block.ankiID, learnedGuid: block.guid, noteType: block.noteType,
      deck: block.deck,
      tags: block.tags, fields: block.fields, exportedFront: block.exportedFront,
      source: Source(path: block.folder + "/" + block.path, line: block.line))
  }
}
