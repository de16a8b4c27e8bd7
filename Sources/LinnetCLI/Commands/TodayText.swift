import StudyApp
import StudyCore
import StudyStore

/// The day on one page, what `linnet` alone prints.
struct TodayText {
  var folders: [(path: String, figures: ImportFigures)]
  var counts: StudyQueue.Counts
  var newPerDay: Int
  /// Cards in the learning steps that come back today, but not yet.
  var laterToday: Int
  var tomorrow: Int
  /// The learner's home folder, written as `~`.
  var home: String?

  /// The day of somebody who has no collection.
  static let empty = TodayText(
    folders: [], counts: StudyQueue.Counts(new: 0, learning: 0, due: 0), newPerDay: 0, laterToday: 0,
    tomorrow: 0, home: nil)

  var text: String {
    var rows = folders.map { path, figures in
      let parts = [
        Words.count(figures.notes, "note"), Words.count(figures.cards, "card"),
        Words.count(figures.links, "link"),
      ]
      return ("notes", "\(short(path)) (\(parts.joined(separator: ", ")))")
    }
    if rows.isEmpty { rows.append(("notes", "no folder is imported")) }
    let due = [
      "\(Words.grouped(counts.due))", "learning \(Words.grouped(counts.learning))",
      "new today \(Words.grouped(counts.new)) of \(Words.grouped(newPerDay))",
    ]
    rows.append(("due now", due.joined(separator: "    ")))
    rows.append(("next", "\(Words.grouped(laterToday)) later today, \(Words.grouped(tomorrow)) tomorrow"))
    return (aligned(rows, indent: "", gap: 2) + [""] + aligned(suggestions, indent: "  ", gap: 4))
      .joined(separator: "\n")
  }

  var problems: Int { folders.reduce(0) { $0 + $1.figures.errors + $1.figures.warnings } }

  /// What to run next.
  private var suggestions: [(String, String)] {
    var rows: [(String, String)] = []
    if folders.isEmpty { rows.append(("linnet import ~/notes", "read a notes folder")) }
    if counts.new + counts.learning + counts.due > 0 { rows.append(("linnet review", "answer what is due")) }
    if problems > 0 { rows.append(("linnet check", "\(Words.count(problems, "problem")) in your notes")) }
    if !folders.isEmpty { rows.append(("linnet export -o deck.csv", "the cards for Anki")) }
    rows.append(("linnet --help", "all commands"))
    return rows
  }

  private func aligned(_ rows: [(String, String)], indent: String, gap: Int) -> [String] {
    let width = (rows.map(\.0.count).max() ?? 0) + gap
    return rows.map { indent + $0 + String(repeating: " ", count: width - $0.count) + $1 }
  }

  private func short(_ path: String) -> String {
    guard let home, PathResolver.contains(home, path) else { return path }
    return "~" + path.dropFirst(home.count)
  }
}
