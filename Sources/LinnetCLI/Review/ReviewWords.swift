import StudyCore
import Terminal

/// What a quiz says in lines and on a screen alike.
enum ReviewWords {
  /// `12 new · 3 learning · 27 due`, or `cram · 14 left`.
  static func counts(
    _ counts: QuizCounts, current: CardSchedule.Phase?, glyphs: Glyphs, isShort: Bool = false
  ) -> StyledText {
    switch counts {
    case .today(let counts): self.counts(counts, current: current, glyphs: glyphs, isShort: isShort)
    case .cram(let left):
      StyledText(
        [StyledText("cram", .warning), StyledText("\(Words.grouped(left)) left")],
        separator: StyledText(glyphs.separator))
    }
  }

  /// `12 new · 3 learning · 27 due`, the kind of the current card underlined.
  ///
  /// - Parameter isShort: leaves out what there is nothing of.
  private static func counts(
    _ counts: StudyQueue.Counts, current: CardSchedule.Phase?, glyphs: Glyphs, isShort: Bool
  ) -> StyledText {
    let parts: [(Int, String, Style, Bool)] = [
      (counts.new, "new", .newCount, current == .new),
      (counts.learning, "learning", .learningCount, current?.isLearning ?? false),
      (counts.due, "due", .dueCount, current?.isReview ?? false),
    ]
    let shown = isShort ? parts.filter { $0.0 > 0 } : parts
    let texts = shown.map { count, word, style, isCurrent in
      StyledText("\(Words.grouped(count)) \(word)", styles: isCurrent ? [style, .current] : [style])
    }
    return StyledText(texts, separator: StyledText(glyphs.separator))
  }

  /// `1 Again <10m`; without an outcome `1 Again`.
  static func button(_ rating: Rating, key: String, _ outcome: Outcome?, learnAhead: Int64) -> StyledText {
    StyledText(key, .key) + " " + StyledText(rating.name.capitalizedWord, styles: [rating.style])
      + interval(outcome, learnAhead: learnAhead)
  }

  /// ` <10m`
  static func interval(_ outcome: Outcome?, learnAhead: Int64) -> StyledText {
    StyledText(outcome.map { " " + IntervalText.short(seconds: $0.interval, learnAhead: learnAhead) } ?? "")
  }
}

extension QuizCounts {
  /// What kind of quiz it is.
  var quiz: String {
    switch self {
    case .today: "review"
    case .cram: "cram"
    }
  }
}

extension CardSchedule.Phase {
  var isLearning: Bool {
    switch self {
    case .learning, .relearning: true
    case .new, .review: false
    }
  }

  var isReview: Bool {
    if case .review = self { true } else { false }
  }
}

extension Rating {
  var style: Style {
    switch self {
    case .again: .again
    case .hard: .hard
    case .good: .good
    case .easy: .easy
    }
  }
}

extension String {
  /// `good` as on a button: `Good`.
  var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
