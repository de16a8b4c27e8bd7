import CMD4C
import Foundation
import NoteParsing

/// The Markdown files of a folder, read before anything is measured.
struct NoteFiles {
  let files: [[UInt8]]
  var byteCount: Int { files.reduce(0) { $0 + $1.count } }

  init(in folder: String) {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    files = paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      FileManager.default.contents(atPath: folder + "/" + path).map { [UInt8]($0) }
    }
  }
}

/// The same notes, read by turns: by md4c into callbacks that do nothing, and by Linnet into cards, links and findings, all with
/// their places. Neither makes strings of what it read.
struct VaultRace {
  private let files: [[UInt8]]
  private let rounds = 11

  init(_ notes: NoteFiles) { files = notes.files }

  /// What Linnet asks md4c for when it shows a card (`Markdown/Parser/MD4C.swift`).
  private static let flagsOfLinnet = UInt32(
    MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEURLAUTOLINKS
      | MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_TABLES)

  func report() -> [String] {
    var (plain, extended, linnet): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<rounds {
      plain.append(seconds { md4c(flags: 0) })
      linnet.append(seconds { parse() })
      extended.append(seconds { md4c(flags: VaultRace.flagsOfLinnet) })
    }
    let bytes = Double(files.reduce(0) { $0 + $1.count })
    func line(_ name: String, _ times: [Double]) -> String {
      let seconds = times.median
      return name.padded(to: 28) + "\((seconds * 1000).text(1)) ms, \((bytes / seconds / 1e6).text(0)) MB/s"
    }
    return [
      line("md4c, CommonMark alone", plain), line("md4c, Linnet's extensions", extended),
      line("Linnet", linnet),
      "Linnet's speed: \((plain.median / linnet.median).text(2)) times md4c's, at least 1.4; "
        + "\((extended.median / linnet.median).text(2)) times with extensions",
    ]
  }

  private func parse() -> Int {
    let parser = NoteParser()
    return files.reduce(0) { count, file in
      let note = parser.parse(file)
      let cards = note.blocks.indices.reduce(0) { $0 &+ note.blocks[$1].cards.count }
      return count &+ cards &+ note.linkCount &+ note.findings.count
    }
  }

  private func md4c(flags: UInt32) -> Int {
    var parser = MD_PARSER()
    parser.flags = flags
    parser.enter_block = { _, _, _ in 0 }
    parser.leave_block = { _, _, _ in 0 }
    parser.enter_span = { _, _, _ in 0 }
    parser.leave_span = { _, _, _ in 0 }
    parser.text = { _, _, _, _ in 0 }
    return files.reduce(0) { count, file in
      file.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: MD_CHAR.self) { characters in
          count &+ Int(md_parse(characters.baseAddress, MD_SIZE(buffer.count), &parser, nil))
        }
      }
    }
  }
}
