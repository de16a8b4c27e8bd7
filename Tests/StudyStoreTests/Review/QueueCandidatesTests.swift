import FSRS
import StudyCore
import StudyStore
import TestSupport
import Testing

/// A queue over the candidates against one over every card: they have to show the same cards all day.
struct QueueCandidatesTests {
  private var settings: SchedulerSettings {
    var settings = SchedulerSettings()
    settings.newPerDay = 5
    settings.reviewsPerDay = 7
    return settings
  }

  private func collection(_ random: inout SplitMix64) throws -> StudyStore {
    let decks = ["AWS", "aws::ECS", "AWSome", "Swift"]
    let tags = ["net", "Net::vpc", "network", "Übung", "übung::x"]
    return try StudyStore.sample(
      (0..<60).map { number in
        SampleBlock("{{c1::a}} {{c2::b}} \(number)", "back \(number)").with {
          $0.noteType = NoteType.stock[[0, 1, 4].randomElement(using: &random) ?? 0]
          $0.deck = DeckName(decks.randomElement(using: &random) ?? "")
          $0.tags = tags.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
          $0.isCopy = Int.random(in: 0..<12, using: &random) == 0
        }
      })
  }

  /// Days of answers, buries and suspensions, so that cards are in every phase.
  private func study(_ store: StudyStore, _ scheduler: Scheduler, _ random: inout SplitMix64) throws -> Moment
  {
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
        let outcome = scheduler.outcome(of: rating, for: card.schedule, card: card.key, at: now)
        action = .answer(scheduler.logged(outcome, secondsTaken: 1))
      }
      _ = try store.record(action, of: [card.id], at: now, scheduler: scheduler)
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
    }
  }

  @Test(
    arguments: 1...4,
    [
      CardFilter(), CardFilter(deck: DeckName("aws")), CardFilter(tag: "NET"), CardFilter(tag: "übung"),
      CardFilter(deck: DeckName("AWS::ECS"), tag: "net::vpc"),
      CardFilter(cards: (1...40).map(CardID.init)), CardFilter(deck: DeckName("none")),
    ])
  func agreesWithTheWholeCollection(seed: UInt64, filter: CardFilter) throws {
    var random = SplitMix64(seed: seed)
    let store = try collection(&random)
    let scheduler = Scheduler(settings: settings)
    let end = try study(store, scheduler, &random)
    for now in [end, end.adding(seconds: 30_000), end.adding(days: 4)] {
      let progress = try store.dayProgress(on: now.studyDay(rolloverHour: 4), scheduler: scheduler)
      let whole = StudyQueue(
        cards: try everything(store, filter), progress: progress, settings: settings, seed: seed)
      let candidates = try store.queueCandidates(
        at: now, progress: progress, settings: settings, filter: filter)
      let bounded = StudyQueue(cards: candidates, progress: progress, settings: settings, seed: seed)
      #expect(bounded.counts(at: now) == whole.counts(at: now))
      #expect(try shown(by: bounded, at: now) == shown(by: whole, at: now))
    }
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
    let scheduler = Scheduler(settings: settings)
    let end = try study(store, scheduler, &random)
    _ = try store.takeBackLast(at: end, scheduler: scheduler)
    var entries: [LogEntry] = []
    try store.forEachLogEntry { entries.append($0) }
    let steps = Dictionary(grouping: entries, by: \.card).values
      .flatMap { Replay(scheduler: scheduler).steps(of: $0) }
    for day in (-1...8).map({ end.studyDay(rolloverHour: 4).adding(-$0) }) {
      #expect(try store.dayProgress(on: day, scheduler: scheduler) == DayProgress(day: day, steps: steps))
    }
  }

  @Test func twentyNewCardsAreNotTheWholeCollection() throws {
    let store = try StudyStore.sample((0..<500).map { SampleBlock("question \($0)", "answer") })
    let cards = try store.queueCandidates(
      at: .sample, progress: DayProgress(day: Moment.sample.studyDay(rolloverHour: 4)),
      settings: SchedulerSettings())
    #expect(cards.map(\.id.rawValue) == Array(1...20))
  }
}
