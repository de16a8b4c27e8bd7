import Markdown
import StudyCore

/// Which Obsidian block ids to write into a note, so that its cards are known by them from then on.
///
/// Nothing but bytes is added. A card that Obsidian_to_Anki knows by an id of its own gets none, nor does a card
/// within one line, which has no END to write it after.
package struct BlockIDPlan: Hashable, Sendable {
  package struct Insertion: Hashable, Sendable {
    /// The line of END, 1-based.
    package let line: Int
    /// Where in the file, in bytes.
    package let offset: Int
    /// A block id without its caret: eight of the letters `a` to `z` and the digits.
    package let id: String

    /// What is inserted: ` ^id`.
    package var text: String { " ^" + id }
  }

  /// A block without an id that is left as it is, because somebody has to look at it first.
  package struct LeftBlock: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      case endMissing
      /// What follows END on its line is no id, and would keep one from being read.
      case textAfterEnd(String)
      /// Another block of the note has the same id: `^abc`, or `ID: 17`.
      case duplicateID(String)
      /// A comment `<!--ID:` in the text that is no number, or not where Obsidian_to_Anki looks for it.
      case strayAnkiID
    }

    /// First and last line, 1-based.
    package let lines: ClosedRange<Int>
    package let reason: Reason
  }

  /// In ascending order of their places.
  package private(set) var insertions: [Insertion] = []
  package private(set) var leftBlocks: [LeftBlock] = []

  /// - Parameters:
  ///   - file: the bytes as they are on disk.
  ///   - note: what ``NoteParser`` reads in them.
  ///   - seed: decides the ids; with the same seed the same file gets the same ones.
  package init(file: [UInt8], note: ParsedNote, seed: UInt64) {
    var ids = FreeBlockIDs(in: file, seed: seed)
    var seen = Set<String>()
    for block in note.blocks where block.syntax == .block {
      let known = [
        block.ankiID.map { "ID: \($0.rawValue)" }, block.blockReference.map { "^" + $0 },
      ].compactMap { $0 }
      for id in known where !seen.insert(id).inserted { leave(block, .duplicateID(id)) }
      if known.isEmpty { add(to: block, of: file, &ids) }
    }
  }

  private mutating func add(to block: ParsedBlock, of file: [UInt8], _ ids: inout FreeBlockIDs) {
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
    leftBlocks.append(LeftBlock(lines: block.lines, reason: reason))
  }

  /// The bytes with all insertions made.
  package func applied(to file: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(file.count + 10 * insertions.count)
    var position = 0
    for insertion in insertions {
      result += file[position..<insertion.offset]
      result += insertion.text.utf8
      position = insertion.offset
    }
    return result + file[position...]
  }
}

/// Block ids that nothing in a file has, nor names after a caret.
private struct FreeBlockIDs {
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
      let digits = String(hash % 2_821_109_907_456, radix: 36)  // 36 to the power of 8
      let id = String(repeating: "0", count: 8 - digits.count) + digits
      if taken.insert(Array(id.utf8)).inserted { return id }
      attempt += 1
    }
  }
}
