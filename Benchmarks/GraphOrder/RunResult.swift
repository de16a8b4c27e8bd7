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
  /// Of the arm's predictions in the last fifth of the time.
  var logLoss: Double
  var areaUnderCurve: Double?
  var gate: ContextUse.Gate?

  init(
    _ study: Study, predictions: [(time: Double, probability: Double, isRecalled: Bool)], seconds: Double
  ) {
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
    let last = predictions.filter { $0.time >= 0.8 * Double(Study.days) }
    let quality = PredictionQuality(last.map { ($0.probability, $0.isRecalled) })
    logLoss = quality.logLoss
    areaUnderCurve = quality.areaUnderCurve
    gate = study.context.gate
  }
}
