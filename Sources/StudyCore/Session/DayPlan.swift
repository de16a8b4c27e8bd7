/// The cards that still come on one study day, each list in its order.
struct DayPlan {
  let progress: DayProgress
  let order: QueueOrder
  var learning: [CardID] = []
  var interdayLearning: [CardID] = []
  var reviews: [CardID] = []
  var new: [CardID] = []

  init(progress: DayProgress, order: QueueOrder) {
    self.progress = progress
    self.order = order
  }

  /// The next of the cards that wait for no instant: interday learning mixed into the reviews, and new cards into both.
  func next(where isWanted: (CardID) -> Bool) -> CardID? {
    let learning = Stream(interdayLearning, progress.answered(.interdayLearning), isWanted)
    let reviews = Stream(reviews, progress.answered(.review), isWanted)
    let new = Stream(new, progress.answered(.new), isWanted)
    return new.mixed(into: learning.mixed(into: reviews, order.interdayLearning), order.new).first
  }

  func contains(_ card: CardID) -> Bool {
    reviews.contains(card) || new.contains(card) || interdayLearning.contains(card)
  }
}

/// Cards of one kind that come one after the other through the day.
///
/// Of n cards a day, the i-th stands at i/(n + 1) of the way. What was answered today tells how far a kind has come, so mixing needs no
/// memory of its own.
private struct Stream {
  var first: CardID?
  var answered: Int
  var total: Int

  init(_ cards: [CardID], _ answered: Int, _ isWanted: (CardID) -> Bool) {
    first = cards.first(where: isWanted)
    self.answered = answered
    total = answered + cards.count
  }

  func mixed(into other: Stream, _ mixing: QueueOrder.Mixing) -> Stream {
    var result = other
    result.answered += answered
    result.total += total
    guard let first else { return result }
    let comesFirst =
      switch mixing {
      case .first: true
      case .last: other.first == nil
      case .mixed:
        other.first == nil || (answered + 1) * (other.total + 1) < (other.answered + 1) * (total + 1)
      }
    if comesFirst { result.first = first }
    return result
  }
}
