import ArgumentParser
import StudyApp
import StudyCore
import StudyStore
import Terminal

struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Show what is missing: notes and cards still to write, and foundations that are shaky.",
    discussion: """
      linnet gaps                 the ten most wanted of each kind
      linnet gaps --limit 50
      """)

  @Option(
    parsing: .unconditional, help: ArgumentHelp("So many of each kind at most.", valueName: "count"))
  var limit = 10

  @OptionGroup var reading: ReadingOnRequest
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a count of 1 or more") }
  }

  func run() throws {
    let context = try CommandContext(global)
    let store = try context.location.open(.existing)
    try reading.readNotes(store, context)
    let graph = GraphService(store: store, presets: try context.reviewService(store).presets)
    let report = try graph.gaps(limit: limit, at: context.environment.start)
    if global.json {
      try context.printJSON(GapsDocument(report))
    } else {
      Console.standardOutput(GapsText.text(report))
    }
  }
}

/// `gaps --json`.
private struct GapsDocument: Encodable {
  struct Unresolved: Encodable {
    var concept: String
    var links: Int
    var near: [String]
  }
  struct Uncarded: Encodable {
    var concept, note: String
    var links, notes: Int
  }
  struct Isolated: Encodable { var concept, note: String }
  struct Weak: Encodable {
    var concept, note: String
    var retrievability: Double
    var cards, leaning: Int
  }

  var unresolved: [Unresolved]
  var uncarded: [Uncarded]
  var isolated: [Isolated]
  var weak: [Weak]

  init(_ report: GapReport) {
    unresolved = report.unresolved.map { Unresolved(concept: $0.name, links: $0.links, near: $0.near) }
    uncarded = report.uncarded.map {
      Uncarded(concept: $0.node.title, note: $0.node.id, links: $0.links, notes: $0.notes)
    }
    isolated = report.isolated.map { Isolated(concept: $0.title, note: $0.id) }
    weak = report.weak.map {
      Weak(
        concept: $0.node.title, note: $0.node.id, retrievability: $0.recall, cards: $0.node.cards,
        leaning: $0.leaning)
    }
  }
}

/// Gaps as a person reads them: four lists, those without an entry left out.
private enum GapsText {
  static func text(_ report: GapReport) -> String {
    let sections =
      [
        section(
          "linked, but no note has the name", report.totals.unresolved,
          report.unresolved.map {
            row($0.links, $0.name, $0.near.isEmpty ? nil : "perhaps " + Words.alternatives($0.near))
          }),
        section(
          "linked from several notes, but without a card", report.totals.uncarded,
          report.uncarded.map { row($0.links, $0.node.title, "from \(Words.count($0.notes, "note"))") }),
        section(
          "shaky foundations", report.totals.weak,
          report.weak.map {
            row(
              nil, $0.node.title,
              "recall \(Int(($0.recall * 100).rounded()))%, \(Words.count($0.leaning, "note")) "
                + "with cards lean\($0.leaning == 1 ? "s" : "") on it")
          }),
        section(
          "no links from or to other notes", report.totals.isolated,
          report.isolated.map { row(nil, $0.title, $0.id) }),
      ].compactMap { $0 }
    return sections.isEmpty
      ? "Nothing is missing: every link leads to a note, and what is linked often has cards."
      : sections.joined(separator: "\n\n")
  }

  private static func row(_ count: Int?, _ name: String, _ remark: String?) -> (count: Int?, text: String) {
    (count, Words.shortened(name) + (remark.map { "  (\($0))" } ?? ""))
  }

  private static func section(
    _ title: String, _ total: Int, _ rows: [(count: Int?, text: String)]
  ) -> String? {
    guard !rows.isEmpty else { return nil }
    let cells = rows.map { row in (row.count.map { [Words.grouped($0)] } ?? []) + [row.text] }
    let alignments: [TextAlignment] = cells[0].count == 1 ? [.leading] : [.trailing, .leading]
    let lines = TextTable.lines(cells, alignments).map { "  " + $0 }
    let more =
      total > rows.count ? ["  … and \(Words.grouped(total - rows.count)) more; --limit shows them"] : []
    return (["\(title) (\(Words.grouped(total)))"] + lines + more).joined(separator: "\n")
  }
}
