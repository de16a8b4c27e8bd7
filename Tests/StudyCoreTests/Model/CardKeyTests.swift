import StudyCore
import Testing

struct CardKeyTests {
  /// People write short ids down: they must be the same in every release.
  @Test(arguments: [
    (CardKind.forward, "6t3fq6nxxj"), (.reverse, "51va587f24"), (.cloze(1), "7m7gzx5djq"),
    (.cloze(12), "k3cmv7mnb0"),
  ])
  func shortIDsAreStable(kind: CardKind, expected: String) {
    #expect(CardKey(block: BlockUID("00c0ffee00c0ffee"), kind: kind).shortID == expected)
  }

  @Test func shortIDsOfOneBlockDiffer() {
    let kinds = [CardKind.forward, .reverse] + (1...200).map(CardKind.cloze)
    let ids = Set(kinds.map { CardKey(block: BlockUID("00c0ffee00c0ffee"), kind: $0).shortID })
    #expect(ids.count == kinds.count)
    #expect(ids.allSatisfy { $0.count == 10 })
  }
}
