import StudyCore
import Testing

/// Limits over the deck tree, siblings and orders: Anki's rules (`fsrs.md` §3).
struct QueueRuleTests {
  private let now: Moment
  private let today: Day

  init() throws {
    now = try moment("2026-11-24T09:00:00+01:00")
    today = now.studyDay(rolloverHour: 4)
  }

  // MARK: Cards

  private func new(_ id: Int, in deck: String = "A", block: Int? = nil, kind: CardKind = .forward)
    -> QueuedCard
  {
    QueuedCard(
      id: CardID(Int64(id)), key: key(block ?? id, kind), deck: DeckName(deck), schedule: CardSchedule(),
      position: id)
  }

  private func review(
    _ id: Int, in deck: String = "A", block: Int? = nil, kind: CardKind = .forward, overdue: Int = 0,
    interval: Int = 10, stability: Double = 10
  ) -> QueuedCard {
    var card = new(id, in: deck, block: block, kind: kind)
    card.schedule.phase = .review(due: today.adding(-overdue), interval: interval)
    card.schedule.lastReview = now.timestamp.adding(seconds: -86_400 * Int64(interval + overdue))
    card.schedule.memory = .fsrs6(FSRS6.State(stability: stability, difficulty: Double(id % 10 + 1)))
    return card
  }

  private func interday(_ id: Int, block: Int? = nil) -> QueuedCard {
    var card = review(id, block: block)
    card.schedule.phase = .learning(step: 1, due: today.start(rolloverHour: 4, utcOffset: 3600))
    return card
  }

  private func settings(
    _ new: Int = 20, _ reviews: Int = 200, _ change: (inout SchedulerSettings) -> Void = { _ in }
  )
    -> SchedulerSettings
  {
    var settings = SchedulerSettings()
    settings.model = .fsrs6(FSRS6())
    settings.newPerDay = new
    settings.reviewsPerDay = reviews
    change(&settings)
    return settings
  }

  private func queue(
    _ cards: [QueuedCard], _ presets: Presets, _ answered: [(QueueKind, String)] = []
  ) -> StudyQueue {
    var progress = DayProgress(day: today)
    for (number, (kind, deck)) in answered.enumerated() {
      progress.count(kind, of: key(9000 + number), in: DeckName(deck))
    }
    return StudyQueue(cards: cards, progress: progress, presets: presets, seed: 1)
  }

  private func ids(_ cards: [QueuedCard]) -> [Int] { cards.map { Int($0.id.rawValue) } }

  // MARK: Limits

