import StudyApp
import StudyCore
import StudyStore

/// Why a card comes when it comes, in sentences.
struct WhyText {
  let reason: CardReason
  let settings: SchedulerSettings
  let now: Moment

  func lines(_ content: CardContent) -> [String] {
    let front = CardFaces(content).questionText.split(separator: "\n").first.map(String.init) ?? ""
    return ["\(content.card.key.shortID)  \(front)", "\(content.filePath):\(content.line)", "", rule]
      + [order].compactMap { $0 } + section("It leans on", foundations)
      + section("Answered now, it would come back", dates)
  }

  private func section(_ title: String, _ rows: [(String, String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    return ["", title + ":"]
      + TextTable.lines(rows.map { [$0, $1] }, [.leading, .leading]).map { "  " + $0 }
  }

  // MARK: The rule

  /// What decides about the card now.
  var rule: String {
    switch reason.rule {
    case .gone: "It is no longer in the notes, so it does not come. Its history is kept for when it returns."
    case .suspended: "It is suspended and does not come until linnet resume."
    case .buried(let day): "It was put off and comes again from \(day)."
    case .next: "It is the next card."
    case .today(let kind, let after):
      "It comes today, after \(after == 0 ? "no other" : Words.grouped(after)) of today's \(kind.words)."
    case .learning(let due): "It is being learned: its step ends \(time(due))."
    case .later(let day):
      "It is known, and due in \(Words.count(day.days(since: today), "day")), on \(day)."
    case .waitsForSibling: "Another card of its block comes today, so it waits until tomorrow."
    case .limited(.new, let count):
      "It is new, and not yet among the \(Words.count(count, "new card")) a day."
    case .limited(.reviews, let count):
      "It is due, but not among the \(Words.count(count, "review")) a day."
    }
  }

  /// What new cards wait for.
  private var order: String? {
    guard reason.gathering == .graph, isNew, !reason.foundations.isEmpty else { return nil }
    let before = reason.newBefore.count
    return before > 0
      ? "New cards come after what they lean on: \(Words.count(before, "new card")) of that come\(before == 1 ? "s" : "") before it today."
      : "New cards come after what they lean on, and nothing of that is new and still to come."
  }

  private var isNew: Bool {
    switch reason.rule {
    case .today(.new, _), .limited(.new, _): true
    default: false
    }
  }

  // MARK: Lists

  private var foundations: [(String, String)] {
    reason.foundations.map { known in
      let cards = known.foundation.cards
      let new = cards.count { $0.schedule.phase == .new }
      var words = [Words.count(cards.count, "card")]
      if cards.isEmpty { words = ["no card yet"] }
      if let recall = known.recall { words.append("recall \(Int((recall * 100).rounded()))%") }
      if new > 0 { words.append(new == cards.count ? "new" : "\(new) new") }
      if known.foundation.reason == .property { words.append("required") }
      return (Words.shortened(known.foundation.title), words.joined(separator: ", "))
    }
  }

  private var dates: [(String, String)] {
    Rating.allCases.map { rating in
      let outcome = reason.outcomes[rating]
      let interval = IntervalText.short(seconds: outcome.interval, learnAhead: 0)
      return (rating.name, "after \(interval)" + (due(outcome).map { ", \(time($0.timestamp))" } ?? ""))
    }
  }

  /// When a rating would bring the card back.
  func due(_ outcome: Outcome) -> Moment? {
    CardDocument.due(outcome.schedule, rolloverHour: settings.rolloverHour, at: now)
  }

  private var today: Day { now.studyDay(rolloverHour: settings.rolloverHour) }

  /// `at 14:05`, for another study day `on 2026-01-03`.
  private func time(_ timestamp: Timestamp) -> String {
    let day = now.studyDay(of: timestamp, rolloverHour: settings.rolloverHour)
    guard day == today else { return "on \(day)" }
    let text = Moment(timestamp: timestamp, utcOffset: now.utcOffset).description
    return "at \(text.split(separator: "T").last?.prefix(5) ?? "")"
  }
}

extension QueueKind {
  fileprivate var words: String {
    switch self {
    case .new: "new cards"
    case .learning, .interdayLearning: "cards in learning"
    case .review: "reviews"
    }
  }
}
