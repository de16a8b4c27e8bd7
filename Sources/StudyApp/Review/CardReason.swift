import StudyCore
import StudyStore

/// Why a card comes when it comes.
package struct CardReason: Hashable, Sendable {
  /// The rule of the day that decides about the card now.
  package enum Rule: Hashable, Sendable {
    /// It is no longer in the notes.
    case gone
    case suspended
    case buried(until: Day)
    /// It is the very next one.
    case next
    /// It comes today after so many others of its kind.
    case today(QueueKind, after: Int)
    /// A step ends then.
    case learning(at: Timestamp)
    /// A review that is due on a day to come.
    case later(Day)
    /// Another card of its block comes today, or came.
    case waitsForSibling
    /// So many a day come, and it is not among them.
    case limited(DailyLimit, count: Int)
  }

  package var rule: Rule
  package var gathering: QueueOrder.Gathering
  /// What it leans on, and how well that is known.
  package var foundations: [KnownFoundation]
  /// Of those, cards that are new and come today before it.
  package var newBefore: Set<CardID>
  /// What each rating would do now.
  package var outcomes: Outcomes
}

extension ReviewService {
  /// - Throws: `StudyStoreError`
  package func reason(for content: CardContent, at now: Moment) throws -> CardReason {
    let card = content.card
    let queue = try queue(at: now)
    let today = queue.today(at: now)
    let foundations = try GraphService(store: store, presets: presets).foundations(of: card, at: now)
    var before: Set<CardID> = []
    if let place = today.new.firstIndex(where: { $0.id == card.id }) {
      let leansOn = Set(foundations.flatMap { $0.foundation.cards.map(\.id) })
      before = leansOn.intersection(today.new[..<place].map(\.id))
    }
    return CardReason(
      rule: content.isActive ? rule(card, queue, today, at: now) : .gone,
      gathering: settings.order.gathering, foundations: foundations, newBefore: before,
      outcomes: queue.outcomes(for: card, at: now))
  }

  private func rule(
    _ card: QueuedCard, _ queue: StudyQueue,
    _ lists: (new: [QueuedCard], learning: [QueuedCard], due: [QueuedCard]), at now: Moment
  ) -> CardReason.Rule {
    let today = now.studyDay(rolloverHour: settings.rolloverHour)
    let schedule = card.schedule
    if schedule.isSuspended { return .suspended }
    if let until = schedule.buriedUntil, schedule.isBuried(on: today) { return .buried(until: until) }
    if queue.next(at: now)?.id == card.id { return .next }
    for (kind, cards) in [(QueueKind.new, lists.new), (.learning, lists.learning), (.review, lists.due)] {
      guard let place = cards.firstIndex(where: { $0.id == card.id }) else { continue }
      if case .learning(_, let due) = schedule.phase { return .learning(at: due) }
      if case .relearning(_, let due, _) = schedule.phase { return .learning(at: due) }
      return .today(kind, after: place)
    }
    switch schedule.phase {
    case .learning(_, let due), .relearning(_, let due, _): return .learning(at: due)
    case .review(let day, _) where day > today: return .later(day)
    case .review, .new: break
    }
    let blocks = Set((lists.new + lists.learning + lists.due).map(\.key.block))
    if blocks.contains(card.key.block) || queue.progress.blocks[card.key.block.number] != nil {
      return .waitsForSibling
    }
    let own = presets.settings(of: card.deck)
    return schedule.phase == .new
      ? .limited(.new, count: own.newPerDay) : .limited(.reviews, count: own.reviewsPerDay)
  }
}
