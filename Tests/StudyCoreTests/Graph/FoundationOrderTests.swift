import TestSupport
import Testing

@testable import StudyCore

struct FoundationOrderTests {
  typealias Block = FoundationOrder.Block
  typealias Leaning = FoundationOrder.Leaning

  private func block(_ note: Int, on notes: Int..., strength: Double = 0.2) -> Block {
    Block(note: note, leanings: notes.map { Leaning(note: $0, strength: strength) })
  }

  @Test func `without leanings the order stays, and notes stay together`() {
    #expect(FoundationOrder.order([block(0), block(1), block(0), block(2)]) == [0, 2, 1, 3])
    #expect(FoundationOrder.order([]) == [])
  }

  @Test func `a foundation comes just before what leans on it`() {
    // Note 0 leans on note 2, which leans on note 3.
    let blocks = [block(1), block(0), block(0, on: 2), block(1), block(2), block(2, on: 3), block(3)]
    #expect(FoundationOrder.order(blocks) == [0, 3, 6, 4, 5, 1, 2])
  }

  @Test func `a circle gives way where it is weakest`() {
    let blocks = [
      block(0, on: 1, strength: 0.3), block(1, on: 2, strength: 0.3), block(2, on: 0, strength: 0.05),
    ]
    #expect(FoundationOrder.order(blocks) == [2, 1, 0])
  }

  @Test func `a circle as strong everywhere keeps its order, and stays behind what it leans on`() {
    let blocks = [block(0, on: 1), block(1, on: 0), block(0, on: 1, 5), block(5)]
    #expect(FoundationOrder.order(blocks) == [3, 0, 2, 1])
  }

  @Test func `links of an index order nothing, and no note leans on itself`() {
    #expect(FoundationOrder.order([block(0, on: 1, strength: 0.01), block(1)]) == [0, 1])
    #expect(FoundationOrder.order([block(0, on: 0), block(0)]) == [0, 1])
  }

  @Test(arguments: 0..<300)
  func `every block comes once, with its note, and outside of circles after all it leans on`(
    seed: Int
  ) {
    var random = SeededGenerator(seed: UInt64(seed))
    let notes = Int.random(in: 1...8, using: &random)
    let blocks = (0..<Int.random(in: 1...25, using: &random)).map { _ in
      Block(
        note: Int.random(in: 0..<notes, using: &random),
        leanings: (0..<Int.random(in: 0...2, using: &random)).map { _ in
          Leaning(
            note: Int.random(in: 0..<notes, using: &random),
            strength: [0.05, 0.1, 0.3].randomElement(using: &random)!)
        })
    }
    let order = FoundationOrder.order(blocks)
    #expect(order.sorted() == Array(blocks.indices))

    // Which notes each one leans on, also by way of others.
    var leans = (0..<notes).map { note in
      (0..<notes).map { other in
        other != note && blocks.contains { $0.note == other }
          && blocks.contains { $0.note == note && $0.leanings.contains { $0.note == other } }
      }
    }
    for middle in 0..<notes {
      for one in 0..<notes where leans[one][middle] {
        for other in 0..<notes where leans[middle][other] { leans[one][other] = true }
      }
    }
    // Each note begins and ends once.
    let ordered = order.map { blocks[$0].note }
    let runs = ordered.indices.filter { $0 == 0 || ordered[$0] != ordered[$0 - 1] }.map { ordered[$0] }
    #expect(runs.count == Set(runs).count)
    for (later, one) in runs.enumerated() {
      for other in runs[(later + 1)...] where leans[one][other] { #expect(leans[other][one]) }
    }
  }
}
