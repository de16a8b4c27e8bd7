import StudyCore
import StudyStore

/// Figures about a learner's study.
package struct StatisticsReport: Sendable {
  /// The cards that can be studied, by where they stand.
  package struct Cards: Hashable, Sendable {
    package var new = 0
    package var learning = 0
    /// Reviews with an interval of under `StudyStatistics.matureInterval` days, and the others.
    package var young = 0
    package var mature = 0
    package var suspended = 0
    /// Of how many a memory is kept, and the sum of their predicted recall now.
    package var remembered = 0
    package var knownNow = 0.0

    package var total: Int { new + learning + young + mature + suspended }
  }

  package var today: Day
  package var cards: Cards
  package var study: StudyStatistics
  /// Whether links tell anything about recall; nil if there are too few reviews to ask.
  package var context: ContextFit?
}

/// Adds up the log and the cards.
package struct StatisticsService: Sendable {
  private let store: StudyStore
  private let presets: Presets

  package init(store: StudyStore, presets: Presets) {
    self.store = store
    self.presets = presets
  }

  /// - Parameters:
  ///   - since: answers of study days before it do not count.
  ///   - now: of which moment predicted recall is told.
  /// - Throws: `StudyStoreError`
  package func report(
    _ filter: CardFilter = CardFilter(), since: Day? = nil, at now: Moment
  ) throws(StudyStoreError) -> StatisticsReport {
    let histories = try store.histories(filter)
    let records = records(histories).filter { record in since.map { record.day >= $0 } ?? true }
    return StatisticsReport(
      today: now.studyDay(rolloverHour: presets.general.rolloverHour),
      cards: cards(try store.cards(matching: filter), at: now), study: StudyStatistics(records),
      context: try context(of: records, histories))
  }

  /// In order of time; cards by their places among the histories.
  private func records(_ histories: [CardHistory]) -> [StudyRecord] {
    histories.enumerated().flatMap { index, history in
      let scheduler = presets.scheduler(of: history.card.deck)
      return Replay(scheduler: scheduler, start: history.start).steps(of: history.entries)
        .compactMap { StudyRecord($0, card: index, scheduler: scheduler) }
    }.sorted { ($0.time, $0.card) < ($1.time, $1.card) }
  }

  private func context(
    of records: [StudyRecord], _ histories: [CardHistory]
  ) throws(StudyStoreError) -> ContextFit? {
    let reviews = records.compactMap(\.contextReview)
    return ContextFit(reviews, ties: try store.ties(of: histories.map(\.card.id)))
  }

  private func cards(_ cards: [QueuedCard], at now: Moment) -> StatisticsReport.Cards {
    var counts = StatisticsReport.Cards()
    for card in cards {
      let schedule = card.schedule
      if let recall = presets.scheduler(of: card.deck).retrievability(of: schedule, at: now.timestamp) {
        counts.remembered += 1
        counts.knownNow += recall
      }
      switch schedule.phase {
      case _ where schedule.isSuspended: counts.suspended += 1
      case .new: counts.new += 1
      case .learning, .relearning: counts.learning += 1
      case .review(_, let interval) where interval < StudyStatistics.matureInterval: counts.young += 1
      case .review: counts.mature += 1
      }
    }
    return counts
  }
}

extension StudyRecord {
  /// The review as the context of others; nil if the card was not known before.
  fileprivate var contextReview: ContextReview? {
    guard case .review = stage, let predicted else { return nil }
    return ContextReview(
      time: Double(time.milliseconds) / 1000, card: card, predicted: predicted, isRecalled: isRecalled)
  }
}
