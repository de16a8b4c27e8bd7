import FSRS
import StudyCore
import Testing

struct StudyQueueTests {
  private let now: Moment
  private let today: Day

  init() throws {
    now = try moment("2026-11-24T09:00:00+01:00")
    today = now.studyDay(rolloverHour: 4)
  }

  // MARK: Cards

  private func card(
    _ id: Int, block: Int? = nil, kind: CardKind = .forward, _ phase: CardSchedule.Phase = .new
  ) -> QueuedCard {
    var schedule = CardSchedule()
    schedule.phase = phase
    return QueuedCard(
      id: CardID(Int64(id)), key: key(block ?? id, kind), deck: DeckName("Deck"), schedule: schedule,
      position: block ?? id)
  }

  private func review(_ id: Int, block: Int? = nil, kind: CardKind = .forward, overdue: Int = 0) -> QueuedCard
  {
    card(id, block: block, kind: kind, .review(due: today.adding(-overdue), interval: 10))
  }

  private func learning(_ id: Int, block: Int? = nil, in seconds: Int64) -> QueuedCard {
    card(id, block: block, .learning(step: 0, due: now.timestamp.adding(seconds: seconds)))
  }

  private func queue(
    _ cards: [QueuedCard], seed: UInt64 = 1,
    _ change: (inout SchedulerSettings, inout DayProgress) -> Void = { _, _ in }
  ) -> StudyQueue {
    var settings = SchedulerSettings()
    var progress = DayProgress(day: today)
    change(&settings, &progress)
    return StudyQueue(cards: cards, progress: progress, presets: Presets(general: settings), seed: seed)
  }

  /// The ids in the order in which they come when each card shown is answered for good.
  private func order(_ start: StudyQueue) -> [Int] {
    var queue = start
    var ids: [Int] = []
    while let card = queue.next(at: now) {
      ids.append(Int(card.id.rawValue))
      let kind = card.schedule.queueKind(rolloverHour: 4, utcOffset: now.utcOffset)
      queue.progress.count(kind, of: card.key, in: card.deck)
      queue.remove(card.id)
    }
    return ids
  }

  // MARK: Order

  @Test func learningThenReviewsThenLearningAhead() {
    let cards = [
      review(1), learning(2, in: -5), learning(3, in: -60), learning(4, in: 600), learning(5, in: 1201),
    ]
    let queue = queue(cards)
    #expect(order(queue) == [3, 2, 1, 4])
    #expect(queue.counts(at: now) == .init(new: 0, learning: 4, due: 1))
  }

  @Test func theNextLearningCardIsToldWhenNothingIsLeft() {
    let queue = queue([learning(5, in: 1201), learning(6, in: 5000)])
    #expect(queue.next(at: now) == nil)
    #expect(queue.nextLearning(at: now) == now.timestamp.adding(seconds: 1201))
    #expect(queue.next(at: now.adding(seconds: 1))?.id == CardID(5))
  }

  @Test func reviewsComeByDueDayThenInAnOrderOfTheSeed() {
    let cards = (1...30).map { review($0, overdue: $0 % 3) }
    let first = order(queue(cards, seed: 1))
    #expect(
      first.map { $0 % 3 } == Array(repeating: 2, count: 10) + Array(repeating: 1, count: 10)
        + Array(repeating: 0, count: 10))
    #expect(first == order(queue(cards.shuffled(), seed: 1)), "the order given does not matter")
    #expect(first != order(queue(cards, seed: 2)))
    #expect(first.sorted() == Array(1...30))
  }

  @Test func newCardsComeByPositionMixedInEvenly() {
    let ids = order(queue((1...3).map { card($0) } + (11...19).map { review($0) }))
    let places = ids.indices.filter { ids[$0] < 10 }
    #expect(places.map { ids[$0] } == [1, 2, 3])
    #expect(places == [2, 6, 9])
    #expect(order(queue((1...4).map { card($0) })) == [1, 2, 3, 4])
  }

  @Test func cardsNotDueDoNotCome() {
    var suspended = review(1)
    suspended.schedule.isSuspended = true
    var buried = review(2)
    buried.schedule.buriedUntil = today.adding(1)
    var buriedBefore = review(3)
    buriedBefore.schedule.buriedUntil = today
    let tomorrow = review(4, overdue: -1)
    let afterRollover = learning(5, in: 19 * 3600)
    let queue = queue([suspended, buried, buriedBefore, tomorrow, afterRollover])
    #expect(order(queue) == [3])
    #expect(queue.counts(at: now) == .init(new: 0, learning: 0, due: 1))
    #expect(queue.counts(at: now.adding(seconds: 86_400)) == .init(new: 0, learning: 1, due: 3))
  }

  // MARK: Siblings

  @Test func oneCardOfABlockComesADay() {
    let cards = [
      card(1, block: 1), card(2, block: 1, kind: .reverse), review(3, block: 2),
      review(4, block: 2, kind: .reverse, overdue: 3), card(5, block: 2, kind: .cloze(3)), card(6, block: 3),
    ]
    #expect(order(queue(cards)).sorted() == [1, 4, 6], "the longest overdue review, no new card beside it")
    #expect(queue(cards).counts(at: now) == .init(new: 2, learning: 0, due: 1))
  }

  @Test func siblingsOfAnAnsweredBlockWaitUntilTomorrowUnlessInLearning() {
    let cards = [
      card(1, block: 1), review(2, block: 1, kind: .reverse), learning(3, block: 1, in: -1),
      card(4, block: 4),
    ]
    let queue = queue(cards) { _, progress in
      progress.count(.review, of: key(1, .cloze(9)), in: DeckName("Deck"))
    }
    #expect(order(queue) == [3, 4])
    #expect(queue.counts(at: now.adding(seconds: 86_400)).learning == 1)
  }

  @Test func aCardInLearningKeepsItsSiblingsBack() {
    #expect(order(queue([learning(1, block: 1, in: 7200), card(2, block: 1, kind: .reverse)])) == [])
  }

  // MARK: Skipping

  @Test func skippedCardsWaitUntilNothingElseIsDue() {
    let queue = queue([learning(1, in: -9), review(2), learning(3, in: 300)])
    func next(_ skipped: Int...) -> CardID? {
      queue.next(at: now, skipped: skipped.map { CardID(Int64($0)) })?.id
    }
    #expect(next() == CardID(1))
    #expect(next(1) == CardID(2))
    #expect(next(1, 2) == CardID(1))
    #expect(next(2, 1) == CardID(2))
    #expect(next(3, 2, 1) == CardID(2), "due cards before those ahead of time")
    #expect(next(7) == CardID(1))
  }

  // MARK: Updating

  @Test(arguments: UInt64(1)...20) func updatingEqualsBuildingAfresh(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var cards: [CardID: QueuedCard] = [:]
    var queue = queue([])
    for _ in 0..<300 {
      let id = Int.random(in: 1...40, using: &random)
      let block = id / 2
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        queue.remove(CardID(Int64(id)))
        cards[CardID(Int64(id))] = nil
        continue
      case 1: cards[CardID(Int64(id))] = card(id, block: block)
      case 2:
        cards[CardID(Int64(id))] = learning(id, block: block, in: .random(in: -900...9000, using: &random))
      case 3:
        cards[CardID(Int64(id))] = review(id, block: block, overdue: .random(in: -3...9, using: &random))
      default: cards[CardID(Int64(id))]?.schedule.isSuspended = true
      }
      if let card = cards[CardID(Int64(id))] { queue.update(card) }
      let isSame = queue == self.queue(Array(cards.values))
      #expect(isSame)
    }
  }
}
