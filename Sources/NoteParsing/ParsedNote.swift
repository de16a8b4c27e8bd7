import StudyCore

/// What one Markdown file says: a plain value, read without looking at any other file.
package struct ParsedNote: Hashable, Sendable {
  var names = NoteNames()
  /// Front-matter `aliases`, in NFC; made each time they are asked for.
  package var aliases: [String] { names.allAliases }
  /// Front-matter `tags`, without `#`; made each time they are asked for.
  package var tags: [String] { names.allTags }
  /// The `FILE TAGS` line: tags of every card in the file.
  package var fileTags: [String] = []
  /// The `TARGET DECK` line.
  package var targetDeck: String?
  /// Front-matter `deck` (also `anki-deck`).
  package var frontMatterDeck: String?
  package var blocks: [ParsedBlock] = []
  package var findings: [Finding] = []
  var writtenLinks = WrittenLinks()

  /// Their names are made each time they are asked for.
  package var links: [NoteLink] { writtenLinks.named }
  package var linkCount: Int { writtenLinks.links.count }

  package init() {}
}

/// One card block: Anki's "note".
package struct ParsedBlock: Hashable, Sendable {
  package var syntax: CardSyntax
  package var noteType: NoteType
  /// What the note's text says of the block; strings are made of it each time they are asked for.
  var texts: BlockTexts
  package var ankiID: AnkiNoteID?
  /// An Obsidian block id (`^abc`) after END, without the caret.
  package var blockReference: String?
  /// Where the word END stands in the file, in bytes; nil where there is none: in an inline card, or in a block
  /// whose END is missing.
  package internal(set) var endWord: Range<Int>?
  /// For a note type that is not known.
  package var candidateHeads: CandidateHeads
  /// The deck that the block itself names, before any that its note names.
  package var deck: String?
  /// What another program remembers of the block's cards, in their order; nil for one that is new. Empty where nothing is
  /// remembered.
  package var memories: [ForeignMemory?]
  /// First and last line, 1-based.
  package var lines: ClosedRange<Int> = 1...1
  /// Column of the first line, 1-based; an inline card may begin anywhere.
  package var column = 1
  /// True for a card kept in a code fence.
  package var isInFence = false

  package init(
    syntax: CardSyntax, noteType: NoteType, fields: [Field], tags: [String], ankiID: AnkiNoteID?,
    blockReference: String? = nil, endWord: Range<Int>? = nil,
    candidateHeads: CandidateHeads = CandidateHeads(),
    deck: String? = nil, memories: [ForeignMemory?] = []
  ) {
    self.init(
      syntax: syntax, noteType: noteType, texts: BlockTexts(fields: .made(fields), tags: .made(tags)),
      ankiID: ankiID, blockReference: blockReference, endWord: endWord, candidateHeads: candidateHeads)
    self.deck = deck
    self.memories = memories
  }

  init(
    syntax: CardSyntax, noteType: NoteType, texts: BlockTexts, ankiID: AnkiNoteID?, blockReference: String?,
    endWord: Range<Int>?, candidateHeads: CandidateHeads
  ) {
    self.syntax = syntax
    self.noteType = noteType
    self.texts = texts
    self.ankiID = ankiID
    self.blockReference = blockReference
    self.endWord = endWord
    self.candidateHeads = candidateHeads
    memories = []
  }

  package var fields: [Field] {
    get { texts.allFields }
    set { texts.fields = .made(newValue) }
  }

  package var fieldNames: [String] { (0..<texts.fields.count).map { texts.fields.name($0) } }

  /// Tags of the block alone, without those of its file.
  package var tags: [String] {
    get { texts.allTags }
    set { texts.tags = .made(newValue) }
  }

  /// The headings above the block, outermost first.
  package var headings: [String] {
    get { texts.allHeadings }
    set { texts.headings = .made(newValue) }
  }

  /// Adds texts to the ends of the fields, in their order.
  mutating func append(_ texts: [String]) {
    fields = zip(fields, texts).map { Field(name: $0.name, text: $0.text + $1) }
  }

  /// Of the fields, as ``Fingerprint`` says; reckoned each time it is asked for.
  package var fingerprint: UInt64 { Fingerprint.of(texts) }

  /// The cards the block makes; empty when the question is missing.
  package var cards: [CardKind] {
    guard texts.fields.count > 0 else { return [] }
    return texts.withText(of: 0) { question in
      CardKind.cards(of: noteType, question: question) {
        $0 < texts.fields.count && !texts.fields.isEmpty($0)
      }
    }
  }
}
