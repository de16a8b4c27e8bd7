import StudyCore

/// The sentences about card blocks: what was seen and how to mend it.
enum BlockFindings {
  static func finding(_ code: FindingCode, at place: Finding.Place, detail: String = "") -> Finding {
    let (severity, message, fix) = text(code, detail)
    return Finding(severity: severity, code: code, message: message, fix: fix, place: place)
  }

  private static func text(_ code: FindingCode, _ detail: String) -> (Finding.Severity, String, String) {
    switch code {
    case .endMissing:
      (
        .error, "this card has no END before the next START or the end of the file",
        "write a line END after the card's last line"
      )
    case .emptyBlock:
      (.warning, "nothing stands between START and END", "write a card between them, or remove both lines")
    case .trailingBlank:
      (
        .note, "blanks at the end of the line: Obsidian_to_Anki does not see this card",
        "remove the blanks if you use that plugin"
      )
    case .textAfterEnd:
      (
        .warning, "text follows END on its line and is not part of the card: \(detail)",
        "put END on a line of its own; a word that begins with END at the start of a line ends the card"
      )
    case .unknownNoteType:
      (
        .warning, "unknown note type \"\(detail)\": the card is kept, split where its answer seems to begin",
        "use Basic, Basic (and reversed card), Basic (optional reversed card), Basic (type in the answer) or Cloze"
      )
    case .noteTypeCase:
      (
        .note, "the note type is written \"\(detail)\": Obsidian_to_Anki does not know it in this spelling",
        "write it exactly as Anki does if you use that plugin"
      )
    case .noteTypeMissing:
      (
        .warning, "the card has no note type; it is read as Basic with \"\(detail)\" as its question",
        "write the note type, such as Basic, on the line below START"
      )
    case .emptyField:
      (
        .warning, "the field \(detail) is empty",
        "write its text, or remove the card; a card without a question is never shown"
      )
    case .noCloze:
      (
        .error, "a Cloze card without a gap is never shown",
        "mark what to hide with {{c1::…}}, numbers 1 to 499"
      )
    case .cardInCode:
      (
        .note, "this card stands in a code block: \(detail)",
        "it is studied all the same; if it is only an example, indent its START or write START another way"
      )
    case .fieldInCode:
      (
        .note, "this line looks like a field but stands in a code block, so it is text",
        "Obsidian_to_Anki would begin a field here; indent the line by a blank if you use that plugin"
      )
    case .inlineWithoutType:
      (
        .note, "STARTI … ENDI without a note type in brackets is not a card",
        "write [Basic] right after STARTI if it should be one"
      )
    case .idNotLast:
      (
        .warning,
        "an ID comment stands before other lines of the card, where Obsidian_to_Anki does not see it",
        "make the ID comment the last line before END"
      )
    case .idLikeText:
      (
        .note,
        "the last line mentions an ID; it is read as text, but Obsidian_to_Anki would take it for the card's id",
        "add a line below it if you use that plugin"
      )
    case .duplicateID:
      (
        .warning, "the id \(detail) stands on another card of this note too",
        "remove the ID comment from the copy; the first card keeps the history"
      )
    case .tagsForm:
      (
        .note, "the Tags line is not in the plain form `Tags: one two`; it is read as: \(detail)",
        "separate tags with single blanks, without commas or #"
      )
    case .tagsBeforeBlank:
      (
        .note, "a blank line stands between Tags and ID: Obsidian_to_Anki loses these tags",
        "remove the blank line"
      )
    case .deckLineForm:
      (.warning, "the \(detail) line names nothing", "write a name after the colon, or remove the line")
    default:
      preconditionFailure("\(code) is not about a card block")
    }
  }
}
