import StudyCore

/// What an import writes into one folder, in one transaction.
package struct ImportChange: Sendable {
  /// With the mode it is read in from now on.
  package var folder: ImportedFolder
  package var now: Timestamp
  /// How cards begin that another program remembers.
  package var adoption = Adoption()
  /// Decides how the folder's files are read; when it differs at the next import, all of them are read anew.
  package var rules: UInt64 = 0
  /// Files whose stamp changed but not their bytes.
  package var touched: [(note: NoteID, stamp: FileStamp)] = []
  package var notes: [NoteWrite] = []
  /// Notes whose files are gone.
  package var removedNotes: [NoteID] = []
  /// Blocks that were in changed or removed notes and that no new block continues.
  package var removedBlocks: [BlockID] = []
  /// Findings about files that are no notes Linnet could read; they replace those of the import before.
  package var fileFindings: [(path: String, finding: Finding)] = []
  /// Files below the link root that are no imported notes; nil leaves them as they are.
  package var otherFiles: [LinkIndex.File]?
  package var decisions: [Decision] = []

  package init(folder: ImportedFolder, now: Timestamp) {
    self.folder = folder
    self.now = now
  }
}

/// Makes what another program remembers of a card the beginning of its schedule.
package struct Adoption: Sendable {
  package var presets: Presets
  /// Seconds east of UTC.
  package var utcOffset: Int

  package init(presets: Presets = Presets(), utcOffset: Int = 0) {
    self.presets = presets
    self.utcOffset = utcOffset
  }
}

/// A guess about identity that the learner is told.
package struct Decision: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// The block's text changed and its history was kept.
    case keptHistory = "kept-history"
    case copy
  }

  package var kind: Kind
  package var block: BlockWrite.Reference
  package var detail: String

  package init(kind: Kind, block: BlockWrite.Reference, detail: String) {
    self.kind = kind
    self.block = block
    self.detail = detail
  }
}

/// One note to be written: new, or in place of the row `existing`.
package struct NoteWrite: Sendable {
  package var existing: NoteID?
  package var path: String
  /// Compared form of the path below the link root.
  package var key: String
  package var title: String
  package var titleKey: String
  package var stamp: FileStamp
  package var hash: UInt64
  package var aliases: [(key: String, alias: String)]
  package var blocks: [BlockWrite]
  package var links: [NoteLink]
  package var findings: [Finding]

  package init(
    existing: NoteID?, path: String, key: String, title: String, titleKey: String, stamp: FileStamp,
    hash: UInt64,
    aliases: [(key: String, alias: String)], blocks: [BlockWrite], links: [NoteLink], findings: [Finding]
  ) {
    self.existing = existing
    self.path = path
    self.key = key
    self.title = title
    self.titleKey = titleKey
    self.stamp = stamp
    self.hash = hash
    self.aliases = aliases
    self.blocks = blocks
    self.links = links
    self.findings = findings
  }
}

package struct BlockWrite: Sendable {
  /// Whether the block continues one there is.
  package enum Reference: Hashable, Sendable {
    case existing(BlockID)
    case new(BlockUID)
  }

  package var reference: Reference
  package var line: Int
  package var syntax: String
  package var noteType: NoteType
  package var deck: DeckName
  package var headings: [String]
  package var fields: [Field]
  package var fingerprint: UInt64
  package var ankiID: AnkiNoteID?
  package var blockReference: String?
  package var tags: [String]
  package var cards: [CardKind]
  package var isCopy: Bool
  /// What another program remembers of the cards, in their order.
  package var memories: [ForeignMemory?]

  package init(
    reference: Reference, line: Int, syntax: String, noteType: NoteType, deck: DeckName, headings: [String],
    fields: [Field], fingerprint: UInt64, ankiID: AnkiNoteID?, blockReference: String?, tags: [String],
    cards: [CardKind], isCopy: Bool, memories: [ForeignMemory?] = []
  ) {
    self.reference = reference
    self.line = line
    self.syntax = syntax
    self.noteType = noteType
    self.deck = deck
    self.headings = headings
    self.fields = fields
    self.fingerprint = fingerprint
    self.ankiID = ankiID
    self.blockReference = blockReference
    self.tags = tags
    self.cards = cards
    self.isCopy = isCopy
    self.memories = memories
  }
}

/// The figures of `import`, for one folder after its import.
package struct ImportFigures: Hashable, Sendable, Codable {
  package var notes = 0
  package var blocks = 0
  package var cards = 0
  package var links = 0
  package var resolvedLinks = 0
  package var embeds = 0
  package var edges = 0
  package var unresolvedConcepts = 0
  package var errors = 0
  package var warnings = 0
  package var remarks = 0

  package init() {}

  /// - Parameter factor: -1 takes them away.
  package mutating func add(_ other: ImportFigures, times factor: Int = 1) {
    notes += factor * other.notes
    blocks += factor * other.blocks
    cards += factor * other.cards
    links += factor * other.links
    resolvedLinks += factor * other.resolvedLinks
    embeds += factor * other.embeds
    edges += factor * other.edges
    unresolvedConcepts += factor * other.unresolvedConcepts
    errors += factor * other.errors
    warnings += factor * other.warnings
    remarks += factor * other.remarks
  }
}
