import Markdown
import StudyCore

/// What Obsidian_to_Anki takes for a card.
struct StrictPassage {
  /// Why the plugin makes no card of it.
  enum Refusal: Hashable {
    /// Anki has no note type of this name.
    case unknownType(String)
    /// No type is named. Within a line the plugin stops there.
    case noType
  }

  var syntax: CardSyntax
  /// From START to the end of the word END.
  var range: Range<Int>
  /// The word END of a block.
  var endWord: Range<Int>?
  var card: Result<StrictCard, Refusal>
}

extension StrictPassage.Refusal: Error {}

/// A card as Obsidian_to_Anki reads it, before it formats the fields (`card-syntax.md` §3.3, §3.4).
struct StrictCard {
  var noteType: NoteType
  /// In the order of the note type.
  var texts: [String]
  /// As they are written, without empty ones, which Anki drops.
  var tags: [String]
  /// Nil also for a number that is none of Anki's.
  var ankiID: AnkiNoteID?

  var fields: [Field] { zip(noteType.fields, texts).map { Field(name: $0, text: $1) } }
}

extension NoteTypeTable {
  /// The type of exactly this name: the same letters in another Unicode form are another name.
  func identical(to name: String) -> NoteType? {
    guard case .exact(let type) = match(name), type.name.utf8.elementsEqual(name.utf8) else { return nil }
    return type
  }
}
