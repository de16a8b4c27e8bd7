import StudyCore
import StudyStore

/// What a card leans on, and how well the learner knows it.
package struct KnownFoundation: Hashable, Sendable {
  package var foundation: Foundation
  /// Mean predicted recall (0–1) of its reviewed cards; nil if none was reviewed.
  package var recall: Double?
  /// Its cards that may be forgotten and can be asked now: those below the desired retention, the weakest first.
  package var weakCards: [QueuedCard]
  /// Predicted recall (0–1) of the weakest of them.
  package var leastRecall: Double?
}

extension GraphService {
  /// - Throws: `StudyStoreError`
  package func foundations(of card: QueuedCard, at now: Moment) throws -> [KnownFoundation] {
    try store.foundations(of: card.key.block).map { foundation in
      let weak = weak(foundation.cards, at: now)
      return KnownFoundation(
        foundation: foundation, recall: meanRecall(of: foundation.cards, at: now),
        weakCards: weak.map(\.card),
        leastRecall: weak.first?.recall)
    }
  }

  private func weak(_ cards: [QueuedCard], at now: Moment) -> [(card: QueuedCard, recall: Double)] {
    let today = now.studyDay(rolloverHour: presets.general.rolloverHour)
    return cards.compactMap { card in
      let scheduler = presets.scheduler(of: card.deck)
      guard card.schedule.canCome(on: today),
        let recall = scheduler.retrievability(of: card.schedule, at: now.timestamp),
        recall < scheduler.settings.desiredRetention
      else { return nil }
      return (card, recall)
    }.sorted { ($0.recall, $0.card.id.rawValue) < ($1.recall, $1.card.id.rawValue) }
  }
}
