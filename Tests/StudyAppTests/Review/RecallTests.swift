import StudyApp
import StudyCore
import StudyStore
import TestSupport
import Testing

/// A deck has another memory model than before, or a card another deck: what is remembered is computed anew from the log.
struct RecallTests {
  private func presets(_ deck: String) -> Presets {
    var settings = SchedulerSettings()
    settings.model = .fsrs6(FSRS6())
    return Presets(decks: [Preset(deck: DeckName(deck), settings: settings)])
  }

  /// Cards of two decks, each answered on some days under FSRS-7.
  private func collection(_ count: Int) throws -> StudyStore {
    let store = try StudyStore.sample(
      (0..<count).map { number in
        SampleBlock("question \(number)", "answer").with {
          $0.deck = DeckName(number.isMultiple(of: 2) ? "A::B" : "C")
          $0.isCopy = number == 2
        }
      })
    let service = ReviewService(store: store, seed: 1)
    for day in 0..<3 {
      for card in 1...count where (card + day) % 3 > 0 {
        let rating = Rating.allCases[(card * 7 + day) % 4]
        _ = try service.answer(
          CardID(Int64(card)), rating, secondsTaken: 1, at: Moment.sample.adding(days: day * card % 40))
      }
    }
    return store
  }

  private func expectReplayed(_ store: StudyStore, _ presets: Presets) throws {
    let copies = try store.copies()
    for card in try store.cards(matching: CardFilter()) {
      var start = CardSchedule()
      start.isSuspended = copies.contains(card.key.block)
      let replay = Replay(scheduler: presets.scheduler(of: card.deck), start: start)
      #expect(replay.schedule(of: try store.logEntries(of: card.key)) == card.schedule)
    }
  }

  @Test(arguments: [20, 600]) func onlyCardsOfTheDeckAreComputedAnew(count: Int) throws {
    let store = try collection(count)
    let before = try store.cards(matching: CardFilter())
    let presets = presets("A")
    let changed = try store.recallAnew(presets: presets)
    #expect(changed == before.count { $0.deck == DeckName("A::B") && $0.schedule.memory != nil })
    #expect(changed > count / 3)
    try expectReplayed(store, presets)
    let after = try store.cards(matching: CardFilter())
    #expect(after.map(\.schedule.phase) == before.map(\.schedule.phase), "dates stay")
    #expect(try store.recallAnew(presets: presets) == 0)
    #expect(try store.recallAnew(presets: Presets()) == changed, "and back")
    #expect(try store.cards(matching: CardFilter()) == before)
  }

  @Test func anAnswerGoesOnFromWhatTheLogSays() throws {
    let store = try collection(20)
    let presets = presets("A")
    let service = ReviewService(store: store, presets: presets, seed: 1)
    for card in 1...20 {
      _ = try service.answer(
        CardID(Int64(card)), .good, secondsTaken: 1, at: Moment.sample.adding(days: 50))
    }
    _ = try store.recallAnew(presets: presets)
    try expectReplayed(store, presets)
  }
}
