import StudyCore
import StudyStore

/// What is known of the learner's memory of a note: of all its cards together.
package struct ConceptMemory: Hashable, Sendable {
  /// When the first of its cards comes: what is due today before what is new, what is new before what is
  /// due later. Overdue counts as today, a buried card on the day it comes back.
  package enum Due: Hashable, Sendable {
    case new, today
    /// At least 1.
    case inDays(Int)
    /// All cards are.
    case suspended
  }

  package var cards = 0
  /// Mean predicted recall (0–1) of its reviewed cards now; nil if none was reviewed.
  package var recall: Double?
  /// Nil without cards.
  package var due: Due?

  package init(cards: Int = 0, recall: Double? = nil, due: Due? = nil) {
    self.cards = cards
    self.recall = recall
    self.due = due
  }
}

extension GraphService {
  /// - Throws: `StudyStoreError`
  package func memories(ofNotes notes: [NoteID], at now: Moment) throws -> [NoteID: ConceptMemory] {
    try store.cards(ofNotes: notes).mapValues { cards in
      let dues = cards.map { due($0.schedule, at: now) }
      return ConceptMemory(
        cards: cards.count, recall: meanRecall(of: cards, at: now), due: dues.min { $0.rank < $1.rank })
    }
  }

  private func due(_ card: CardSchedule, at now: Moment) -> ConceptMemory.Due {
    if card.isSuspended { return .suspended }
    let hour = presets.general.rolloverHour
    guard let due = card.due(rolloverHour: hour, utcOffset: now.utcOffset) else { return .new }
    let day = now.studyDay(of: due, rolloverHour: hour)
    let days = max(day, card.buriedUntil ?? day).days(since: now.studyDay(rolloverHour: hour))
    return days <= 0 ? .today : .inDays(days)
  }
}

extension ConceptMemory.Due {
  /// What comes earlier has the lower one.
  fileprivate var rank: Int {
    switch self {
    case .today: 0
    case .new: 1
    case .inDays(let days): 1 + days
    case .suspended: .max
    }
  }
}
