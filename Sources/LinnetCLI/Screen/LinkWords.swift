import StudyApp

/// What the learner reads about a linked concept.
enum LinkWords {
  /// `R 91%`: the chance that its cards are remembered now.
  static func recall(_ recall: Double) -> String { "R \(Int((recall * 100).rounded()))%" }

  static func due(_ due: LinkOverview.Due) -> String {
    switch due {
    case .new: "new"
    case .today: "due today"
    case .inDays(let days): "due in \(days) d"
    case .suspended: "suspended"
    }
  }
}
