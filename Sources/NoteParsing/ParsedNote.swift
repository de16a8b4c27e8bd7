import Markdown
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
  package var links: [ParsedLink] = []
  package var findings: [Finding] = []

  package init() {}
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
  package var fields: [Field]
  /// Tags of the block alone, without those of its file.
  package var tags: [String]
  package var ankiID: AnkiNoteID?
  /// An Obsidian block id (`^abc`) after END, without the caret.
  package var blockReference: String?
  /// For a note type that is not known: what could be the heads of its own fields, in order.
  package var candidateHeads: [String] = []
  /// First and last line, 1-based.
  package var lines: ClosedRange<Int> = 1...1
  /// Column of the first line, 1-based; an inline card may begin anywhere.
  package var column = 1
  /// The headings above the block, outermost first.
  package var headings: [String] = []
  /// True for a card kept in a code fence.
  package var isInFence = false

  /// The cards the block makes; empty when the question is missing.
  package var cards: [CardKind] { CardKind.cards(of: noteType, fields: fields) }
}

/// A link as a note writes it, decoded and ready to be resolved.
package struct ParsedLink: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case wiki, embed, markdown
    case markdownEmbed = "markdown-embed"
    /// A quoted whole value in the front matter.
    case property

    package init(_ form: LinkSyntax.Form) {
      switch form {
      case .wiki: self = .wiki
      case .embed: self = .embed
      case .markdown: self = .markdown
      case .markdownEmbed: self = .markdownEmbed
      }
    }
  }

  package var kind: Kind
  /// Trimmed, percent-decoded, NFC; empty for a link into the note itself.
  package var target: String
  /// After `#`: a heading, a chain of headings, or `^block`.
  package var fragment: String?
  package var place: Finding.Place
  /// Index into ``ParsedNote/blocks`` when the link sits in a card.
  package var block: Int?
  /// False for links of a card kept in a code fence or an HTML comment: they belong to the card, not to the
  /// graph.
  package var countsForGraph: Bool
}
