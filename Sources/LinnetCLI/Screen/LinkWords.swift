import StudyApp

/// What the learner reads about a linked concept.
enum LinkWords {
  /// `R 91%`: the chance that its cards are remembered now.
  static func recall(_ recall: Double) -> String { "R \(Int((recall * 100).rounded()))%" }

  /// `3 cards, R 91%, due today`: of a note without cards nothing.
  static func memory(_ memory: ConceptMemory) -> String? {
    guard memory.cards > 0 else { return nil }
    return [Words.count(memory.cards, "card"), memory.recall.map(recall), memory.due.map(due)]
      .compactMap { $0 }.joined(separator: ", ")
  }

  static func due(_ due: ConceptMemory.Due) -> String {
    switch due {
    case .new: "new"
    case .today: "due today"
    case .inDays(let days): "due in \(days) d"
    case .suspended: "suspended"
    }
  }
}
