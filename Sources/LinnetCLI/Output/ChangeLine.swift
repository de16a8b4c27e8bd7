import StudyApp
import StudyCore
import StudyStore
import Terminal

/// What became of notes that were saved, as `import --watch` tells it.
struct ChangeLine {
  /// Several folders may hold notes of the same path.
  var isFolderNamed: Bool

  /// More notes than these at once were not saved by hand, and their sums say more.
  static let mostNotes = 20

  /// The lines after one reading, without their time; empty if nothing changed.
  func texts(_ report: ImportReport) -> [String] {
    guard report.changes.count > ChangeLine.mostNotes else { return report.changes.map(text) }
    return [ImportSummary.changes(report).joined(separator: ", ")]
  }

  private func text(_ change: NoteChange) -> String {
    let parts = kind(change.kind) + ImportSummary.cards(change.cards)
    return name(change) + ": " + (parts.isEmpty ? "changed" : parts.joined(separator: ", "))
  }

  private func kind(_ kind: NoteChange.Kind) -> [String] {
    switch kind {
    case .added: ["new"]
    case .moved(let old): ["moved from \(old.sanitised)"]
    case .removed: ["removed"]
    case .edited, .readAnew: []
    }
  }

  private func name(_ change: NoteChange) -> String {
    let folder = change.folder.split(separator: "/").last.map { $0 + "/" } ?? ""
    return ((isFolderNamed ? folder : "") + change.path).sanitised
  }

  /// `path:line: message`, which editors understand; nil for what is only remarked.
  static func problem(_ located: LocatedFinding) -> String? {
    let (finding, place) = (located.finding, located.finding.place)
    guard finding.severity != .note else { return nil }
    let line = place == .wholeFile ? "" : ":\(place.line)"
    return "\(located.absolutePath.sanitised)\(line): \(finding.message)"
  }
}

/// One line of `import --watch --json`.
struct ChangeDocument: Encodable {
  struct Cards: Encodable { var added, edited, moved, removed, restored: Int }

  var at: String
  var folder: String
  var note: String
  /// `added`, `changed`, `moved`, `removed`; `unread` for a file that cannot be read as a note.
  var change: String
  var movedFrom: String?
  var cards: Cards
  var findings: [FindingDocument]

  init(_ change: NoteChange, at moment: Moment) {
    self.init(folder: change.folder, note: change.path, cards: change.cards, at: moment)
    switch change.kind {
    case .added: self.change = "added"
    case .edited, .readAnew: self.change = "changed"
    case .removed: self.change = "removed"
    case .moved(let old): (self.change, movedFrom) = ("moved", old)
    }
    findings = change.findings.map {
      FindingDocument(LocatedFinding(folder: change.folder, path: change.path, finding: $0))
    }
  }

  init(unread finding: LocatedFinding, at moment: Moment) {
    self.init(folder: finding.folder, note: finding.path, cards: CardChanges(), at: moment)
    findings = [FindingDocument(finding)]
  }

  private init(folder: String, note: String, cards: CardChanges, at moment: Moment) {
    (at, self.folder, self.note, change, findings) = (moment.description, folder, note, "unread", [])
    self.cards = Cards(
      added: cards.added, edited: cards.edited, moved: cards.moved, removed: cards.removed,
      restored: cards.restored)
  }
}
