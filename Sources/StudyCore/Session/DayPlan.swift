/// The cards that still come on one study day, each list in its order.
struct DayPlan {
  var progress: DayProgress
  var learning: [CardID] = []
  var reviews: [CardID] = []
  var new: [CardID] = []

  init(progress: DayProgress) { self.progress = progress }

  /// Mixes new cards in evenly: of n new cards and r reviews a day, the i-th of each stands at i/(n + 1) and
  /// i/(r + 1) of the way, and the one that stands first comes first.
  ///
  /// What was answered today tells how far each kind has come, so the choice needs no memory of its own.
  func mixed(new newCard: CardID?, review: CardID?) -> CardID? {
    guard let newCard, let review else { return newCard ?? review }
    let newTotal = progress.newAnswered + new.count
    let reviewTotal = progress.reviewsAnswered + reviews.count
    let isNewFirst =
      (progress.newAnswered + 1) * (reviewTotal + 1) < (progress.reviewsAnswered + 1) * (newTotal + 1)
    return isNewFirst ? newCard : review
  }
}
