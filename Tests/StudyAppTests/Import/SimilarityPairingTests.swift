import Testing

@testable import StudyApp

struct SimilarityPairingTests {
  private static let front = "Which algorithm keeps the logs of a Raft cluster consistent with its leader"
  private static let back =
    "The leader forces followers to copy its own log and they drop entries that disagree"

  private func item(_ fields: String..., in note: String = "a") -> SimilarityPairing.Item {
    .init(note: note, fields: fields)
  }

  private func pairs(_ left: [SimilarityPairing.Item], _ right: [SimilarityPairing.Item]) -> [[Int]] {
    SimilarityPairing(left: left, right: right).pairs.map { [$0.left, $0.right] }.sorted { $0[0] < $1[0] }
  }

  @Test func anEqualFrontIsWorthOneWhateverTheAnswer() {
    let pairing = SimilarityPairing(
      left: [item("What is TTL?", "time to live")], right: [item("What  is ttl?", "hop count")])
    #expect(pairing.pairs == [.init(left: 0, right: 0, score: 1, isSameNote: true)])
  }

  @Test func anEmptyFrontIsNoEqualFront() {
    #expect(pairs([item("", "one two three four")], [item("", "five six seven eight")]).isEmpty)
  }

  @Test func aTypoIsTheSameCard() throws {
    let typo = Self.front.replacing("consistent", with: "consistnet")
    let pairing = SimilarityPairing(left: [item(Self.front, Self.back)], right: [item(typo, Self.back)])
    let pair = try #require(pairing.pairs.first)
    // 28 words are 26 trigrams, of which the changed word is in three.
    #expect(pair.score == 23 / 26.0)
  }

  @Test func aNewFrontOfTheSameAnswerIsTheSameCard() {
    let front = "How does Raft repair followers"
    #expect(pairs([item(front, Self.back)], [item(Self.front, Self.back)]) == [[0, 0]])
  }

  /// Words w0…w9 are 8 trigrams; each other word changed at the end takes one away.
  private func words(_ count: Int, differing: Int) -> String {
    (0..<count).map { $0 >= count - differing ? "x\($0)" : "w\($0)" }.joined(separator: " ")
  }

  @Test(arguments: [(4, true), (5, false)]) func aHalfIsEnoughInTheSameNote(differing: Int, isSame: Bool) {
    let pairing = SimilarityPairing(
      left: [item(words(10, differing: differing))], right: [item(words(10, differing: 0))])
    #expect(pairing.pairs.isEmpty != isSame)
  }

  @Test(arguments: [(2, true), (3, false)]) func threeQuartersAreNeededElsewhere(differing: Int, isSame: Bool)
  {
    let pairing = SimilarityPairing(
      left: [item(words(10, differing: differing))], right: [item(words(10, differing: 0), in: "b")])
    #expect(pairing.pairs.isEmpty != isSame)
  }

  @Test func aCloseRunnerUpAmongTheOldMakesItUnclear() {
    let pairing = SimilarityPairing(
      left: [item(words(30, differing: 2))],
      right: [item(words(30, differing: 0)), item(words(30, differing: 3))])
    #expect(pairing.pairs.isEmpty)
    #expect(pairing.unclear == [0])
  }

  @Test func aCloseRunnerUpAmongTheNewDoesNotGetTheHistory() {
    let pairing = SimilarityPairing(
      left: [item(words(30, differing: 2)), item(words(30, differing: 3))],
      right: [item(words(30, differing: 0))])
    #expect(pairing.pairs.isEmpty)
    #expect(pairing.unclear == [0, 1])
  }

  @Test func aRunnerUpFarAwayDoesNotMatter() {
    // 28 trigrams: 26 shared against 18.
    let right = [item(words(30, differing: 0)), item((0..<20).map { "w\($0)" }.joined(separator: " "))]
    #expect(pairs([item(words(30, differing: 2))], right) == [[0, 0]])
  }

  @Test func whatIsTakenIsNoRunnerUp() {
    let left = [item("front one", "a b c d e f g h i j"), item("front two", "a b c d e f g h i k")]
    let right = [item("front one", "a b c d e f g h i x"), item("front two", "a b c d e f g h i y")]
    // Equal fronts go first; without them the answers are as alike as can be.
    #expect(pairs(left, right) == [[0, 0], [1, 1]])
  }

  @Test func theSameNoteDecidesATie() {
    let right = [item("Definition", "one", in: "b"), item("Definition", "two", in: "a")]
    #expect(pairs([item("Definition", "three", in: "a")], right) == [[0, 1]])
  }

  @Test func theSameNoteDoesNotOutweighAMuchBetterMatch() {
    let right = [item(words(30, differing: 0), in: "b"), item(words(30, differing: 8), in: "a")]
    #expect(pairs([item(words(30, differing: 1), in: "a")], right) == [[0, 0]])
  }

  @Test func aSlightlyBetterMatchElsewhereIsUnclear() {
    let right = [item(words(30, differing: 0), in: "b"), item(words(30, differing: 3), in: "a")]
    let pairing = SimilarityPairing(left: [item(words(30, differing: 1), in: "a")], right: right)
    // 27 of 28 trigrams elsewhere, 25 of 28 here: better by less than the note is worth.
    #expect(pairing.pairs.isEmpty)
    #expect(pairing.unclear == [0])
  }

  @Test func eachSideIsUsedOnce() {
    let same = (0..<5).map { item("front \($0)", "body") }
    #expect(pairs(same, same.reversed()) == [[0, 4], [1, 3], [2, 2], [3, 1], [4, 0]])
  }
}
