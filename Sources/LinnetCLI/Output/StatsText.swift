import Foundation
import StudyApp
import StudyCore
import Terminal

/// Figures of study for a person: some lines, and answers by day.
struct StatsText {
  let report: StatisticsReport
  /// In columns.
  let width: Int
  /// What bars are made of, one column wide.
  let bar: String

  /// Of the days before, `--json` tells.
  private static let mostDays = 30

  var text: String {
    ([TextTable.lines(rows.map { [$0.0, $0.1] }, [.leading, .leading])] + (days.isEmpty ? [] : [days]))
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var rows: [(String, String)] {
    [("answers", answers)] + (study.recall.reviews == 0 ? [] : [("recall", recall)]) + [("cards", cards)]
      + (report.cards.remembered == 0 ? [] : [("memory", memory)])
      + (report.context.map { [("links", links($0))] } ?? [])
  }

  private var study: StudyStatistics { report.study }

  // MARK: Lines

  private var answers: String {
    guard study.answers > 0 else { return "none yet" }
    let streak = study.streak(today: report.today)
    let inRow = streak < 2 ? "" : "; \(streak) days in a row"
    return "\(Words.grouped(study.answers)) on \(Words.count(study.days.count, "day")), "
      + "\(duration(study.seconds))\(inRow)"
  }

  /// `88% of 512 reviews, predicted 90%; young cards 86%, mature 93%`
  private var recall: String {
    let parts = [("young cards", study.young), ("mature", study.mature)].compactMap { name, recall in
      recall.share.map { "\(name) \(percent($0))" }
    }
    return "\(percent(study.recall.share ?? 0)) of \(Words.count(study.recall.reviews, "review")), "
      + "predicted \(percent(study.recall.predictedShare ?? 0))"
      + (parts.count < 2 ? "" : "; " + parts.joined(separator: ", "))
  }

  private var cards: String {
    let cards = report.cards
    let parts = [
      (cards.new, "new"), (cards.learning, "learning"), (cards.young, "young"), (cards.mature, "mature"),
      (cards.suspended, "suspended"),
    ].filter { $0.0 > 0 }.map { "\(Words.grouped($0.0)) \($0.1)" }
    return Words.grouped(cards.total) + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
  }

  private var memory: String {
    "about \(Words.grouped(Int(report.cards.knownNow.rounded()))) of "
      + "\(Words.count(report.cards.remembered, "card")) known now"
  }

  /// Whether the answers of late to linked cards tell more than the memory model.
  private func links(_ fit: ContextFit) -> String {
    guard fit.testedReviews >= ContextFit.leastReviews else {
      return "too few reviews to say what they tell about recall"
    }
    let losses =
      "log loss \(loss(fit.withLinks.logLoss)) with linked cards, \(loss(fit.withoutLinks.logLoss)) without"
    return (fit.isUsable ? "they seem to tell about recall: " : "they tell nothing about recall: ") + losses
  }

  // MARK: Days

  private var days: [String] {
    let shown = study.days.suffix(StatsText.mostDays)
    guard shown.count > 1, let most = shown.map(\.answers).max() else { return [] }
    let room = max(10, min(60, width - 16 - Words.grouped(most).count))
    return TextTable.lines(
      shown.map { day in
        let length = max(1, Int((Double(day.answers) / Double(most) * Double(room)).rounded()))
        return [day.day.description, Words.grouped(day.answers), String(repeating: bar, count: length)]
      }, [.leading, .trailing, .leading])
  }

  // MARK: Words

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  private func loss(_ value: Double) -> String { String(format: "%.4f", value) }

  private func duration(_ seconds: Double) -> String {
    let minutes = Int((seconds / 60).rounded())
    if minutes < 1 { return "less than a minute" }
    return minutes < 60 ? "\(minutes) min" : "\(Words.grouped(minutes / 60)) h \(minutes % 60) min"
  }
}
