import StudyCore

/// Notes as text files for Anki's own importer: CSV or TSV with headers that say everything Anki would otherwise
/// guess or remember (`anki-formats.md` §0–1).
package enum TextExport {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case csv, tsv

    var separator: Character { self == .csv ? "," : "\t" }
    var separatorName: String { self == .csv ? "comma" : "tab" }
  }

  package struct Options {
    package var format = Format.csv
    /// What the learner's Anki calls a note type: Anki translates `Basic` to `Einfach`.
    package var noteTypeNames: [String: String] = [:]
    package var ankiIDs = AnkiIDPolicy.match
    package var hasFilePerDeck = false
    /// The name in Anki's media folder (see ``MediaNames``) of an embedded file, by its path as written in the
    /// note; nil shows the embed as text.
    package var media: (ExportNote, String) -> String? = { _, _ in nil }

    package init() {}
  }

  package struct Result: Sendable {
    package var files: [ExportFile]
    package var report: ExportReport
    /// Names that the files refer to, in order.
    package var media: [String]
    /// For each note written, what to give as ``ExportNote/exportedFront`` at the next export.
    package var fronts: [BlockUID: UInt64]
  }

  /// An export without notes has no files: Anki refuses empty ones.
  ///
  /// - Parameter progress: hears how many of the notes are done, before each; what it throws ends the export.
  package static func run(
    _ notes: [ExportNote], options: Options, progress: (Int) throws -> Void
  ) rethrows -> Result {
    var report = ExportReport()
    let leaveOut = { (note: RenderedNote, reason: ExportReport.Reason) in
      ExportReport.LeftOut(source: note.note.source, block: note.note.block, reason: reason)
    }
    var usable: [RenderedNote] = []
    for (index, note) in notes.enumerated() {
      try progress(index)
      let note = RenderedNote(note, options: options)
      if let defect = note.defect {
        report.leftOut.append(leaveOut(note, defect))
      } else {
        usable.append(note)
      }
    }
    var policy = GuidPolicy(policy: options.ankiIDs, notes: usable)
    var rows: [ExportRow] = []
    for note in usable {
      switch policy.guid(for: note) {
      case .success(let guid): rows.append(ExportRow(guid: guid, note: note))
      case .failure(let failure): report.leftOut.append(leaveOut(note, failure.reason))
      }
    }
    report.written = rows.count
    report.notices = notices(about: rows)
    return Result(
      files: ExportFile.files(for: ExportRow.sorted(rows), options: options), report: report,
      media: Set(rows.flatMap(\.note.media)).sorted(),
      fronts: Dictionary(rows.map { ($0.note.note.block, $0.note.frontHash) }) { first, _ in first })
  }

  private static func notices(about rows: [ExportRow]) -> [String] {
    let unknown = Set(rows.filter { !$0.note.note.noteType.isKnown }.map(\.note.typeName)).sorted()
    let cut = rows.filter { $0.note.note.deck.parts.count > AnkiDeckName.maximumDepth }
    return unknown.map { name in
      "Anki must have a note type “\(name)” with the fields of its file before that file is imported:"
        + " otherwise Anki takes the type used last."
    }
      + cut.map { row in
        "\(row.note.note.source): the deck has more than \(AnkiDeckName.maximumDepth) levels; the card goes to"
          + " the last of these."
      }
  }
}
