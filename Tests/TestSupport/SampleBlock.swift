import StudyCore
import StudyStore

/// A block of a collection made for a test, without a note file.
package struct SampleBlock {
  package var noteType = NoteType.stock[0]
  package var fields: [String]
  package var deck = DeckName("Sample")
  package var tags: [String] = []
  package var isCopy = false
  package var syntax = CardSyntax.block

  package init(_ fields: String...) { self.fields = fields }

  package func with(_ change: (inout SampleBlock) -> Void) -> SampleBlock {
    var copy = self
    change(&copy)
    return copy
  }

  /// Names the block by its place among all blocks.
  package static func uid(_ number: Int) -> BlockUID { BlockUID(StableHash.hexadecimal(UInt64(number + 1))) }

  fileprivate func write(_ number: Int, isNew: Bool) -> BlockWrite {
    let fields = zip(noteType.fields, fields).map { Field(name: $0, text: $1) }
    return BlockWrite(
      reference: isNew ? .new(SampleBlock.uid(number)) : .existing(BlockID(Int64(number + 1))),
      line: 3 + 4 * number, syntax: syntax.rawValue, noteType: noteType, deck: deck, headings: [],
      fields: fields,
      fingerprint: UInt64(number), ankiID: nil, blockReference: nil,
      tags: tags, cards: CardKind.cards(of: noteType, fields: fields), isCopy: isCopy)
  }
}

extension StudyStore {
  /// Puts the blocks into one note, `Sample.md` of the folder `/notes`. The rows of cards count from 1.
  package func add(_ blocks: [SampleBlock]) throws { try write(blocks, existing: nil) }

  /// The note was edited: its blocks now read like this, in the same order. Those that are missing at its end
  /// are gone.
  package func edit(_ blocks: [SampleBlock]) throws { try write(blocks, existing: NoteID(1)) }

  private func write(_ blocks: [SampleBlock], existing: NoteID?) throws {
    let folder = try addFolder(path: "/notes", label: "notes", linkRootPath: "/notes")
    var change = ImportChange(folder: folder, now: Timestamp(milliseconds: 0))
    change.notes = [
      NoteWrite(
        existing: existing, path: "Sample.md", key: "sample.md", title: "Sample", titleKey: "sample",
        stamp: FileStamp(size: 1, modified: 1), hash: 1, aliases: [],
        blocks: blocks.enumerated().map { $1.write($0, isNew: existing == nil) }, links: [], findings: [])
    ]
    if let existing {
      change.removedBlocks = try knownBlocks(in: [existing]).map(\.id).filter {
        $0.rawValue > Int64(blocks.count)
      }
    }
    _ = try apply(change)
  }

  package static func sample(_ blocks: [SampleBlock]) throws -> StudyStore {
    let store = try StudyStore.inMemory()
    try store.add(blocks)
    return store
  }
}
