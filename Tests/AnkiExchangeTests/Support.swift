import AnkiExchange
import StudyCore

let basic = NoteType.stock[0]
let cloze = NoteType.stock[4]

/// A note whose block, path and line follow from its number.
func note(
  _ number: Int, _ type: NoteType, deck: String = "Deck", tags: [String] = [], ankiID: Int64? = nil,
  guid: String? = nil, _ fields: String...
) -> ExportNote {
  note(number, type, deck, tags, ankiID, guid, fields)
}

/// The same of type Basic.
func note(
  _ number: Int, deck: String = "Deck", tags: [String] = [], ankiID: Int64? = nil, guid: String? = nil,
  _ fields: String...
) -> ExportNote {
  note(number, basic, deck, tags, ankiID, guid, fields)
}

private func note(
  _ number: Int, _ type: NoteType, _ deck: String, _ tags: [String], _ ankiID: Int64?, _ guid: String?,
  _ fields: [String]
) -> ExportNote {
  ExportNote(
    block: BlockUID("block\(number)"), ankiID: ankiID.map(AnkiNoteID.init), learnedGuid: guid, noteType: type,
    deck: DeckName(deck), tags: tags, fields: zip(type.fields, fields).map(Field.init),
    source: ExportNote.Source(path: "notes/n.md", line: number))
}

func export(
  _ notes: [ExportNote], _ change: (inout TextExport.Options) -> Void = { _ in }
) -> TextExport.Result {
  var options = TextExport.Options()
  change(&options)
  return TextExport.run(notes, options: options) { _ in }
}

extension TextExport.Result {
  /// The lines of a file.
  func lines(of file: Int = 0) -> [String] {
    guard files.indices.contains(file) else { return [] }
    return String(decoding: files[file].bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The lines after the headers.
  func rows(of file: Int = 0) -> [String] { lines(of: file).filter { !$0.hasPrefix("#") } }
}
