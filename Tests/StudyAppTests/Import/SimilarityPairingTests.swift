import TestSupport
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

  // MARK: Search

  /// Dice's coefficient as a person would compute it.
  private func score(_ left: SimilarityPairing.Item, _ right: SimilarityPairing.Item) -> Double {
    if left.fields[0] == right.fields[0] { return 1 }
    let grams = [left, right].map { item -> Set<[String]> in
      let words = item.fields.joined(separator: " ").split(separator: " ").map(String.init)
      return words.count < 3 ? [words] : Set((0..<words.count - 2).map { Array(words[$0..<$0 + 3]) })
    }
    return 2 * Double(grams[0].intersection(grams[1]).count) / Double(grams[0].count + grams[1].count)
  }

  @Test(arguments: 0..<30) func theSearchFindsWhatComparingAllFinds(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    // Few words, so that many items share much.
    let vocabulary = (0..<(3 + seed % 5)).map { "w\($0)" }
    let items = { (count: Int) in
      (0..<count).map { _ in
        let words = (0..<random.index(below: 12)).map { _ in random.element(of: vocabulary) }
        return item(
          "front \(random.index(below: 40))", words.joined(separator: " "),
          in: random.element(of: ["a", "b", "c"]))
      }
    }
    let (left, right) = (items(30), items(30))
    let fronts = Dictionary(grouping: right) { $0.fields[0] }
    var expected: [SimilarityPairing.Pair] = []
    for (l, one) in left.enumerated() {
      for (r, other) in right.enumerated() where fronts[one.fields[0], default: []].count <= 8 {
        let pair = SimilarityPairing.Pair(
          left: l, right: r, score: score(one, other), isSameNote: one.note == other.note)
        if pair.score >= (pair.isSameNote ? 0.5 : 0.75) { expected.append(pair) }
      }
    }
    #expect(SimilaritySearch(in: right).pairs(with: left) == expected)
  }

  @Test func aFrontThatManyShareCountsInItsNoteOnly() {
    let right = (0..<9).map { item("Definition", "text \($0)", in: "note \($0)") }
    #expect(pairs([item("Definition", "other", in: "elsewhere")], right).isEmpty)
    #expect(pairs([item("Definition", "other", in: "note 3")], right) == [[0, 3]])
  }
}
