import FSRS
import Testing

@testable import StudyCore

/// A cram: which card comes, and that everything can be taken back.
struct CramSessionTests {
  private let now: Moment

  init() throws { now = try moment("2026-11-24T20:00:00+01:00") }

  /// Cards of every phase; `change` makes one of them another.
  private func cards(_ count: Int, _ change: (inout QueuedCard) -> Void = { _ in }) -> [QueuedCard] {
    let today = now.studyDay(rolloverHour: 4)
    return (0..<count).map { number in
      var schedule = CardSchedule()
      switch number % 3 {
      case 0: schedule.phase = .review(due: today.adding(number - 3), interval: 9)
      case 1: schedule.phase = .learning(step: 0, due: now.timestamp.adding(seconds: 600))
      default: break
      }
      var card = QueuedCard(
        id: CardID(Int64(number)), key: key(number / 2, number.isMultiple(of: 2) ? .forward : .reverse),
        deck: DeckName("A"), schedule: schedule, position: number)
      change(&card)
      return card
    }
  }

  private func cram(_ cards: [QueuedCard], seed: UInt64 = 1) -> CramSession {
    var session = CramSession(cards: cards, presets: Presets(), seed: seed, at: now)
    _ = session.handle(.start, at: now)
    return session
  }

  private func shown(_ session: CramSession) -> QueuedCard? {
    switch session.state {
    case .question(let card), .answer(let card, _): card
    case .idle, .resting, .ended: nil
    }
  }

  private func answer(_ rating: Rating, _ session: inout CramSession) {
    #expect(!session.handle(.reveal, at: now).isEmpty)
    _ = session.handle(.answer(rating, secondsTaken: 2), at: now)
  }

  /// The cards in the order in which they come, all known at once.
  private func order(_ cards: [QueuedCard], seed: UInt64 = 1) -> [CardID] {
    var session = cram(cards, seed: seed)
    var order: [CardID] = []
    while let card = shown(session) {
      order.append(card.id)
      answer(.good, &session)
    }
    return order
  }

  @Test func `all cards come once, in an order that the seed decides`() {
    let order = order(cards(30))
    #expect(Set(order).count == 30 && order.count == 30)
    #expect(order != order.sorted { $0.rawValue < $1.rawValue })
    #expect(self.order(cards(30).reversed()) == order)
    #expect(self.order(cards(30), seed: 2) != order)
  }

  @Test func `suspended and buried cards do not come`() {
    let tomorrow = now.studyDay(rolloverHour: 4).adding(1)
    let order = order(
      cards(9) { card in
        if card.id == CardID(3) { card.schedule.isSuspended = true }
        if card.id == CardID(4) { card.schedule.buriedUntil = tomorrow }
        if card.id == CardID(5) { card.schedule.buriedUntil = tomorrow.adding(-1) }
      })
    #expect(Set(order) == Set([0, 1, 2, 5, 6, 7, 8].map(CardID.init)))
  }

  @Test(arguments: [("again", 5 as Int?, 10), ("hard", 9, 10), ("good", nil, 9), ("easy", nil, 9)])
  func `what was not known comes again`(rating: String, others: Int?, left: Int) throws {
    var session = cram(cards(10))
    let first = try #require(shown(session))
    answer(try #require(Rating(name: rating)), &session)
    #expect(session.left == left)
    var between = 0
    while let card = shown(session), card.id != first.id {
      between += 1
      answer(.good, &session)
    }
    #expect(shown(session)?.id == (others == nil ? nil : first.id))
    #expect(between == others ?? 9)
  }

  @Test func `a card alone comes again at once, and knowing it ends the cram`() {
    var session = cram(cards(1))
    answer(.again, &session)
    #expect(shown(session)?.id == CardID(0))
    answer(.hard, &session)
    #expect(shown(session)?.id == CardID(0))
    answer(.easy, &session)
    #expect(session.state == .resting(nextLearning: nil))
    #expect(session.summary.answers == 3 && session.summary.again == 1)
  }

  @Test func `nothing is recorded of an answer, and no button has an interval`() {
    var session = cram(cards(6))
    for rating in Rating.allCases {
      guard case .showAnswer(_, nil) = session.handle(.reveal, at: now).first else {
        Issue.record("the answer was not shown bare")
        return
      }
      for effect in session.handle(.answer(rating, secondsTaken: 2), at: now) {
        guard case .showQuestion = effect else {
          Issue.record("\(rating) has the effect \(effect)")
          return
        }
      }
    }
  }

  /// Answers, other acts and undos at random: taking back what is left leads to the beginning, each step to what was before it.
  @Test(arguments: 1...20) func `undo is the exact inverse`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let all = cards(12)
    var session = cram(all, seed: seed)
    var before: [CramSession] = []
    for _ in 0..<60 {
      guard let card = shown(session) else { break }
      let earlier = session
      switch Int.random(in: 0..<10, using: &random) {
      case 0: _ = session.handle(.bury(), at: now)
      case 1: _ = session.handle(.suspend(), at: now)
      case 2:
        let siblings = all.filter { $0.key.block == card.key.block && $0.id != card.id }
        _ = session.handle(.suspend(siblings: siblings), at: now)
      case 3: _ = session.handle(.flag(4), at: now)
      case 4 where session.undoCount > 0:
        _ = session.handle(.undo, at: now)
        let isRestored = session == before.popLast()
        #expect(isRestored)
        continue
      default: answer(Rating.allCases.randomElement(using: &random) ?? .good, &session)
      }
      before.append(earlier)
    }
    for earlier in before.reversed() {
      _ = session.handle(.undo, at: now)
      let isRestored = session == earlier
      #expect(isRestored)
    }
    #expect(session.undoCount == 0)
  }

  @Test func `what is done to a card besides is recorded, and taken back`() throws {
    var session = cram(cards(6))
    let first = try #require(shown(session))
    var flagged = first
    flagged.schedule.flag = 3
    #expect(session.handle(.flag(3), at: now) == [.record(.init(card: flagged, action: .flag(3)))])
    #expect(shown(session) == flagged)
    let effects = session.handle(.suspend(), at: now)
    guard case .record(let change) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(change.action == .suspend && change.card.schedule.isSuspended && session.left == 5)
    #expect(session.handle(.undo, at: now).first == .takeBack(.init(card: flagged, action: .suspend)))
    #expect(session.handle(.undo, at: now).first == .takeBack(.init(card: first, action: .flag(3))))
    #expect(session.left == 6 && shown(session) == first)
  }

  @Test func `cards that are asked for come first, and those that are gone do not come`() throws {
    let all = cards(8)
    var session = cram(Array(all.prefix(6)))
    let first = try #require(shown(session))
    _ = session.handle(.ask([all[6], all[7]]), at: now)
    #expect(session.left == 8 && shown(session)?.id == CardID(6))
    _ = session.handle(.cardGone(CardID(6)), at: now)
    #expect(shown(session)?.id == CardID(7))
    var changed = all[7]
    changed.schedule.isSuspended = true
    _ = session.handle(.cardChanged(changed), at: now)
    #expect(shown(session)?.id == first.id && session.left == 6)
    _ = session.handle(.cardChanged(all[6]), at: now)
    #expect(session.left == 6, "what is no part of the cram does not join it")
    _ = session.handle(.skip, at: now)
    #expect(shown(session)?.id != first.id && session.left == 6)
  }
}
