import StudyCore

/// What an export has to say apart from its files.
package struct ExportReport: Hashable, Sendable {
  /// A note that is in no file.
  package struct LeftOut: Hashable, Sendable, CustomStringConvertible {
    package var source: ExportNote.Source
    package var block: BlockUID
    package var reason: Reason

    package var description: String { "\(source): \(reason.message); \(reason.fix)" }
  }

  package enum Reason: String, Hashable, Sendable, CaseIterable {
    case emptyFront = "empty-front"
    case noGap = "no-gap"
    case sameGuid = "same-guid"
    case frontNotUnique = "front-not-unique"
    case frontChanged = "front-changed"
    case alreadyInAnki = "already-in-anki"

    package var message: String {
      switch self {
      case .emptyFront: "the first field is empty, and Anki refuses such notes"
      case .noGap: "the text has no gap, and Anki would make a card without a question"
      case .sameGuid: "another block goes to Anki under the same guid"
      case .frontNotUnique: "another card has the same front, and Anki would write one over the other"
      case .frontChanged: "the front has changed, and Anki would take the card for a new one"
      case .alreadyInAnki: "the card has an Anki id, so it is in Anki already"
      }
    }

    /// What to do about it, as an instruction.
    package var fix: String {
      switch self {
      case .emptyFront: "write the question"
      case .noGap: "mark what to ask for as {{c1::…}}"
      case .sameGuid: "remove the copy, or the Anki id from one of the two"
      case .frontNotUnique:
        "give one of the two another front, or export with --anki-ids new to add the card a second time"
      case .frontChanged:
        "change the front in Anki too and export with --anki-ids new, or put the old front back and export again"
      case .alreadyInAnki: "export with --anki-ids match to update it"
      }
    }
  }

  /// How many notes the files hold.
  package var written = 0
  package var leftOut: [LeftOut] = []
  /// What the learner should know before importing the files into Anki.
  package var notices: [String] = []
}
