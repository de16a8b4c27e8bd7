import FSRS
import StudyCore

/// Links between notes as vaults have them: most lead to a note near by, some to a few that everything leads to, and those of a few indexes
/// to everything.
struct MadeLinks {
  let noteCount: Int
  private(set) var edges: [(source: Int, target: Int)] = []

  init(notes: Int, links: Int, seed: UInt64) {
    noteCount = notes
    var random = SplitMix64(seed: seed)
    func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    edges.reserveCapacity(links)
    for _ in 0..<links {
      let source = number(below: 50) == 0 ? number(below: 100) : number(below: notes)
      let target =
        switch number(below: 10) {
        case 0: number(below: 1000)
        case 1..<4: number(below: notes)
        default: (source + number(below: 200) - 100 + notes) % notes
        }
      edges.append((source, target))
    }
  }

  /// One block a note, which leans on all that its note links to.
  var blocks: [FoundationOrder.Block] {
    var outDegrees = [Int](repeating: 0, count: noteCount)
    var inDegrees = outDegrees
    for edge in edges {
      outDegrees[edge.source] += 1
      inDegrees[edge.target] += 1
    }
    var blocks = (0..<noteCount).map { FoundationOrder.Block(note: $0, leanings: []) }
    for edge in edges {
      let strength = LinkStrength.card.damped(
        outDegree: outDegrees[edge.source], inDegree: inDegrees[edge.target])
      blocks[edge.source].leanings.append(.init(note: edge.target, strength: strength))
    }
    return blocks
  }
}
