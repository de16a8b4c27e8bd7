import TestSupport
import Testing

@testable import StudyCore

struct WeightedAdjacencyTests {
  @Test(arguments: 0..<50)
  func `each node has its neighbours once, by number and as strong as the strongest tie`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let nodes = Int.random(in: 1...7, using: &random)
    let ties = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      WeightedAdjacency.Tie(
        Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random),
        strength: [0, 0.1, 0.2, 0.5].randomElement(using: &random)!)
    }
    let graph = WeightedAdjacency(nodeCount: nodes, ties: ties)
    #expect(graph.nodeCount == nodes)
    for node in 0..<nodes {
      let expected = (0..<nodes).filter { $0 != node }.compactMap { other -> WeightedAdjacency.Neighbor? in
        let between = ties.filter {
          ($0.first, $0.second) == (node, other) || ($0.first, $0.second) == (other, node)
        }
        let strength = between.map(\.strength).max() ?? 0
        return strength > 0 ? .init(node: other, strength: strength) : nil
      }
      #expect(Array(graph.neighbors(of: node)) == expected)
    }
  }
}
