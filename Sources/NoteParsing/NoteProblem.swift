import StudyCore

/// What can be wrong with a note and its cards, or read differently by Obsidian_to_Anki; with what the sentence
/// about it has to name.
enum NoteProblem {
  case endMissing
  case emptyBlock
  case trailingBlank
  case textAfterEnd(String)
  case unknownNoteType(String, near: String? = nil)
  /// The same where the card is not kept, because notes are read strictly.
  case refusedNoteType(String)
  case noteTypeCase(written: String)
  case noteTypeMissing(question: String)
  case emptyField(String)
  /// With what looks like a gap, as it is written.
  case noCloze(almost: String?)
  case clozeNumber(String)
  case sharedClozeNumber(String)
  case cardInCode(language: String)
  case fieldInCode
  case unseenHead(String, field: String)
  case longAnswer(lines: Int)
  case inlineWithoutType
  case deletedCard
  case containedCard
  case separatorInWords(String)
  case patternGivenUp(noteType: String)
  case idNotLast
  case idLikeText
  case idAfterText
  case duplicateID(AnkiNoteID)
  case tagsForm(read: [String])
  case tagsBeforeBlank
  case namelessLine(keyword: String)
  case byteOrderMark
  case carriageReturns
  case doubleEncoded(String, meant: String)
  case deckName(written: String, read: String)
  case invalidUTF8
  case nulBytes
  case readStrictly(StrictDifference)

  /// - Parameter keywords: the words that the note's author uses.
  func finding(at place: Finding.Place, _ keywords: Keywords) -> Finding {
    let (severity, code, message, fix) = parts(keywords)
    return Finding(severity: severity, code: code, message: message, fix: fix, place: place)
  }

