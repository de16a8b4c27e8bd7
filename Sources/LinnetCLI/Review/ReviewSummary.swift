import StudyApp
import StudyCore

/// The last words of a quiz.
enum ReviewSummary {
  /// `12 answers, 2 again, 3 minutes.`
  static func text(_ summary: SessionSummary) -> String {
    if summary.answers == 0 { return "Nothing was answered." }
    let minutes = summary.secondsTaken / 60
    let time =
      minutes < 1 ? "less than a minute" : Words.count(Int(minutes.rounded()), "minute")
    return "\(Words.count(summary.answers, "answer")), \(Words.grouped(summary.again)) again, \(time)."
  }

  /// What is left for now.
  static func left(_ counts: QuizCounts) -> String {
    switch counts {
    case .today(let counts):
      "Still to come today: \(Words.grouped(counts.new)) new, \(Words.grouped(counts.learning)) learning, "
        + "\(Words.grouped(counts.due)) due."
    case .cram(let left):
      "\(Words.count(left, "card")) of this cram \(left == 1 ? "was" : "were") left. \(cramLeavesNothing)"
    }
  }

  static let cramLeavesNothing = "Its answers change no schedule."
}
