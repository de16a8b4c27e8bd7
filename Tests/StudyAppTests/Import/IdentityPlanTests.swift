import StudyCore
import Testing

@testable import StudyApp
@testable import StudyStore

/// Blocks there were and blocks read now, named by short texts.
struct IdentityPlanTests {
  private static let long = "keeps the order of all writes that went through the leader of the group before"

  private struct Known {
    var id: Int64
    var text: String
    var note = "a.md"
    var position = 0
    var anki: Int64?
    var reference: String?
    var isRemoved = false
    var isCopy = false
    var isInPlay = true
    /// Texts it had before.
    var past: [String] = []
    var pastAnki: [Int64] = []
  }

  private struct Now {
    var text: String
    var note = "a.md"
    var anki: Int64?
    var reference: String?
  }

  private func hash(_ text: String) -> UInt64 { StableHash.of([text]) }

  private func plan(_ known: [Known], _ now: [Now]) -> IdentityPlan {
    let candidates = now.map { block in
      IdentityPlan.Candidate(
        folderLabel: "v", folderPath: "/v", path: block.note, fields: [block.text, Self.long],
        fingerprint: hash(block.text), ankiID: block.anki.map(AnkiNoteID.init),
        blockReference: block.reference)
    }
    var byKey: [IdentityKey: [KnownBlock]] = [:]
    var inPlay: [KnownBlock] = []
    for item in known {
      let block = KnownBlock(
        id: BlockID(item.id), uid: BlockUID("\(item.id)"), note: NoteID(1), notePath: "/v/" + item.note,
        position: item.position, fields: [item.text, Self.long], fingerprint: hash(item.text),
        ankiID: item.anki.map(AnkiNoteID.init), blockReference: item.reference, isRemoved: item.isRemoved,
        isCopy: item.isCopy)
      var keys = ([item.text] + item.past).map { IdentityKey.fingerprint(hash($0)) }
      keys += ([item.anki].compactMap { $0 } + item.pastAnki).map { IdentityKey.ankiID(AnkiNoteID($0)) }
      if let reference = item.reference { keys.append(.blockReference(reference)) }
      for key in keys { byKey[key, default: []].append(block) }
      if item.isInPlay, !item.isRemoved { inPlay.append(block) }
    }
    return IdentityPlan(
      candidates: candidates, inPlay: inPlay,
      known: byKey.filter { candidates.flatMap(\.keys).contains($0.key) })
  }

  private func blocks(_ plan: IdentityPlan) -> [Int64?] { plan.matches.map { $0.block?.rawValue } }

  // MARK: Anki id

  @Test func theAnkiIDWinsOverTheText() {
    let plan = plan(
      [Known(id: 1, text: "one", anki: 7), Known(id: 2, text: "two", anki: 8)],
      [
        Now(text: "two", anki: 7), Now(text: "one", anki: 8),
      ])
    #expect(plan.matches == [.identified(BlockID(1)), .identified(BlockID(2))])
  }

  @Test func theAnkiIDFollowsToAnotherNote() {
    let plan = plan([Known(id: 1, text: "one", anki: 7)], [Now(text: "quite other", note: "b.md", anki: 7)])
    #expect(blocks(plan) == [1])
  }

  @Test func ofTwoBlocksWithOneIDTheFirstKeepsTheHistory() {
    let plan = plan([Known(id: 1, text: "one", anki: 7)], [Now(text: "x", anki: 7), Now(text: "y", anki: 7)])
    #expect(blocks(plan) == [1, nil])
  }

  @Test func theBlockInTheSameNoteComesBeforeOneElsewhere() {
    let plan = plan(
      [Known(id: 1, text: "one", note: "b.md", anki: 7)],
      [
        Now(text: "x", note: "a.md", anki: 7), Now(text: "y", note: "b.md", anki: 7),
      ])
    #expect(blocks(plan) == [nil, 1])
  }

  @Test func anIDOfToDayComesBeforeOneOfThePast() {
    let plan = plan(
      [Known(id: 1, text: "one", anki: 8, pastAnki: [7]), Known(id: 2, text: "two", position: 1, anki: 7)],
      [Now(text: "x", anki: 7), Now(text: "y", anki: 8)])
    #expect(blocks(plan) == [2, 1])
  }

  @Test func theOwnerInANoteNotReadKeepsItsID() {
    let plan = plan(
      [Known(id: 1, text: "one", note: "b.md", anki: 7, isInPlay: false)], [Now(text: "x", anki: 7)])
    #expect(plan.matches == [.new])
  }

  // MARK: Block id

  @Test func theBlockIDCountsInItsNoteOnly() {
    let known = [Known(id: 1, text: "one", reference: "r")]
    #expect(blocks(plan(known, [Now(text: "x", reference: "r")])) == [1])
    let elsewhere = plan(known, [Now(text: "x", note: "b.md", reference: "r")])
    #expect(!elsewhere.matches.contains(.identified(BlockID(1))))
  }

  // MARK: Fingerprint

  @Test func textIsFollowedToAnotherNote() {
    let plan = plan(
      [Known(id: 1, text: "one"), Known(id: 2, text: "two", position: 1)],
      [
        Now(text: "two"), Now(text: "one", note: "b.md"),
      ])
    #expect(blocks(plan) == [2, 1])
  }