  @Test func limitsCountWhatWasAnsweredToday() {
    let cards = (1...30).map { new($0) } + (101...250).map { review($0) }
    let presets = Presets(general: settings())
    #expect(queue(cards, presets).counts(at: now) == .init(new: 20, learning: 0, due: 150))
    let answered = Array(repeating: (QueueKind.new, "A"), count: 15)
    let later = queue(cards, presets, answered)
    #expect(later.counts(at: now) == .init(new: 5, learning: 0, due: 150))
    #expect(
      later.counts(at: now.adding(seconds: 86_400)) == .init(new: 20, learning: 0, due: 150), "a new day")
  }

  @Test func newCardsKeepToTheLimitOfReviews() {
    let cards = (1...30).map { new($0) } + (101...109).map { review($0) }
    var presets = Presets(general: settings(20, 12))
    #expect(queue(cards, presets).counts(at: now) == .init(new: 3, learning: 0, due: 9))
    let answered = [(QueueKind.new, "A"), (.interdayLearning, "A"), (.review, "A"), (.learning, "A")]
    #expect(queue(cards, presets, answered).counts(at: now) == .init(new: 0, learning: 0, due: 9))
    presets.general.newIgnoresReviewLimit = true
    #expect(queue(cards, presets, answered).counts(at: now) == .init(new: 19, learning: 0, due: 9))
  }

  @Test func interdayLearningTakesRoomOfReviews() {
    let cards = [interday(1), interday(2)] + (3...9).map { review($0) }
    let queue = queue(cards, Presets(general: settings(20, 5)))
    #expect(queue.counts(at: now) == .init(new: 0, learning: 2, due: 3))
  }

  @Test func aDeckIsCappedByTheDecksAboveIt() {
    let cards = ["A", "A::B", "A::B::C", "D"].enumerated().flatMap { place, deck in
      (1...9).map { new(100 * place + $0, in: deck) }
    }
    let presets = Presets(
      general: settings(4),
      decks: [
        Preset(deck: DeckName("A"), settings: settings(6), ownLimits: [.new]),
        Preset(deck: DeckName("A::B"), settings: settings(5), ownLimits: [.new]),
      ])
    func counts(_ answered: [(QueueKind, String)]) -> [String: Int] {
      Dictionary(grouping: queue(cards, presets, answered).today(at: now).new) { $0.deck.description }
        .mapValues(\.count)
    }
    #expect(counts([]) == ["A": 6, "D": 4], "A has its own limit beside the general one, and comes first")
    #expect(counts(Array(repeating: (.new, "A::B::C"), count: 2)) == ["A": 4, "D": 4])
    var onlyBelow = presets
    onlyBelow.general.order.gathering = .positionDescending
    let below = StudyQueue(
      cards: cards, progress: DayProgress(day: today), presets: onlyBelow, seed: 1
    ).today(at: now).new
    #expect(ids(below) == [309, 308, 307, 306, 209, 208, 207, 206, 205, 9], "five of A::B, one more of A")
  }

  @Test func limitsAskedForStandInPlaceOfThoseOfDecks() {
    let cards = (1...9).map { new($0, in: "A") } + (11...19).map { new($0, in: "D") }
    let presets = Presets(
      general: settings(4), decks: [Preset(deck: DeckName("A"), settings: settings(0), ownLimits: [.new])])
    #expect(queue(cards, presets).counts(at: now).new == 4)
    #expect(ids(queue(cards, presets.limiting(.new, to: 7)).today(at: now).new) == Array(1...7))
  }

  // MARK: Siblings

  @Test func eachKindOfSiblingWaitsByItsOwnSwitch() {
    let cards = [
      interday(1, block: 1), review(2, block: 1, kind: .reverse), new(3, block: 1, kind: .cloze(3)),
      review(4, block: 1, kind: .cloze(4)), new(5, block: 1, kind: .cloze(5)),
    ]
    func taken(_ buried: Set<QueueKind>) -> [Int] {
      let today = queue(cards, Presets(general: settings { $0.buriedSiblings = buried })).today(at: now)
      return ids(today.learning + today.due + today.new).sorted()
    }
    #expect(taken([.interdayLearning, .review, .new]) == [1])
    #expect(taken([.review]) == [1, 3, 5])
    #expect(taken([.new]) == [1, 2, 4])
    #expect(taken([]) == [1, 2, 3, 4, 5])
  }

  /// An answer holds back siblings of its own kind and of those that are gathered later.
  @Test(arguments: [(QueueKind.new, [1, 2]), (.review, [1]), (.interdayLearning, []), (.learning, [])])
  func anAnswerHoldsBackWhatIsGatheredLater(kind: QueueKind, left: [Int]) {
    let cards = [interday(1, block: 1), review(2, block: 2), new(3, block: 3)]
    var progress = DayProgress(day: today)
    for block in 1...3 { progress.count(kind, of: key(block, .cloze(9)), in: DeckName("A")) }
    let queue = StudyQueue(cards: cards, progress: progress, presets: Presets(general: settings()), seed: 1)
    let plan = queue.today(at: now)
    #expect(ids(plan.learning + plan.due + plan.new) == left)
  }

  @Test func aCardIsNoSiblingOfItself() {
    var progress = DayProgress(day: today)
    progress.count(.new, of: key(1), in: DeckName("A"))
    let queue = StudyQueue(
      cards: [review(1)], progress: progress, presets: Presets(general: settings()), seed: 1)
    #expect(queue.next(at: now)?.id == CardID(1), "answered today, and set to be due today")
  }

  @Test func decksDecideAboutTheirOwnSiblings() {
    let cards = [
      review(1, in: "A", block: 1), review(2, in: "A", block: 1, kind: .reverse),
      review(3, in: "B", block: 2), review(4, in: "B", block: 2, kind: .reverse),
    ]
    let presets = Presets(
      general: settings(),
      decks: [Preset(deck: DeckName("B"), settings: settings { $0.buriedSiblings = [] })])
    #expect(ids(queue(cards, presets).today(at: now).due).sorted() == [1, 3, 4])
  }

  // MARK: Orders

  @Test(arguments: QueueOrder.Gathering.allCases, QueueOrder.Sorting.allCases)
  func cardsThatNobodyWroteComeAfterThoseThatSomebodyDid(
    _ gathering: QueueOrder.Gathering, _ sorting: QueueOrder.Sorting
  ) {
    let cards = (1...12).map { number -> QueuedCard in
      let kind: CardKind = number % 3 == 0 ? .reverse : .forward
      var card = new(number, in: ["A", "B"][number % 2], kind: kind)
      card.isLinkQuestion = number % 4 != 0
      return card
    }
    let presets = Presets(
      general: settings(5) {
        $0.order.gathering = gathering
        $0.order.sorting = sorting
      })
    let today = queue(cards, presets).today(at: now).new
    #expect(today.map(\.isLinkQuestion) == [false, false, false, true, true])
  }

  @Test(arguments: [
    (QueueOrder.Reviews.due, [3, 1, 2, 4]), (.deckThenDue, [4, 3, 1, 2]), (.dueThenDeck, [3, 4, 1, 2]),
    (.interval, [4, 1, 3, 2]), (.intervalDescending, [2, 3, 1, 4]), (.difficulty, [1, 2, 3, 4]),
    (.difficultyDescending, [4, 3, 2, 1]), (.added, [1, 2, 3, 4]), (.addedDescending, [4, 3, 2, 1]),
    (.retrievability, [3, 1, 4, 2]), (.retrievabilityDescending, [2, 4, 1, 3]), (.overdueness, [3, 1, 4, 2]),
  ])
  func reviewsComeInTheOrderWanted(order: QueueOrder.Reviews, wanted: [Int]) {
    // Elapsed over stability: 1.25, 0.35, 2.9, 1.
    let cards = [
      review(1, in: "C", overdue: 5, interval: 20, stability: 20),
      review(2, in: "D", overdue: 5, interval: 30, stability: 100),
      review(3, in: "B", overdue: 9, interval: 20, stability: 10),
      review(4, in: "A", overdue: 5, interval: 3, stability: 8),
    ]
    let presets = Presets(general: settings { $0.order.reviews = order })
    let shown = ids(queue(cards, presets).today(at: now).due)
    if order == .due {
      #expect(shown.first == 3 && shown.sorted() == [1, 2, 3, 4], "within a day as the seed decides")
    } else {
      #expect(shown == wanted)
    }
  }

  @Test(arguments: [
    (QueueOrder.Gathering.position, QueueOrder.Sorting.gathered, [1, 2, 3, 4]),
    (.positionDescending, .gathered, [6, 5, 4, 3]), (.deck, .gathered, [2, 4, 6, 1]),
    (.position, .cardType, [1, 3, 2, 4]),
  ])
  func newCardsComeInTheOrderWanted(
    gathering: QueueOrder.Gathering, sorting: QueueOrder.Sorting, wanted: [Int]
  ) {
    let cards = (1...6).map {
      new($0, in: $0.isMultiple(of: 2) ? "A" : "B", kind: $0.isMultiple(of: 2) ? .reverse : .forward)
    }
    let presets = Presets(
      general: settings(4) {
        $0.order.gathering = gathering
        $0.order.sorting = sorting
      })
    #expect(ids(queue(cards, presets).today(at: now).new) == wanted)
  }

  @Test func randomNotesKeepTheCardsOfANoteTogetherAndRandomCardsDoNot() {
    let cards = (0..<40).map { new($0, block: $0 / 2, kind: $0.isMultiple(of: 2) ? .forward : .reverse) }
    func gathered(_ gathering: QueueOrder.Gathering) -> [Int] {
      let presets = Presets(
        general: settings(40) {
          $0.order.gathering = gathering
          $0.buriedSiblings = []
        })
      return ids(queue(cards, presets).today(at: now).new)
    }
    let notes = gathered(.randomNotes)
    #expect(notes != Array(0..<40) && notes.sorted() == Array(0..<40))
    #expect(stride(from: 0, to: 40, by: 2).allSatisfy { notes[$0] + 1 == notes[$0 + 1] })
    let single = gathered(.randomCards)
    #expect(single.sorted() == Array(0..<40))
    #expect(stride(from: 0, to: 40, by: 2).contains { single[$0] / 2 != single[$0 + 1] / 2 })
  }

  @Test(arguments: QueueOrder.Mixing.allCases, QueueOrder.Mixing.allCases)
  func newCardsAndInterdayLearningAreMixedAsWanted(new: QueueOrder.Mixing, interday: QueueOrder.Mixing) {
    let cards =
      (1...3).map { self.new($0) } + (11...13).map { self.interday($0) } + (21...27).map { review($0) }
    let presets = Presets(
      general: settings {
        $0.order.new = new
        $0.order.interdayLearning = interday
      })
    var queue = queue(cards, presets)
    var kinds = ""
    while let card = queue.next(at: now) {
      let kind = card.schedule.queueKind(rolloverHour: 4, utcOffset: 3600)
      kinds += kind == .new ? "n" : kind == .review ? "r" : "i"
      queue.progress.count(kind, of: card.key, in: card.deck)
      queue.remove(card.id)
    }
    let withoutNew = kinds.filter { $0 != "n" }
    switch interday {
    case .first: #expect(withoutNew == "iiirrrrrrr")
    case .last: #expect(withoutNew == "rrrrrrriii")
    case .mixed: #expect(withoutNew == "rrirrirrir" || withoutNew == "rirrirrirr")
    }
    switch new {
    case .first: #expect(kinds.hasPrefix("nnn"))
    case .last: #expect(kinds.hasSuffix("nnn"))
    case .mixed: #expect(kinds.filter { $0 == "n" }.count == 3 && !kinds.contains("nn"))
    }
  }
}
