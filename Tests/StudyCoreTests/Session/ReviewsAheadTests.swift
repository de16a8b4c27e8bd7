import FSRS
import StudyCore
import Testing

/// Reviews that come ahead of their days, after what is due today.
struct ReviewsAheadTests {
  private let now: Moment
  private let today: Day

  init() throws {
    now = try moment("2026-11-24T20:00:00+01:00")
    today = now.studyDay(rolloverHour: 4)
  }

  private func card(_ number: Int, block: Int? = nil, _ phase: CardSchedule.Phase) -> QueuedCard {
    var schedule = CardSchedule()
    schedule.phase = phase
    return QueuedCard(
      id: CardID(Int64(number)), key: key(block ?? number, block == nil ? .forward : .reverse),
      deck: DeckName("A"), schedule: schedule, position: number)
  }

  private func review(_ number: Int, block: Int? = nil, inDays days: Int) -> QueuedCard {
    card(number, block: block, .review(due: today.adding(days), interval: 10))
  }

  private func session(
    _ cards: [QueuedCard], days: Int, reviewsPerDay: Int = 200, seed: UInt64 = 1,
    _ change: (inout SchedulerSettings) -> Void = { _ in }
  ) -> ReviewSession {
    var settings = SchedulerSettings()
    settings.reviewsPerDay = reviewsPerDay
    change(&settings)
    let queue = StudyQueue(
      cards: cards, progress: DayProgress(day: today), presets: Presets(general: settings), seed: seed)
    let ahead = ReviewsAhead(cards: cards.reversed(), until: today.adding(days), seed: seed)
    var session = ReviewSession(queue: queue, ahead: ahead)
    _ = session.handle(.start, at: now)
    return session
  }

  private func shown(_ session: ReviewSession) -> Int64? {
    switch session.state {
    case .question(let card), .answer(let card, _): card.id.rawValue
    case .idle, .resting, .ended: nil
    }
  }

  private func answer(_ rating: Rating, _ session: inout ReviewSession, at now: Moment) {
    _ = session.handle(.reveal, at: now)
    _ = session.handle(.answer(rating, secondsTaken: 2), at: now)
  }

  /// The cards in the order in which they come, each answered with Easy.
  private func order(_ session: ReviewSession) -> [Int64] {
    var session = session
    var order: [Int64] = []
    while let card = shown(session) {
      let left = session.counts(at: now)
      #expect(left.new + left.learning + left.due >= 1)
      order.append(card)
      answer(.easy, &session, at: now)
    }
    let left = session.counts(at: now)
    #expect(left == StudyQueue.Counts(new: 0, learning: 0, due: 0))
    return order
  }

  @Test func `they come after today's cards, by their days`() {
    let cards = [
      review(1, inDays: 3), review(2, inDays: 1), review(3, inDays: 0), card(4, .new),
      review(5, inDays: 2), review(6, inDays: 4),
    ]
    #expect(Set(order(session(cards, days: 3)).prefix(2)) == [3, 4])
    #expect(order(session(cards, days: 3)).dropFirst(2) == [2, 5, 1])
    #expect(session(cards, days: 3).counts(at: now) == .init(new: 1, learning: 0, due: 4))
    #expect(order(session(cards, days: 1)).dropFirst(2) == [2])
  }

  @Test func `the limit of the day does not hold them back, nor what it left over`() {
    let cards = (1...6).map { review($0, inDays: $0 - 4) }
    #expect(order(session(cards, days: 2, reviewsPerDay: 2)) == [1, 2, 3, 4, 5, 6])
    #expect(order(session(cards, days: 1, reviewsPerDay: 0)) == [1, 2, 3, 4, 5])
  }

  @Test func `of each block one card comes`() {
    let cards = [
      review(1, inDays: 0), review(2, block: 1, inDays: 1), review(3, inDays: 2),
      review(4, block: 3, inDays: 2),
      card(5, .new), review(6, block: 5, inDays: 1),
    ]
    let order = order(session(cards, days: 5))
    #expect(Set(order.prefix(2)) == [1, 5])
    #expect(order.dropFirst(2) == [3])
    let together = self.order(session(cards, days: 5) { $0.buriedSiblings = [] })
    #expect(Set(together) == Set(1...6), "where siblings of reviews need not wait")
  }

  @Test func `within a day the seed decides`() {
    let cards = (1...20).map { review($0, inDays: 2) }
    let order = order(session(cards, days: 2))
    #expect(order.sorted() == Array(1...20))
    #expect(order != order.sorted())
    #expect(self.order(session(cards.reversed(), days: 2)) == order)
    #expect(self.order(session(cards, days: 2, seed: 9)) != order)
  }

  /// A card in learning may come early when nothing else is left; these are something else.
  @Test func `a forgotten card waits for its step while others come`() {
    var session = session([review(1, inDays: 0), review(2, inDays: 1), review(3, inDays: 1)], days: 1)
    answer(.again, &session, at: now)
    let second = shown(session)
    #expect(second == 2 || second == 3)
    answer(.easy, &session, at: now)
    #expect(shown(session) == (second == 2 ? 3 : 2))
    let later = now.adding(seconds: 700)
    answer(.easy, &session, at: later)
    #expect(shown(session) == 1)
  }

  @Test func `a skipped card comes after the others`() {
    var session = session([review(1, inDays: 1), review(2, inDays: 2), review(3, inDays: 3)], days: 3)
    #expect(shown(session) == 1)
    _ = session.handle(.skip, at: now)
    #expect(order(session) == [2, 3, 1])
  }

  @Test func `what is suspended or put off does not come`() {
    var session = session([review(1, inDays: 1), review(2, inDays: 2), review(3, inDays: 3)], days: 3)
    _ = session.handle(.bury(), at: now)
    #expect(shown(session) == 2)
    _ = session.handle(.suspend(), at: now)
    #expect(order(session) == [3])
  }

  @Test(arguments: 1...8) func `undo is the exact inverse`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let cards = (1...24).map { number in
      number % 5 == 0
        ? card(number, .new)
        : review(
          number, block: number % 3 == 0 ? number - 1 : nil, inDays: .random(in: -3...5, using: &random))
    }
    let known = cards.map { card in
      var card = card
      card.siblingDays = cards.filter { $0.key.block == card.key.block && $0.id != card.id }
        .compactMap(\.schedule.loadedDay).sorted()
      return card
    }
    var session = session(known, days: 4, reviewsPerDay: 3, seed: seed)
    var before: [ReviewSession] = []
    while shown(session) != nil, before.count < 40 {
      if Int.random(in: 0..<5, using: &random) == 0 { _ = session.handle(.skip, at: now) }
      before.append(session)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: _ = session.handle(.bury(), at: now)
      case 1: _ = session.handle(.suspend(), at: now)
      default: answer(Rating.allCases.randomElement(using: &random) ?? .good, &session, at: now)
      }
    }
    #expect(before.count > 10)
    for earlier in before.reversed() {
      _ = session.handle(.undo, at: now)
      let isRestored = session == earlier
      #expect(isRestored)
    }
  }
}
