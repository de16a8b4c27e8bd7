import StudyCore

/// Settings of scheduling, by their names, and where in ``SchedulerSettings`` the values lie.
package enum SchedulingSetting: String, CaseIterable, Sendable {
  case model = "scheduling.model"
  case desiredRetention = "scheduling.desired-retention"
  case learningSteps = "scheduling.learning-steps"
  case relearningSteps = "scheduling.relearning-steps"
  case shortIntervals = "scheduling.short-intervals"
  case newPerDay = "scheduling.new-per-day"
  case reviewsPerDay = "scheduling.reviews-per-day"
  case newIgnoresReviewLimit = "scheduling.new-ignores-review-limit"
  case maximumInterval = "scheduling.maximum-interval"
  case loadBalancer = "scheduling.load-balancer"
  case easyDays = "scheduling.easy-days"
  case learnAhead = "scheduling.learn-ahead"
  case dayStart = "scheduling.day-starts-at"
  case leechThreshold = "scheduling.leech-threshold"
  case leechAction = "scheduling.leech-action"
  case buryNew = "scheduling.bury-new"
  case buryReviews = "scheduling.bury-reviews"
  case buryInterdayLearning = "scheduling.bury-interday-learning"
  case newGathering = "scheduling.new-gather-order"
  case newSorting = "scheduling.new-sort-order"
  case reviewOrder = "scheduling.review-order"
  case newMixing = "scheduling.new-mix"
  case interdayLearningMixing = "scheduling.interday-learning-mix"

  /// The settings of decks stand below this name, each below the name of its deck.
  static let decksGroup = "scheduling.decks"

  /// The name without the group: as it stands below a deck.
  var lastPart: String { String(rawValue.dropFirst("scheduling.".count)) }

  /// Whether a deck can have a value of its own. The others are about the day and count for all decks together.
  package var isForDecks: Bool {
    switch self {
    case .newIgnoresReviewLimit, .loadBalancer, .learnAhead, .dayStart: false
    default: true
    }
  }

  /// The limit that this sets.
  var limit: DailyLimit? {
    switch self {
    case .newPerDay: .new
    case .reviewsPerDay: .reviews
    default: nil
    }
  }

  /// What its value should be, for a sentence.
  package var expected: String { form.expected }

  /// Whether its values are true and false.
  var isToggle: Bool { form.isToggle }

  /// The value as it is written.
  func text(in settings: SchedulerSettings) -> String { form.text(settings) }

  /// The value that a text means, as it is written back, so that equal values are equal; nil for a text that is none.
  func value(_ text: String) -> String? {
    var settings = SchedulerSettings()
    return set(text, in: &settings) ? self.text(in: settings) : nil
  }

  /// - Returns: false for a text that is no value of this setting; then nothing is changed.
  func set(_ text: String, in settings: inout SchedulerSettings) -> Bool { form.set(text, &settings) }

  private var form: SettingForm {
    switch self {
    case .model: .model
    case .desiredRetention: .fraction(0.7...0.99, \.desiredRetention)
    case .learningSteps: .delays(\.learningSteps)
    case .relearningSteps: .delays(\.relearningSteps)
    case .shortIntervals: .toggle(\.keepsShortIntervals)
    case .newPerDay: .number(0...9999, \.newPerDay)
    case .reviewsPerDay: .number(0...9999, \.reviewsPerDay)
    case .newIgnoresReviewLimit: .toggle(\.newIgnoresReviewLimit)
    case .maximumInterval: .number(1...36_500, name: "a number of days", \.maximumInterval)
    case .loadBalancer: .toggle(\.balancesLoad)
    case .easyDays: .easyDays
    case .learnAhead: .delay(\.learnAhead)
    case .dayStart: .number(0...23, name: "an hour", \.rolloverHour)
    case .leechThreshold: .number(1...99, \.leechThreshold)
    case .leechAction: .choice(\.leechAction)
    case .buryNew: .member(.new, \.buriedSiblings)
    case .buryReviews: .member(.review, \.buriedSiblings)
    case .buryInterdayLearning: .member(.interdayLearning, \.buriedSiblings)
    case .newGathering: .choice(\.order.gathering)
    case .newSorting: .choice(\.order.sorting)
    case .reviewOrder: .choice(\.order.reviews)
    case .newMixing: .choice(\.order.new)
    case .interdayLearningMixing: .choice(\.order.interdayLearning)
    }
  }
}
