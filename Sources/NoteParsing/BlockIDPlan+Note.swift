import Markdown
import StudyCore

extension BlockIDPlan {
  /// Names every card block that has no id of any kind. A card within one line gets none, for it has no END to
  /// write it after.
  ///
  /// - Parameters:
  ///   - file: the bytes as they are on disk.
  ///   - note: what ``NoteParser`` reads in them.
  ///   - seed: decides the ids; with the same seed the same file gets the same ones.
  package init(file: [UInt8], note: ParsedNote, seed: UInt64) {
    self.init()
    var ids = FreeBlockIDs(in: file, seed: seed)
    var seen = Set<String>()
    let frontMatterEnd = FrontMatter.lineCount(of: file)
    for block in note.blocks where block.syntax == .block {
      let known = [
        block.ankiID.map { "ID: \($0.rawValue)" }, block.blockReference.map { "^" + $0 },
      ].compactMap { $0 }
      for id in known where !seen.insert(id).inserted { leave(block, .duplicateID(id)) }
      guard known.isEmpty else { continue }
      if block.lines.lowerBound <= frontMatterEnd {
        leave(block, .inFrontMatter)
      } else {
        name(block, of: file, &ids)
      }
    }
  }

  private mutating func name(_ block: ParsedBlock, of file: [UInt8], _ ids: inout FreeBlockIDs) {
    guard let end = block.endWord else { return leave(block, .endMissing) }
    if block.fields.contains(where: { $0.text.contains("<!--ID:") || $0.text.contains("<!-- ID:") }) {
      return leave(block, .strayAnkiID)
    }
    let rest = file[end.upperBound...].prefix { $0 != Byte.newline && $0 != Byte.carriageReturn }
    guard rest.allSatisfy(Byte.isSpace) else {
      return leave(block, .textAfterEnd(TextKey.trimmed(String(decoding: rest, as: UTF8.self))))
    }
    insertions.append(
      Insertion(
        line: block.lines.upperBound, offset: end.upperBound, id: ids.next(for: end.upperBound)))
  }

  private mutating func leave(_ block: ParsedBlock, _ reason: LeftBlock.Reason) {
    leftBlocks.append(LeftBlock(line: block.lines.lowerBound, reason: reason))
  }
}

/// Block ids that nothing in a file has, nor names after a caret.
private struct FreeBlockIDs {
  /// 36 to the power of 8.
  private static let count: UInt64 = 2_821_109_907_456

  private let seed: UInt64
  private var taken = Set<[UInt8]>()

  init(in file: [UInt8], seed: UInt64) {
    self.seed = seed
    for part in file.split(separator: Byte.caret, omittingEmptySubsequences: false).dropFirst() {
      // Obsidian does not tell upper case from lower case.
      taken.insert(part.prefix { Byte.isLetter($0) || Byte.isDigit($0) || $0 == Byte.dash }.map { $0 | 0x20 })
    }
  }

  mutating func next(for place: Int) -> String {
    var attempt = 0
    while true {
      let hash = StableHash.of([String(seed), String(place), String(attempt)])
      let digits = String(hash % FreeBlockIDs.count, radix: 36)
      let id = String(repeating: "0", count: 8 - digits.count) + digits
      if taken.insert(Array(id.utf8)).inserted { return id }
      attempt += 1
    }
  }
}