  private func parts(
    _ keywords: Keywords
  ) -> (Finding.Severity, FindingCode, message: String, fix: String) {
    let (start, end) = (keywords.begin, keywords.end)
    return switch self {
    case .endMissing:
      (
        .error, .endMissing, "this card has no \(end) before the next \(start) or the end of the file",
        "write a line \(end) after the card's last line"
      )
    case .emptyBlock:
      (
        .warning, .emptyBlock, "nothing stands between \(start) and \(end)",
        "write a card between them, or remove both lines"
      )
    case .trailingBlank:
      (
        .note, .trailingBlank, "blanks at the end of the line: Obsidian_to_Anki does not see this card",
        "remove the blanks if you use that plugin"
      )
    case .textAfterEnd(let text):
      (
        .warning, .textAfterEnd,
        "text follows \(end) on its line and is not part of the card: \(excerpt(text))",
        "put \(end) on a line of its own; a word that begins with \(end) at the start of a line ends the card"
      )
    case .unknownNoteType(let name, let near):
      (
        .warning, .unknownNoteType,
        "unknown note type \"\(excerpt(name))\": the card is kept, split where its answer seems to begin",
        near.map { "write \($0), if that is the type" }
          ?? "use one of Anki's types, such as Basic or Cloze, or list the type's fields under note-types in .linnet.yml"
      )
    case .refusedNoteType(let name):
      (
        .warning, .unknownNoteType, "unknown note type \"\(excerpt(name))\": Obsidian_to_Anki skips the card",
        "use the exact name of a note type that Anki has"
      )
    case .noteTypeCase(let written):
      (
        .note, .noteTypeCase,
        "the note type is written \"\(written)\": Obsidian_to_Anki does not know it in this spelling",
        "write it exactly as Anki does if you use that plugin"
      )
    case .noteTypeMissing(let question):
      (
        .warning, .noteTypeMissing,
        "the card has no note type; it is read as Basic with \"\(excerpt(question))\" as its question",
        "write the note type, such as Basic, on the line below \(start)"
      )
    case .emptyField(let name):
      (
        .warning, .emptyField, "the field \(name) is empty",
        "write its text, or remove the card; a card without a question is never shown"
      )
    case .noCloze(let almost):
      (
        .error, .noCloze, "a Cloze card without a gap is never shown",
        almost.map { "write \(excerpt($0)) in the form {{c1::…}}" }
          ?? "mark what to hide with {{c1::…}}, numbers 1 to 499"
      )
    case .clozeNumber(let number):
      (
        .warning, .clozeNumber, "the gap {{c\(excerpt(number))::…}} makes no card and stays as it is written",
        "number the gaps from 1 to 499"
      )
    case .sharedClozeNumber(let number):
      (
        .note, .sharedClozeNumber,
        "a gap without a number is counted as \(excerpt(number)), the number that another gap has: they are hidden together",
        "number all gaps of the card, or none"
      )
    case .cardInCode(let language):
      (
        .note, .cardInCode,
        "this card stands in a code block: \(language.isEmpty ? "no language is named" : excerpt(language))",
        "it is studied all the same; if it is only an example, indent its \(start) or write it another way"
      )
    case .fieldInCode:
      (
        .note, .fieldInCode,
        "this line looks like a field but stands in a code block, so it is text",
        "Obsidian_to_Anki would begin a field here; indent the line by a blank if you use that plugin"
      )
    case .unseenHead(let written, let field):
      (
        .warning, .unseenHead,
        "\"\(excerpt(written))\" begins no field, so it is text, and the field \(field) is empty",
        "write \(field): at the very beginning of the line, in these letters"
      )
    case .longAnswer(let lines):
      (
        .note, .longAnswer, "the answer has \(lines) lines: what is long is hard to recall as one thing",
        "split the card into several, each with one question; a list as an answer can also be recalled item by item"
      )
    case .inlineWithoutType:
      (
        .note, .inlineWithoutType,
        "\(keywords.inlineBegin) … \(keywords.inlineEnd) without a note type in brackets right after it is not a card; Obsidian_to_Anki stops where no brackets follow at all",
        "write [Basic] right after \(keywords.inlineBegin) if it should be one"
      )
    case .deletedCard:
      (
        .note, .deletedCard,
        "the card is marked with \(keywords.delete), so it is not studied; its history is kept",
        "remove the line \(keywords.delete) to study it again"
      )
    case .containedCard:
      (
        .note, .containedCard,
        "this card stands in a quote or a list, where Obsidian_to_Anki does not see it",
        "write it in column 0 if you use that plugin"
      )
    case .separatorInWords(let separator):
      (
        .note, .separatorInWords,
        "\(separator) stands between two words of code or an address, so this line is not read as a card",
        "write blanks around \(separator) if it should be one, or put the code between backticks"
      )
    case .patternGivenUp(let noteType):
      (
        .warning, .patternGivenUp,
        "the pattern of your own for \(excerpt(noteType)) takes too long in this note, so not all of its cards were found",
        "simplify the pattern in the settings of Obsidian_to_Anki: repetitions within repetitions take long"
      )
    case .idNotLast:
      (
        .warning, .idNotLast,
        "an ID comment stands before other lines of the card, where Obsidian_to_Anki does not see it",
        "make the ID comment the last line before \(end)"
      )
    case .idLikeText:
      (
        .note, .idLikeText,
        "the last line mentions an ID; it is read as text, but Obsidian_to_Anki would take it for the card's id",
        "add a line below it if you use that plugin"
      )
    case .idAfterText:
      (
        .warning, .idAfterText,
        "the ID comment stands behind text: Obsidian_to_Anki drops the whole line from the card",
        "put the ID comment on a line of its own"
      )
    case .duplicateID(let id):
      (
        .warning, .duplicateID, "the id \(id.rawValue) stands on another card of this note too",
        "remove the ID comment from the copy; the first card keeps the history"
      )
    case .tagsForm(let read) where read.isEmpty:
      (
        .note, .tagsForm, "the Tags line names no tags; Obsidian_to_Anki may take it for text of the card",
        "write tags after the colon, or remove the line"
      )
    case .tagsForm(let read):
      (
        .note, .tagsForm,
        "the Tags line is not in the plain form `Tags: one two`; it is read as: "
          + excerpt(read.joined(separator: " ")),
        "separate tags with single blanks, without commas or #"
      )
    case .tagsBeforeBlank:
      (
        .note, .tagsBeforeBlank, "a blank line stands between Tags and ID: Obsidian_to_Anki loses these tags",
        "remove the blank line"
      )
    case .namelessLine(let keyword):
      (
        .warning, .deckLineForm, "the \(keyword) line names nothing",
        "write a name after the colon, or remove the line"
      )
    case .byteOrderMark:
      (
        .note, .byteOrderMark, "the file begins with a byte order mark",
        "save it as UTF-8 without a byte order mark; Obsidian_to_Anki may miss a card on line 1"
      )
    case .doubleEncoded(let written, let meant):
      (
        .warning, .doubleEncoded,
        "\"\(written)\" stands where \(meant) was meant: a program encoded the text twice",
        "replace it, here and wherever else it stands in the file"
      )
    case .deckName(let written, let read):
      (
        .warning, .deckName,
        "Anki would not take the deck name \"\(excerpt(written))\"; it is read as \"\(excerpt(read))\"",
        "write a name for every part between two ::, without characters that cannot be seen"
      )
    case .invalidUTF8:
      (
        .warning, .invalidUTF8, "the file is not valid UTF-8",
        "save it as UTF-8; characters that cannot be read are shown as \u{fffd}"
      )
    case .nulBytes:
      (
        .warning, .binaryFile, "the file holds NUL bytes",
        "remove them with an editor that shows them; if the file is no text, rename it or list it under ignore in .linnet.yml"
      )
    case .carriageReturns:
      (
        .note, .carriageReturns,
        "the lines end in CR LF: Obsidian_to_Anki sees none of the cards in this file",
        "save the file with LF line ends if you use that plugin"
      )
    case .readStrictly(let difference):
      (
        .warning, .strictDifference, difference.message,
        "write it in the plain form, which both read the same: linnet help syntax"
      )
    }
  }
}

/// The beginning of a text of any length, for a sentence.
func excerpt(_ text: String) -> String {
  let limit = 60
  return text.utf8.count > limit && text.count > limit ? text.prefix(limit - 1) + "…" : text
}
