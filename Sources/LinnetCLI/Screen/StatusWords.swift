import StudyCore
import StudyStore
import Terminal

/// What is known of the card on the screen, in one row.
enum StatusWords {
  /// `review · last 11 d ago · Good`
  static func text(_ card: ReviewModel.Card, _ style: ScreenStyle) -> StyledText {
    let schedule = card.content.card.schedule
    var parts = [StyledText(schedule.phase.name)]
    if let elapsed = card.secondsSinceReview {
      parts.append("last \(IntervalText.short(seconds: elapsed, learnAhead: 0)) ago")
    }
    if let rating = card.lastRating {
      parts.append(StyledText(rating.name.capitalizedWord, styles: [rating.style]))
    }
    if schedule.flag > 0 { parts.append(StyledText("flag \(schedule.flag)", .warning)) }
    if let mark = card.content.mark { parts.append(StyledText("marked: \(mark)", .warning)) }
    return StyledText(parts, separator: StyledText(style.glyphs.separator))
  }
}