  @Test func equalBlocksKeepTheirOrderWithinANote() {
    let plan = plan(
      [Known(id: 5, text: "one", position: 0), Known(id: 3, text: "one", position: 1)],
      [
        Now(text: "one"), Now(text: "one"),
      ])
    #expect(blocks(plan) == [5, 3])
  }

  @Test func whatStandsInANoteComesBeforeWhatIsGone() {
    let plan = plan(
      [Known(id: 1, text: "one", isRemoved: true), Known(id: 2, text: "one", note: "b.md")],
      [
        Now(text: "one")
      ])
    #expect(blocks(plan) == [2])
  }

  @Test func aRemovedBlockReturnsWithItsText() {
    #expect(
      blocks(plan([Known(id: 1, text: "one", isRemoved: true)], [Now(text: "one", note: "b.md")])) == [1])
  }

  @Test func theTextOfToDayComesBeforeOneOfThePast() {
    // Block 1 was edited from "one" to "two"; a new block has its old words now.
    let plan = plan([Known(id: 1, text: "two", past: ["one"])], [Now(text: "one"), Now(text: "two")])
    #expect(blocks(plan) == [nil, 1])
  }

  @Test func anEditTakenBackFindsItsBlock() {
    #expect(blocks(plan([Known(id: 1, text: "two", past: ["one"])], [Now(text: "one")])) == [1])
  }

  // MARK: Similarity

  @Test func anEditedFrontIsGuessed() throws {
    let plan = plan([Known(id: 1, text: "the log of the cluster")], [Now(text: "the logs of the cluster")])
    guard case .guessed(let block, let score) = plan.matches[0] else {
      Issue.record("\(plan.matches)")
      return
    }
    #expect(block == BlockID(1))
    #expect(score > 0.5)
  }

  @Test func twoLikelyBlocksAreUnclearAndBothAreGone() {
    let plan = plan(
      [
        Known(id: 1, text: "the log of the cluster a"),
        Known(id: 2, text: "the log of the cluster b", position: 1),
      ],
      [Now(text: "the log of the cluster c")])
    #expect(plan.matches == [.new])
    #expect(plan.unclear == [0])
    #expect(plan.removed.map(\.id.rawValue) == [1, 2])
  }

  @Test func swappedBlocksKeepTheirHistories() {
    let plan = plan(
      [Known(id: 1, text: "one"), Known(id: 2, text: "two", position: 1)],
      [
        Now(text: "two"), Now(text: "one"),
      ])
    #expect(blocks(plan) == [2, 1])
  }

  @Test func aSplitNoteKeepsAllHistories() {
    let known = (1...6).map { Known(id: $0, text: "text \($0)", position: Int($0)) }
    let now = (1...6).map { Now(text: "text \($0)", note: $0 % 2 == 0 ? "b.md" : "a.md") }
    #expect(blocks(plan(known, now)) == [1, 2, 3, 4, 5, 6])
  }

  // MARK: Copies

  @Test func aSecondBlockWithTheWordsIsACopy() {
    let plan = plan([Known(id: 1, text: "one")], [Now(text: "one"), Now(text: "one", note: "b.md")])
    #expect(plan.matches == [.identified(BlockID(1)), .copy])
    #expect(plan.copies == [1])
  }

  @Test func aBlockInANoteNotReadIsAnOriginalToo() {
    #expect(
      plan([Known(id: 1, text: "one", note: "b.md", isInPlay: false)], [Now(text: "one")]).matches == [.copy])
  }

  @Test func aCopyStaysOne() {
    let plan = plan(
      [Known(id: 1, text: "one", note: "b.md", isInPlay: false), Known(id: 2, text: "one", isCopy: true)],
      [Now(text: "one")])
    #expect(plan.matches == [.identified(BlockID(2))])
    #expect(plan.copies == [0])
  }

  @Test func aCopyWithWordsOfItsOwnIsNone() {
    let plan = plan(
      [
        Known(id: 1, text: "one two three", note: "b.md", isInPlay: false),
        Known(id: 2, text: "one two three", isCopy: true),
      ],
      [Now(text: "one two four")])
    #expect(blocks(plan) == [2])
    #expect(plan.copies.isEmpty)
  }

  @Test func theOriginalTakesThePlaceOfItsCopy() {
    let plan = plan(
      [Known(id: 1, text: "one"), Known(id: 2, text: "one", note: "b.md", isCopy: true)],
      [
        Now(text: "one", note: "b.md")
      ])
    #expect(blocks(plan) == [1])
    #expect(plan.removed.map(\.id.rawValue) == [2])
    #expect(plan.copies.isEmpty)
  }

  @Test func emptyBlocksAreNoCopiesOfEachOther() {
    let empty = IdentityPlan.Candidate(
      folderLabel: "v", folderPath: "/v", path: "a.md", fields: ["", " "], fingerprint: 1)
    #expect(IdentityPlan(candidates: [empty, empty], inPlay: [], known: [:]).matches == [.new, .new])
  }
}
