import FSRS
import StudyCore
import TestSupport
import Testing

@testable import StudyStore

/// A queue over the candidates against one over every card: they have to show the same cards all day.
struct QueueCandidatesTests {
  private func presets(new: Int = 5, reviews: Int = 7) -> Presets {
    var settings = SchedulerSettings()
    settings.newPerDay = new
    settings.reviewsPerDay = reviews
    return Presets(general: settings)
  }

  /// Notes that were edited since: blocks are in other decks and have other tags, and some are gone.
  private func collection(_ random: inout SplitMix64) throws -> StudyStore {
    let store = try StudyStore.sample(blocks(66, &random))
    try store.edit(blocks(60, &random))
    return store
  }

  private func blocks(_ count: Int, _ random: inout SplitMix64) -> [SampleBlock] {
    let decks = ["AWS", "aws::ECS", "AWSome", "Swift"]
    let tags = ["net", "Net::vpc", "network", "Übung", "übung::x"]
    return (0..<count).map { number in
      SampleBlock("{{c1::a}} {{c2::b}} \(number)", "back \(number)").with {
        $0.noteType = NoteType.stock[[0, 1, 4].randomElement(using: &random) ?? 0]
        $0.deck = DeckName(decks.randomElement(using: &random) ?? "")
        $0.tags = tags.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        $0.isCopy = Int.random(in: 0..<12, using: &random) == 0
        $0.syntax = Bool.random(using: &random) ? .linkQuestion : .block
      }
    }
  }

  /// Days of answers, buries and suspensions, so that cards are in every phase.
  private func study(_ store: StudyStore, _ presets: Presets, _ random: inout SplitMix64) throws -> Moment {
    let cards = try store.cards(matching: CardFilter())
    var now = Moment.sample
    for _ in 0..<120 {
      now = now.adding(seconds: .random(in: 1...20_000, using: &random))
      guard let card = cards.randomElement(using: &random) else { continue }
      let action: LogEntry.Action
      switch Int.random(in: 0..<10, using: &random) {
      case 0: action = .bury(until: now.studyDay(rolloverHour: 4).adding(1))
      case 1: action = .suspend
      case 2: action = .setDue(now.studyDay(rolloverHour: 4))
      default:
        let rating = Rating.allCases.randomElement(using: &random) ?? .good
        let scheduler = presets.scheduler(of: card.deck)
        let outcome = scheduler.outcome(of: rating, for: card.schedule, card: card.key, at: now)
        action = .answer(scheduler.logged(outcome, secondsTaken: 1))
      }
      _ = try store.record(action, of: [card.id], at: now, presets: presets)
    }
    return now
  }

  private func everything(_ store: StudyStore, _ filter: CardFilter) throws -> [QueuedCard] {
    try store.cards(matching: CardFilter()).filter { card in
      guard let content = try store.content(of: card.id) else { return false }
      let inDeck = filter.deck.map { $0.contains(content.deck) } ?? true
      let hasTag = filter.tag.map { wanted in
        content.tags.contains {
          let parts = $0.lowercased().split(separator: "::").map(String.init)
          return parts.starts(with: wanted.lowercased().split(separator: "::").map(String.init))
        }
      }
      return inDeck && hasTag ?? true && filter.cards?.contains(card.id) ?? true
        && (card.isLinkQuestion || !filter.isLinkQuestions)
    }
  }

  private static let filters = [
    CardFilter(), CardFilter(deck: DeckName("aws")), CardFilter(tag: "NET"), CardFilter(tag: "übung"),
    CardFilter(deck: DeckName("AWS::ECS"), tag: "net::vpc"),
    CardFilter(cards: (1...40).map(CardID.init)), CardFilter(deck: DeckName("none")), CardFilter(tag: "none"),
    CardFilter(isLinkQuestions: true), CardFilter(deck: DeckName("aws"), tag: "net", isLinkQuestions: true),
  ]

  @Test(arguments: 1...6, filters)
  func agreesWithTheWholeCollection(seed: UInt64, filter: CardFilter) throws {
    var random = SplitMix64(seed: seed)
    let store = try collection(&random)
    let presets = Presets.sample(&random)
    let end = try study(store, presets, &random)
    #expect(try store.dueLoadsAreTrue())
    for now in [end, end.adding(seconds: 30_000), end.adding(days: 4), end.adding(days: 40)] {
      let progress = try store.dayProgress(on: now.studyDay(rolloverHour: 4), presets: presets)
      let whole = StudyQueue(
        cards: try everything(store, filter), progress: progress, presets: presets, seed: seed)
      let candidates = try store.queueCandidates(
        at: now, progress: progress, presets: presets, filter: filter)
      let bounded = StudyQueue(cards: candidates, progress: progress, presets: presets, seed: seed)
      #expect(bounded.counts(at: now) == whole.counts(at: now))
      #expect(try shown(by: bounded, at: now) == shown(by: whole, at: now))
    }
  }

