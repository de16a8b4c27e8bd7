import Foundation
import StudyCore
import Testing

/// The cards of one day as the real Anki 26.9.3 shows them, in random collections of four nested decks with limits and sibling
/// switches of their own (`Tests/Scripts/anki_queues.py`): first the whole day in its order, then what is left after some answers.
struct AnkiQueueTests {
  private struct Case: Decodable {
    struct Deck: Decodable {
      var name: String
      var newPerDay, reviewsPerDay: Int
      var buryNew, buryReviews, buryInterday: Bool
    }
    struct Card: Decodable {
      var note, ordinal, deck: Int
      var kind: String
      var interval: Int

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        note = try values.decode(Int.self)
        ordinal = try values.decode(Int.self)
        deck = try values.decode(Int.self)
        kind = try values.decode(String.self)
        interval = try values.decode(Int.self)
      }
    }
    struct Shown: Decodable {
      /// Places in the list of cards.
      var cards: [Int]
      var new, learning, due: Int
    }

    var seed: Int
    var ignores: Bool
    var decks: [Deck]
    var cards: [Card]
    var gathering, sorting, reviews, new, interday: String
    var queue, after: Shown
    var answered: [Int]
  }

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/anki-queues.jsonl")

  private let now: Moment
  private let today: Day
  private let cases: [Case]

  init() throws {
    now = try moment("2026-11-24T09:00:00+01:00")
    today = now.studyDay(rolloverHour: 4)
    cases = try Data(contentsOf: AnkiQueueTests.file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Case.self, from: Data($0))
    }
  }

  private func presets(_ wanted: Case) throws -> Presets {
    var general = SchedulerSettings()
    general.newIgnoresReviewLimit = wanted.ignores
    general.order.gathering = try #require(QueueOrder.Gathering(rawValue: wanted.gathering))
    general.order.sorting = try #require(QueueOrder.Sorting(rawValue: wanted.sorting))
    general.order.reviews = try #require(QueueOrder.Reviews(rawValue: wanted.reviews))
    general.order.new = try #require(QueueOrder.Mixing(rawValue: wanted.new))
    general.order.interdayLearning = try #require(QueueOrder.Mixing(rawValue: wanted.interday))
    return Presets(
      general: general,
      decks: wanted.decks.map { deck in
        var settings = general
        (settings.newPerDay, settings.reviewsPerDay) = (deck.newPerDay, deck.reviewsPerDay)
        settings.buriedSiblings = []
        if deck.buryNew { settings.buriedSiblings.insert(.new) }
        if deck.buryReviews { settings.buriedSiblings.insert(.review) }
        if deck.buryInterday { settings.buriedSiblings.insert(.interdayLearning) }
        return Preset(
          deck: DeckName(deck.name), settings: settings, ownLimits: Set(DailyLimit.allCases))
      })
  }

  private func cards(_ wanted: Case) -> [QueuedCard] {
    var interday = 0
    return wanted.cards.enumerated().map { place, card in
      var schedule = CardSchedule()
      schedule.lastReview = now.timestamp.adding(seconds: -100 * 86_400)
      switch card.kind {
      case "review": schedule.phase = .review(due: today, interval: card.interval)
      case "later": schedule.phase = .review(due: today.adding(5), interval: card.interval)
      case "interday":
        let due = today.adding(-interday).start(rolloverHour: 4, utcOffset: now.utcOffset)
        interday += 1
        schedule.phase = .relearning(step: 1, due: due, interval: card.interval)
      case "learning":
        schedule.lastReview = now.timestamp.adding(seconds: -1000)
        schedule.phase = .learning(step: 1, due: now.timestamp.adding(seconds: Int64(place) - 200))
      default: schedule = CardSchedule()
      }
      return QueuedCard(
        id: CardID(Int64(place)), key: key(card.note, .cloze(card.ordinal + 1)),
        deck: DeckName(wanted.decks[card.deck].name), schedule: schedule, position: card.note)
    }
  }

  private func kind(_ card: QueuedCard) -> QueueKind {
    card.schedule.queueKind(rolloverHour: 4, utcOffset: now.utcOffset)
  }

  /// Each card shown is answered for good.
  private func order(_ start: StudyQueue) -> [Int] {
    var queue = start
    var ids: [Int] = []
    while let card = queue.next(at: now) {
      ids.append(Int(card.id.rawValue))
      // Its siblings are those of a day on which nothing was answered: Anki made its list at once.
      queue.progress.count(kind(card), of: key(10_000 + ids.count), in: DeckName("elsewhere"))
      queue.remove(card.id)
    }
    return ids
  }

  @Test func theDayIsThatOfAnki() throws {
    #expect(cases.count == 60)
    for wanted in cases {
      let queue = StudyQueue(
        cards: cards(wanted), progress: DayProgress(day: today), presets: try presets(wanted), seed: 1)
      let day = queue.today(at: now)
      let counts = StudyQueue.Counts(
        new: wanted.queue.new, learning: wanted.queue.learning, due: wanted.queue.due)
      #expect(queue.counts(at: now) == counts, "case \(wanted.seed)")
      let ours = Set((day.new + day.learning + day.due).map { Int($0.id.rawValue) })
      #expect(ours == Set(wanted.queue.cards), "case \(wanted.seed)")
    }
  }

  @Test func theOrderOfTheDayIsThatOfAnki() throws {
    for wanted in cases {
      let all = cards(wanted)
      let taken = Set(wanted.queue.cards)
      // Limits and siblings have been compared; here nothing but the order of the same cards is.
      var presets = Presets(general: try presets(wanted).general)
      presets.general.buriedSiblings = []
      (presets.general.newPerDay, presets.general.reviewsPerDay) = (9999, 9999)
      let queue = StudyQueue(
        cards: all.enumerated().filter { taken.contains($0.offset) }.map(\.element),
        progress: DayProgress(day: today), presets: presets, seed: 1)
      #expect(order(queue) == wanted.queue.cards, "case \(wanted.seed)")
    }
  }

  @Test func afterAnswersLimitsAndSiblingsAreThoseOfAnki() throws {
    for wanted in cases {
      let all = cards(wanted)
      var progress = DayProgress(day: today)
      for place in wanted.answered {
        progress.count(kind(all[place]), of: all[place].key, in: all[place].deck)
      }
      let answered = Set(wanted.answered)
      let queue = StudyQueue(
        cards: all.enumerated().filter { !answered.contains($0.offset) }.map(\.element),
        progress: progress, presets: try presets(wanted), seed: 1)
      let day = queue.today(at: now)
      let ours = Set((day.new + day.learning + day.due).map { Int($0.id.rawValue) })
      #expect(ours == Set(wanted.after.cards), "case \(wanted.seed)")
    }
  }
}
