import StudyApp
import StudyCore
import StudyStore
import TestSupport
import Testing

/// Marks say what the learner wants to come back to.
struct MarkTests {
  private let now = Moment.sample

  private func mark(_ store: StudyStore, _ card: Int64 = 1) throws -> String? {
    try store.content(of: CardID(card))?.mark
  }

  @Test func `a mark lasts through edits of the note, answers and undo`() throws {
    let store = try StudyStore.sample([SampleBlock("one", "1"), SampleBlock("two", "2")])
    let service = ReviewService(store: store, seed: 1)
    try service.mark(CardID(1), text: "look this up", at: now)
    _ = try service.answer(CardID(1), .good, secondsTaken: 1, at: now)
    try store.edit([SampleBlock("one, edited", "1"), SampleBlock("two", "2")])
    _ = try service.undoLast(at: now)
    #expect(try mark(store) == "look this up")
    #expect(try mark(store, 2) == nil)
  }

  @Test func `a mark is written over, and a blank one takes it away`() throws {
    let store = try StudyStore.sample([SampleBlock("one", "1")])
    let service = ReviewService(store: store, seed: 1)
    try service.mark(CardID(1), text: "first", at: now)
    try service.mark(CardID(1), text: "second", at: now)
    #expect(try mark(store) == "second")
    try service.mark(CardID(1), text: "  ", at: now)
    #expect(try mark(store) == nil)
  }
}
