import StudyCore

extension Presets {
  /// Small limits, any order, and some decks with settings of their own.
  package static func sample(_ random: inout some RandomNumberGenerator) -> Presets {
    let decks = ["A", "A::B", "AWS", "AWS::ECS", "Swift"].filter { _ in Bool.random(using: &random) }
    return Presets(
      general: settings(&random),
      decks: decks.map { deck in
        Preset(
          deck: DeckName(deck), settings: settings(&random),
          ownLimits: Set(DailyLimit.allCases.filter { _ in Bool.random(using: &random) }))
      })
  }

  private static func settings(_ random: inout some RandomNumberGenerator) -> SchedulerSettings {
    func any<Value>(_ values: some Collection<Value>, or usual: Value) -> Value {
      Bool.random(using: &random) ? usual : values.randomElement(using: &random) ?? usual
    }
    var settings = SchedulerSettings()
    settings.newPerDay = any([0, 1, 2, 5, 7, 200], or: 6)
    settings.reviewsPerDay = any([0, 1, 2, 5, 7, 200], or: 9)
    settings.newIgnoresReviewLimit = Bool.random(using: &random)
    settings.buriedSiblings = settings.buriedSiblings.filter { _ in any([false], or: true) }
    settings.learningSteps = any([[], [60], [600, 86_400]], or: settings.learningSteps)
    settings.order.gathering = any(QueueOrder.Gathering.allCases, or: .position)
    settings.order.sorting = any(QueueOrder.Sorting.allCases, or: .gathered)
    settings.order.reviews = any(QueueOrder.Reviews.allCases, or: .due)
    settings.order.new = any(QueueOrder.Mixing.allCases, or: .mixed)
    settings.order.interdayLearning = any(QueueOrder.Mixing.allCases, or: .mixed)
    return settings
  }
}
