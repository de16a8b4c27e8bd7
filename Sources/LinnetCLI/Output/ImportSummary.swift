import StudyApp
import StudyStore

/// The sentences after an import.
enum ImportSummary {
  static func text(_ report: ImportReport, isDryRun: Bool = false) -> String {
    let figures = report.figures
    var lines = [
      Words.count(figures.notes, "note") + ", " + Words.count(figures.blocks, "block") + ", "
        + Words.count(figures.cards, "card") + ", " + Words.count(figures.links, "link")
        + (isDryRun ? " (nothing was written)" : "")
    ]
    let changes = changes(report)
    lines.append("  " + (changes.isEmpty ? "nothing changed" : changes.joined(separator: ", ")))
    if report.guesses > 0 {
      lines.append("  kept the history of \(Words.count(report.guesses, "edited card"))")
    }
    if report.copies > 0 {
      lines.append("  suspended \(Words.count(report.copies, "copy", "copies")) of other cards")
    }
    let problems = figures.errors + figures.warnings
    if problems > 0 {
      lines.append("  \(Words.count(problems, "problem")) in your notes; see them with: linnet check")
    }
    return lines.joined(separator: "\n")
  }

  /// What one folder holds after the import, for `--verbose`.
  static func details(of folder: String, _ figures: ImportFigures) -> String {
    let links = [
      "\(Words.grouped(figures.links - figures.resolvedLinks)) unresolved",
      Words.count(figures.embeds, "embed"),
    ]
    let findings = [
      Words.count(figures.errors, "error"), Words.count(figures.warnings, "warning"),
      Words.count(figures.remarks, "remark"),
    ]
    return [
      folder,
      "  \(Words.count(figures.notes, "note")), \(Words.count(figures.blocks, "block")), "
        + Words.count(figures.cards, "card"),
      "  \(Words.count(figures.links, "link")) (\(links.joined(separator: ", "))), "
        + "\(Words.count(figures.unresolvedConcepts, "concept")) without a note",
      "  \(findings.joined(separator: ", "))",
    ].joined(separator: "\n")
  }

  /// `1 note changed`, `1 card edited`; empty if nothing changed.
  static func changes(_ report: ImportReport) -> [String] {
    let notes = [
      (report.notesAdded, "added"), (report.notesChanged, "changed"), (report.notesMoved, "moved"),
      (report.notesRemoved, "removed"),
    ]
    return sentence("note", notes) + cards(report.cards)
  }

  /// `1 card added`, `2 cards edited`; empty if nothing became of any.
  static func cards(_ changes: CardChanges) -> [String] {
    sentence(
      "card",
      [
        (changes.added, "added"), (changes.edited, "edited"), (changes.moved, "moved"),
        (changes.removed, "removed"), (changes.restored, "restored"),
      ])
  }

  private static func sentence(_ noun: String, _ counts: [(Int, String)]) -> [String] {
    counts.filter { $0.0 > 0 }.map { "\(Words.count($0.0, noun)) \($0.1)" }
  }
}

/// `import --json`.
struct ImportDocument: Encodable {
  struct Notes: Encodable { var total, added, changed, moved, removed, unchanged: Int }
  struct Blocks: Encodable { var total: Int }
  struct Cards: Encodable { var total, added, edited, moved, removed, restored: Int }
  struct Links: Encodable { var total, resolved, unresolved, embeds, edges: Int }
  struct Concepts: Encodable { var total, unresolved: Int }
  struct Findings: Encodable { var errors, warnings, notes: Int }

  var notes: Notes
  var blocks: Blocks
  var cards: Cards
  var links: Links
  var concepts: Concepts
  var findings: Findings
  var folders: [String]
  var seconds: Double

  init(_ report: ImportReport, seconds: Double) {
    let figures = report.figures
    notes = Notes(
      total: figures.notes, added: report.notesAdded, changed: report.notesChanged, moved: report.notesMoved,
      removed: report.notesRemoved, unchanged: report.notesUnchanged)
    blocks = Blocks(total: figures.blocks)
    cards = Cards(
      total: figures.cards, added: report.cards.added, edited: report.cards.edited, moved: report.cards.moved,
      removed: report.cards.removed, restored: report.cards.restored)
    links = Links(
      total: figures.links, resolved: figures.resolvedLinks,
      unresolved: figures.links - figures.resolvedLinks,
      embeds: figures.embeds, edges: figures.edges)
    concepts = Concepts(
      total: figures.notes + figures.unresolvedConcepts, unresolved: figures.unresolvedConcepts)
    findings = Findings(errors: figures.errors, warnings: figures.warnings, notes: figures.remarks)
    folders = report.folders
    self.seconds = seconds
  }
}
