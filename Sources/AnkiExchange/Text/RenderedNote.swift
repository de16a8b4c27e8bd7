import Foundation
import Markdown
import StudyCore

/// A note with everything as Anki will have it, before it is decided whether it goes.
struct RenderedNote {
  let note: ExportNote
  /// As the learner's Anki calls it.
  let typeName: String
  let deck: DeckName
  /// HTML, in the order of ``fieldNames``.
  let fields: [String]
  let fieldNames: [String]
  /// The first field as Anki compares it.
  let front: String
  let media: Set<String>

  init(_ note: ExportNote, options: TextExport.Options) {
    self.note = note
    typeName =
      (options.noteTypeNames[note.noteType.name] ?? note.noteType.name)
      .precomposedStringWithCanonicalMapping
    deck = AnkiDeckName.normalized(note.deck)
    let known = note.noteType.fields
    fieldNames = known + note.fields.map(\.name).filter { !known.contains($0) }.uniqued()
    var media: Set<String> = []
    let renderer = HTMLRenderer { path in
      let name = options.media(note, path)
      if let name { media.insert(name) }
      return name
    }
    fields = fieldNames.enumerated().map { index, name in
      let text = note.fields.filter { $0.name == name }.map(\.text).joined(separator: "\n")
      var renderer = renderer
      renderer.keepsClozes = index == 0 && note.noteType.behavior == .cloze
      return renderer.html(of: MarkdownParser.parse(text, readingClozes: renderer.keepsClozes))
        .precomposedStringWithCanonicalMapping
    }
    front = FieldText.stripped(fields.first ?? "")
    self.media = media
  }

  /// Why Anki could not use the note, if it could not.
  var defect: ExportReport.Reason? {
    let html = fields.first ?? ""
    if front.isEmpty { return .emptyFront }
    return note.noteType.behavior == .cloze && ClozeScanner.scan(html).isEmpty ? .noGap : nil
  }

  var frontHash: UInt64 { StableHash.of([front]) }
}

extension [String] {
  fileprivate func uniqued() -> [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
