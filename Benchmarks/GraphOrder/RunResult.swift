import StudyCore

/// What came of one learner with one arm.
struct RunResult: Sendable {
  /// Σ of true recall over all cards at the horizon, for a minute of study.
  var recallPerMinute: Double
  /// Share of the cards ever seen whose true recall is below 0.7 while the scheduler believes at least 0.9.
  var harm: Double
  /// Share of all cards that were seen.
  var seen: Double
  var minutes: Double
  /// Share of the reviews in which the card was recalled.
  var retention: Double
  var quality: ForecastQuality?
  var gate: ContextUse.Gate?

  init(_ study: Study, forecasts: [Forecast], seconds: Double) {
    let horizon = Double(Study.days) + Study.hour
    let cards = study.vault.cards.indices
    let seen = cards.filter { study.schedule.entries[$0] != nil }
    let recall = seen.map { study.truth.recall($0, at: horizon) }
    minutes = seconds / 60
    recallPerMinute = recall.reduce(0, +) / minutes
    let harmed = zip(seen, recall).count { card, recall in
      recall < 0.7 && (study.schedule.recall(card, at: horizon) ?? 0) >= 0.9
    }
    harm = Double(harmed) / Double(max(seen.count, 1))
    self.seen = Double(seen.count) / Double(cards.count)
    retention = Double(forecasts.count(where: \.isRecalled)) / Double(max(forecasts.count, 1))
    quality = ForecastQuality(forecasts)
    gate = study.context.gate
  }
}
