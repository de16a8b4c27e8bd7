import StudyCore

/// A card block on its way to Anki, which calls it a note.
package struct ExportNote: Hashable, Sendable {
  /// Where the block stands, for the report.
  package struct Source: Hashable, Sendable, CustomStringConvertible {
    package var path: String
    /// 1-based.
    package var line: Int

    package init(path: String, line: Int) {
      self.path = path
      self.line = line
    }

    package var description: String { "\(path):\(line)" }
  }

  package var block: BlockUID
  /// The `<!--ID: n-->` of the block: another tool has put it into Anki already.
  package var ankiID: AnkiNoteID?
  /// The guid under which the learner's own Anki knows the block.
  package var learnedGuid: String?
  package var noteType: NoteType
  package var deck: DeckName
  package var tags: [String]
  /// Markdown, by the names of the type's fields.
  package var fields: [Field]
  /// What ``TextExport/Result/fronts`` said about the block at the last export; nil if it was never exported.
  package var exportedFront: UInt64?
  package var source: Source

  package init(
    block: BlockUID, ankiID: AnkiNoteID? = nil, learnedGuid: String? = nil, noteType: NoteType,
    deck: DeckName,
    tags: [String] = [], fields: [Field], exportedFront: UInt64? = nil, source: Source
  ) {
    self.block = block
    self.ankiID = ankiID
    self.learnedGuid = learnedGuid
    self.noteType = noteType
    self.deck = deck
    self.tags = tags
    self.fields = fields
    self.exportedFront = exportedFront
    self.source = source
  }
}
