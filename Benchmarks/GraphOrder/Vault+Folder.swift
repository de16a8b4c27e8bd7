import Foundation
import NoteParsing
import StudyCore

extension Vault {
  /// The notes of a folder, by path, with their cards and links; nil without links.
  ///
  /// Where no note has a card, cards are made up: two links each, in the order of the text, and one card for a note without links.
  init?(folder: String) {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let files = paths.filter { $0.hasSuffix(".md") }.sorted()
    let parser = NoteParser()
    let notes = files.map { path in
      parser.parse([UInt8](FileManager.default.contents(atPath: folder + "/" + path) ?? Data()))
    }
    func key(_ path: String) -> String { path.precomposedStringWithCanonicalMapping.lowercased() }
    let index = LinkIndex(files.map { .init(path: $0, key: key($0)) })
    func target(_ link: NoteLink, from note: Int) -> Int? {
      let folder = LinkIndex.folder(of: files[note])
      guard case .file(let file, _) = index.resolve(target: key(link.target), from: key(String(folder)))
      else { return nil }
      return file == note ? nil : file
    }
    let hasCards = notes.contains { !$0.blocks.isEmpty }
    var cards: [Card] = []
    for (number, note) in notes.enumerated() {
      let links = note.links.filter(\.countsForGraph)
      if hasCards {
        for block in note.blocks.indices {
          let targets = links.filter { $0.block == block }.compactMap { target($0, from: number) }
          cards.append(Card(note: number, links: targets.withoutRepetitions))
        }
      } else {
        let targets = links.compactMap { target($0, from: number) }.withoutRepetitions
        for start in stride(from: 0, to: max(targets.count, 1), by: 2) {
          cards.append(Card(note: number, links: Array(targets[start..<min(start + 2, targets.count)])))
        }
      }
    }
    self.init(noteCount: notes.count, cards: cards)
    guard linkCount > 0 else { return nil }
  }
}

extension [Int] {
  /// Each number where it comes first.
  fileprivate var withoutRepetitions: [Int] {
    var known: Set<Int> = []
    return filter { known.insert($0).inserted }
  }
}
