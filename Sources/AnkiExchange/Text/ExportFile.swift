import Foundation
import StudyCore

/// One text file of an export.
package struct ExportFile: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    /// All notes of types whose fields Anki is known to have.
    case main
    /// The same of one deck.
    case deck(DeckName)
    /// All notes of a type of which only the name is known: Anki maps its fields by name.
    case noteType(String)
  }

  package var part: Part
  package var format: TextExport.Format
  /// UTF-8 with LF line ends.
  package var bytes: [UInt8]
  package var noteCount: Int

  /// A name for the file beside others of the same export; `stem` is the main file's name without extension.
  package func name(stem: String) -> String {
    let name =
      switch part {
      case .main: stem
      case .deck(let deck): ExportFile.fileName(deck.parts)
      case .noteType(let type): "\(stem)-\(ExportFile.fileName([type]))"
      }
    return "\(name).\(format.rawValue)"
  }

  /// Says more than the safe name where that could stand for several decks.
  private static func fileName(_ parts: [String]) -> String {
    let joined = parts.joined(separator: "--")
    let safe = MediaNames.safe(joined.replacing("/", with: "-"))
    let isPlain = safe == joined && !parts.contains { $0.contains("--") }
    return isPlain ? safe : "\(safe)-\(StableHash.hexadecimal(StableHash.of(parts)).prefix(8))"
  }
}

/// A note with its guid and the deck as all rows spell it.
struct ExportRow {
  var guid: String
  var note: RenderedNote
  var deck: DeckName

  init(guid: String, note: RenderedNote) {
    self.guid = guid
    self.note = note
    deck = note.deck
  }

  /// Decks come before their children, which Anki would otherwise make twice (`anki-formats.md` §0.2); within
  /// a deck the order stays.
  static func sorted(_ rows: [ExportRow]) -> [ExportRow] {
    let spelling = AnkiDeckName.spelledAlike(rows.map(\.deck))
    let spelled = rows.map { row in
      var row = row
      row.deck = spelling[row.deck] ?? row.deck
      return row
    }
    return spelled.enumerated().sorted { ($0.element.deck, $0.offset) < ($1.element.deck, $1.offset) }
      .map(\.element)
  }
}

extension ExportFile {
  static func files(for rows: [ExportRow], options: TextExport.Options) -> [ExportFile] {
    let known = rows.filter(\.note.note.noteType.isKnown)
    let byDeck = options.hasFilePerDeck ? Dictionary(grouping: known, by: \.deck) : [:]
    let unknown = Dictionary(grouping: rows.filter { !$0.note.note.noteType.isKnown }, by: \.note.typeName)
    let main = options.hasFilePerDeck || known.isEmpty ? [] : [(Part.main, known)]
    let parts =
      main + byDeck.sorted { $0.key < $1.key }.map { (Part.deck($0.key), $0.value) }
      + unknown.sorted { $0.key < $1.key }.map { (Part.noteType($0.key), $0.value) }
    return parts.map { part, rows in
      ExportFile(
        part: part, format: options.format, bytes: bytes(of: part, rows, options.format),
        noteCount: rows.count)
    }
  }

  private static func bytes(of part: Part, _ rows: [ExportRow], _ format: TextExport.Format) -> [UInt8] {
    var text = DelimitedText(separator: format.separator)
    text.header("separator", format.separatorName)
    text.header("html", "true")
    text.header("if matches", "update current")
    if case .noteType(let name) = part {
      write(rows, ofUnknownType: name, to: &text)
    } else {
      write(rows, to: &text)
    }
    return Array(text.text.utf8)
  }

  /// Guid, note type, deck, the fields by position, tags. Rows of types with fewer fields have empty cells.
  private static func write(_ rows: [ExportRow], to text: inout DelimitedText) {
    let width = rows.map(\.note.fields.count).max() ?? 0
    text.header("guid column", "1")
    text.header("notetype column", "2")
    text.header("deck column", "3")
    text.header("tags column", String(4 + width))
    for row in rows {
      let padding = Array(repeating: "", count: width - row.note.fields.count)
      text.row(
        [row.guid, row.note.typeName, row.deck.description] + row.note.fields + padding
          + [AnkiTag.cell(row.note.note.tags)])
    }
  }

  /// Guid, deck, the fields by name, tags. The names of the other columns are in parentheses, so that none is
  /// the name of a field.
  private static func write(_ rows: [ExportRow], ofUnknownType name: String, to text: inout DelimitedText) {
    var names: [String] = []
    for row in rows { names += row.note.fieldNames.filter { !names.contains($0) } }
    text.header("notetype", name)
    text.header("guid column", "1")
    text.header("deck column", "2")
    text.header("tags column", String(3 + names.count))
    text.header("columns", text.line(["(guid)", "(deck)"] + names + ["(tags)"]))
    for row in rows {
      let fields = Dictionary(zip(row.note.fieldNames, row.note.fields)) { first, _ in first }
      text.row(
        [row.guid, row.deck.description] + names.map { fields[$0] ?? "" } + [AnkiTag.cell(row.note.note.tags)]
      )
    }
  }
}
