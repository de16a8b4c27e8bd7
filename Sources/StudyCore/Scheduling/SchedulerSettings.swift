import FSRS

/// What happens to a card that is forgotten again and again.
package enum LeechAction: String, Hashable, Sendable, CaseIterable {
  /// It is listed as a leech.
  case tag
  case suspend
}

/// Everything a learner can set about scheduling, with the defaults of Anki.
package struct SchedulerSettings: Hashable, Sendable {
  /// The probability of recall at which a card comes back, above 0 and below 1.
  package var desiredRetention = 0.9
  /// Whether a card that has finished its steps may stay in learning where FSRS-6 asks for less than half a day (Anki's option
  /// "short-term with steps"). Without steps it always may.
  package var keepsShortIntervals = false
  /// A card is a leech with so many lapses, and again after every half as many more. At least 1.
  package var leechThreshold = 8
  package var leechAction = LeechAction.tag
  /// Delays of the steps in seconds.
  package var learningSteps: [Int64] = [60, 600]
  package var relearningSteps: [Int64] = [600]
  /// Whether intervals are spread a little, so that cards learned together do not stay together.
  package var spreadsIntervals = true
  /// Whether those days are preferred, among the ones a spread interval may become, on which few cards are due. It needs
  /// spread intervals.
  package var balancesLoad = true
  package var easyDays = EasyDays()
  /// Days, at least 1.
  package var maximumInterval = 36_500
  package var newPerDay = 20
  package var reviewsPerDay = 200
  /// Whether new cards come however many reviews there are. Otherwise both together keep to the limit of reviews, as in Anki.
  package var newIgnoresReviewLimit = false
  /// The kinds of card that wait until the next day when a card of the same block came before them.
  package var buriedSiblings: Set<QueueKind> = [.interdayLearning, .review, .new]
  package var order = QueueOrder()
  /// How many seconds early a card in learning may come when nothing else is left.
  package var learnAhead: Int64 = 1200
  /// The local hour (0–23) at which a study day begins.
  package var rolloverHour = 4
  package var model = MemoryModel.fsrs7(FSRS7())
  /// Names the parameters in the log; 0 is the published defaults.
  package var parameterSet = 0

  package init() {}

  /// Whether a card becomes a leech, once more, with this lapse: Anki's rule, at the threshold and then at every half of it.
  package func isLeech(lapses: Int) -> Bool {
    let threshold = max(leechThreshold, 1)
    return lapses >= threshold && (lapses - threshold) % max(1, (threshold + 1) / 2) == 0
  }
}
