import Foundation
import StudyCore
import TestSupport

@testable import NoteParsing

/// The answers of a program that shares no code with the parser, for a folder of notes.
struct CardReference: Decodable {
  struct Card: Decodable {
    var file: String
    var line: Int
    var kind: String
    var noteType: String?
    var fields: [String: String]?
    var tags: [String]
    var fileTags: [String]
    var deck: String?
    var id: Int64?
    var error: String?
  }

  var cards: [Card]
  /// By file and note type: the texts that are appended to fields; nil where they are not told.
  var frozen: [String: [String: [String: String]]]?

  private enum CodingKeys: String, CodingKey { case cards, fileMeta }
  private struct Meta: Decodable { var frozen: [String: [String: String]]? }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    cards = try container.decode([Card].self, forKey: .cards)
    let metas = try container.decodeIfPresent([String: Meta].self, forKey: .fileMeta)
    frozen = metas?.compactMapValues(\.frozen)
  }

  /// What Obsidian_to_Anki makes of one file, in the form of ``StrictReader``: a line for each card that Anki takes.
  func summaries(of file: String) -> [String] {
    cards.filter { $0.file == file && $0.fields != nil }
      .map { card in
        let fields = (card.fields ?? [:]).map { Field(name: $0.key, text: $0.value) }
        return CardReference.summary(
          line: card.line, kind: card.kind, type: card.noteType ?? "", fields: fields, tags: card.tags,
          id: card.id)
      }.sorted()
  }

  /// Empty tags are none for Anki, and no id of Anki's has more than 18 digits.
  static func summary(
    line: Int, kind: String, type: String, fields: [Field], tags: [String], id: Int64?
  ) -> String {
    let texts = fields.filter { !$0.text.isEmpty }.sorted { $0.name < $1.name }.map {
      "\($0.name): \($0.text)"
    }
    let labels = tags.filter { !$0.isEmpty }.map { "#\($0)" } + (id.map { ["id \($0)"] } ?? [])
    return "\(line) \(kind) [\(type)] " + (texts + labels).joined(separator: " | ")
  }
}

extension StrictReader {
  /// Reads a file and writes each card that Anki takes on a line, as ``CardReference`` does.
  static func summaries(
    of file: [UInt8], noteTypes: NoteTypeTable = NoteTypeTable(), keywords: Keywords = Keywords()
  )
    -> (cards: [String], deck: String?, tags: [String], frozen: [String: [String]])
  {
    NoteText(unchanged: file).bytes.withUnsafeBufferPointer { bytes in
      let reader = StrictReader(bytes, noteTypes: noteTypes, keywords: KeywordBytes(keywords))
      let cards = reader.passages.compactMap { passage -> String? in
        let line = 1 + bytes[..<passage.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
        guard case .success(let card) = passage.card else { return nil }
        return CardReference.summary(
          line: line, kind: passage.syntax.rawValue, type: card.noteType.name, fields: card.fields,
          tags: card.tags, id: card.ankiID?.rawValue)
      }
      let tags = reader.fileTags.map { bytes.text($0.value).components(separatedBy: " ") } ?? []
      let frozen = Dictionary(uniqueKeysWithValues: reader.frozen.map { ($0.key.name, $0.value) })
      return (
        cards.sorted(), reader.targetDeck.map { bytes.text($0.value) }, tags == [""] ? [] : tags, frozen
      )
    }
  }
}
