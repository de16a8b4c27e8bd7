import StudyCore

/// What one Markdown file says: a plain value, read without looking at any other file.
package struct ParsedNote: Hashable, Sendable {
  /// Front-matter `aliases`, in NFC.
  package var aliases: [String] = []
  /// Front-matter `tags`, without `#`.
  package var tags: [String] = []
  /// The `FILE TAGS` line: tags of every card in the file.
  package var fileTags: [String] = []
  /// The `TARGET DECK` line.
  package var targetDeck: String?
  /// Front-matter `deck` (also `anki-deck`).
  package var frontMatterDeck: String?
  package var blocks: [ParsedBlock] = []
  package var links: [NoteLink] = []
  package var findings: [Finding] = []

  package init() {}

  /// The note of somebody who keeps cards in one folder only, and not in this one: what looks like cards is text.
  package func withoutCards(because scanFolder: String) -> ParsedNote {
    guard let first = blocks.first else { return self }
    var note = self
    note.blocks = []
    let aboutTheFile: Set<FindingCode> = [.frontMatterInvalid, .invalidUTF8, .binaryFile]
    note.findings = findings.filter { aboutTheFile.contains($0.code) }
    note.findings.append(
      Finding(
        severity: .note, code: .outsideScanFolder,
        message: "what looks like a card here is not read: cards are kept in the folder \(scanFolder) only",
        fix: "move the note there, or change the scan directory in the settings of Obsidian_to_Anki",
        place: Finding.Place(line: first.lines.lowerBound, column: first.column)))
    for index in note.links.indices { note.links[index].block = nil }
    return note
  }
}

/// One card block: Anki's "note".
package struct ParsedBlock: Hashable, Sendable {
  package enum Syntax: String, Hashable, Sendable {
    /// `START … END` on lines of their own.
    case block
    /// `STARTI … ENDI` within one line.
    case inline
  }

  package var syntax: Syntax
  package var noteType: NoteType
  package let fields: [Field]
  /// Of the fields, as ``Fingerprint`` says.
  package let fingerprint: UInt64
  /// Tags of the block alone, without those of its file.
  package var tags: [String]
  package var ankiID: AnkiNoteID?
  /// An Obsidian block id (`^abc`) after END, without the caret.
  package var blockReference: String?
  /// For a note type that is not known: what could be the heads of its own fields, in order.
  package var candidateHeads: [String]
  /// First and last line, 1-based.
  package var lines: ClosedRange<Int> = 1...1
  /// Column of the first line, 1-based; an inline card may begin anywhere.
  package var column = 1
  /// The headings above the block, outermost first.
  package var headings: [String] = []
  /// True for a card kept in a code fence.
  package var isInFence = false

  package init(
    syntax: Syntax, noteType: NoteType, fields: [Field], tags: [String], ankiID: AnkiNoteID?,
    blockReference: String? = nil, candidateHeads: [String] = []
  ) {
    self.syntax = syntax
    self.noteType = noteType
    self.fields = fields
    fingerprint = Fingerprint.of(fields)
    self.tags = tags
    self.ankiID = ankiID
    self.blockReference = blockReference
    self.candidateHeads = candidateHeads
  }

  /// The cards the block makes; empty when the question is missing.
  package var cards: [CardKind] { CardKind.cards(of: noteType, fields: fields) }
}
