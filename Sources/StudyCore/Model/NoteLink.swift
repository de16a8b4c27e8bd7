/// A link as a note writes it, decoded and ready to be resolved (`card-syntax.md` §6).
package struct NoteLink: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case wiki, embed, markdown
    case markdownEmbed = "markdown-embed"
    /// A quoted whole value in the front matter.
    case property
    /// One of a property `requires`: what a learner should know before this note.
    case requires
    /// One of a property `part-of`: what cannot be known without this note.
    case partOf = "part-of"
  }

  package var kind: Kind
  /// Trimmed, percent-decoded, NFC; empty for a link into the note itself.
  package var target: String
  /// After `#`: a heading, a chain of headings, or `^block`.
  package var fragment: String?
  package var place: Finding.Place
  /// Index into the note's blocks when the link sits in a card.
  package var block: Int?
  /// False for links of a card kept in a code fence or an HTML comment: they belong to the card, not to the
  /// graph.
  package var countsForGraph: Bool

  package init(
    kind: Kind, target: String, fragment: String?, place: Finding.Place, block: Int?, countsForGraph: Bool
  ) {
    self.kind = kind
    self.target = target
    self.fragment = fragment
    self.place = place
    self.block = block
    self.countsForGraph = countsForGraph
  }
}