  @Test(arguments: 1...6, filters)
  func countsAreThoseOfTheWholeCollection(seed: UInt64, filter: CardFilter) throws {
    var random = SplitMix64(seed: seed)
    let store = try collection(&random)
    let now = try study(store, presets(), &random)
    let today = now.studyDay(rolloverHour: 4)
    let all = try everything(store, filter)
    let open = all.filter { !$0.schedule.isSuspended }
    #expect(try store.cards(matching: filter) == all)

    let dueDay = { (card: QueuedCard) -> Day? in
      if case .review(let day, _) = card.schedule.phase { day } else { nil }
    }
    let end = { (card: QueuedCard) -> Timestamp? in
      switch card.schedule.phase {
      case .learning(_, let end), .relearning(_, let end, _): end
      case .new, .review: nil
      }
    }
    let outlook = DueOutlook(
      nextReview: open.compactMap(dueDay).filter { $0 > today }.min(),
      nextLearning: open.compactMap(end).min(), new: open.count { $0.schedule.phase == .new },
      overdue: open.compactMap(dueDay).count { $0 <= today }, hasSuspended: open.count < all.count)
    #expect(try store.dueOutlook(on: today, filter: filter) == outlook)

    var counts: [Day: Int] = [:]
    for card in open {
      let endDay = end(card).map { Moment(timestamp: $0, utcOffset: now.utcOffset).studyDay(rolloverHour: 4) }
      guard let day = dueDay(card) ?? endDay else { continue }
      counts[max(today, day, card.schedule.buriedUntil ?? today), default: 0] += 1
    }
    let days = try store.dueDays(at: now, days: 30, rolloverHour: 4, filter: filter)
    #expect(days == (0..<30).map { DueDay(day: today.adding($0), count: counts[today.adding($0)] ?? 0) })
  }

  /// The cards a session shows when every one is answered well.
  private func shown(by queue: StudyQueue, at start: Moment) throws -> [CardID] {
    var session = ReviewSession(queue: queue)
    var now = start
    var shown: [CardID] = []
    _ = session.handle(.start, at: now)
    while case .question(let card) = session.state, shown.count < 200 {
      shown.append(card.id)
      now = now.adding(seconds: 10)
      _ = session.handle(.reveal, at: now)
      _ = session.handle(.answer(.good, secondsTaken: 10), at: now)
    }
    return shown
  }

  @Test func progressOfADayIsThatOfTheWholeLog() throws {
    var random = SplitMix64(seed: 99)
    let store = try collection(&random)
    let presets = presets()
    let end = try study(store, presets, &random)
    _ = try store.takeBackLast(at: end, presets: presets)
    var entries: [LogEntry] = []
    try store.forEachLogEntry { entries.append($0) }
    let decks = Dictionary(
      uniqueKeysWithValues: try store.cards(matching: CardFilter()).map { ($0.key, $0.deck) })
    for day in (-1...8).map({ end.studyDay(rolloverHour: 4).adding(-$0) }) {
      var progress = DayProgress(day: day)
      for (card, entries) in Dictionary(grouping: entries, by: \.card) {
        progress.count(Replay(scheduler: Scheduler()).steps(of: entries), in: decks[card], rolloverHour: 4)
      }
      #expect(try store.dayProgress(on: day, presets: presets) == progress)
    }
  }

  @Test func twentyNewCardsAreNotTheWholeCollection() throws {
    let store = try StudyStore.sample((0..<500).map { SampleBlock("question \($0)", "answer") })
    let cards = try store.queueCandidates(
      at: .sample, progress: DayProgress(day: Moment.sample.studyDay(rolloverHour: 4)),
      presets: Presets())
    #expect(cards.map(\.id.rawValue) == Array(1...20))
  }

  @Test func cardsThatNobodyWroteTakeTheRoomThatIsLeft() throws {
    let store = try StudyStore.sample(
      (0..<500).map { number in
        SampleBlock("question \(number)", "answer").with { $0.syntax = number < 485 ? .linkQuestion : .block }
      })
    let cards = try store.queueCandidates(
      at: .sample, progress: DayProgress(day: Moment.sample.studyDay(rolloverHour: 4)),
      presets: Presets())
    #expect(cards.map(\.id.rawValue) == Array(486...500) + Array(1...5))
  }

  /// A thousand reviews of ten days, a hundred of each: those of the first two days are enough for 150 of 200.
  @Test func twoHundredReviewsAreNotTheWholeCollection() throws {
    let store = try StudyStore.sample((0..<1000).map { SampleBlock("question \($0)", "answer") })
    let presets = presets(new: 0, reviews: 150)
    let today = Moment.sample.studyDay(rolloverHour: 4)
    for day in 0..<10 {
      let cards = (0..<100).map { CardID(Int64(10 * $0 + day + 1)) }
      _ = try store.record(.setDue(today.adding(-day)), of: cards, at: .sample, presets: presets)
    }
    let cards = try store.queueCandidates(
      at: .sample, progress: DayProgress(day: today), presets: presets)
    #expect(cards.count == 200)
    #expect(Set(cards.map(\.schedule.phase)).count == 2)
  }

  @Test func knownNamesComeFromTheNotes() throws {
    var random = SplitMix64(seed: 5)
    let store = try collection(&random)
    let contents = try store.cards(matching: CardFilter()).compactMap { try store.content(of: $0.id) }
    #expect(Set(try store.deckNames()) == Set(contents.map(\.deck.description)))
    let tags = try store.tagNames()
    #expect(Set(tags.map { $0.lowercased() }) == Set(contents.flatMap(\.tags).map { $0.lowercased() }))
    #expect(tags.count == Set(tags).count)
    for tag in ["net", "NET::VPC", "net/vpc", "ne", "übung", "none"] {
      #expect(try store.hasTag(tag) == tags.contains { CardFilter.tag(tag, contains: $0) })
    }
    _ = try study(store, presets(), &random)
    try store.edit([])
    #expect(try store.dueLoadsAreTrue(), "cards that are gone are not due")
    #expect(try store.deckNames().isEmpty)
    #expect(try store.tagNames().isEmpty)
    #expect(try !store.hasTag("net"))
  }
}
