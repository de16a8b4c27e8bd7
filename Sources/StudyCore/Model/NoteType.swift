/// A note type: Anki's word for the shape of a card block, with its field names in order.
package struct NoteType: Hashable, Sendable {
  /// Which cards a block of the type makes.
  package enum Behavior: String, Hashable, Sendable {
    /// One card: first field asks, the rest answers.
    case basic
    /// Two cards, the second the other way round.
    case reversed
    /// A second card only where the third field has text.
    case optionalReversed
    /// One card whose answer is typed.
    case typed
    /// A card for each cloze number.
    case cloze
  }

  package var name: String
  package var fields: [String]
  package var behavior: Behavior
  /// False for a type that Linnet met in the notes and knows nothing of but its name.
  package var isKnown: Bool

  package init(name: String, fields: [String], behavior: Behavior, isKnown: Bool = true) {
    self.name = name
    self.fields = fields
    self.behavior = behavior
    self.isKnown = isKnown
  }

  /// Anki's stock types under their English names (`anki-formats.md` §8).
  package static let stock: [NoteType] = [
    NoteType(name: "Basic", fields: ["Front", "Back"], behavior: .basic),
    NoteType(name: "Basic (and reversed card)", fields: ["Front", "Back"], behavior: .reversed),
    NoteType(
      name: "Basic (optional reversed card)", fields: ["Front", "Back", "Add Reverse"],
      behavior: .optionalReversed),
    NoteType(name: "Basic (type in the answer)", fields: ["Front", "Back"], behavior: .typed),
    NoteType(name: "Cloze", fields: ["Text", "Back Extra"], behavior: .cloze),
  ]
}

/// One field of a block: its name and its Markdown.
package struct Field: Hashable, Sendable {
  package var name: String
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
