import GRDB
import StudyCore

/// A card with its block and note, as lists, JSON and the screen show it.
package struct CardRecord: Hashable, Sendable {
  package var id: CardID
  package var key: CardKey
  package var shortID: String
  package var blockID: BlockID
  package var noteType: NoteType
  package var deck: DeckName
  package var tags: [String]
  package var fields: [Field]
  package var headings: [String]
  package var folder: String
  /// Relative to the folder.
  package var path: String
  package var line: Int
  package var ankiID: AnkiNoteID?
  package var isCopy: Bool
  package var schedule: CardSchedule
}

/// Which cards a list is about. All conditions hold together.
package struct CardFilter: Hashable, Sendable {
  /// Words that all occur in a card's fields; a word may be the beginning of one in the text.
  package var words: [String] = []
  /// The deck and those below it.
  package var deck: DeckName?
  /// The tag and those nested below it by `::` or `/`.
  package var tag: String?
  package var state: State?

  package enum State: String, Hashable, Sendable, CaseIterable {
    case new, learning, review, relearning, suspended
  }

  package init() {}
}
