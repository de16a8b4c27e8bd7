/// How strongly nodes are tied to their neighbours, the same both ways. Nodes are numbers from 0.
package struct WeightedAdjacency: Hashable, Sendable {
  /// A tie between two nodes.
  package struct Tie: Hashable, Sendable {
    package var first: Int
    package var second: Int
    /// 0–1; see ``LinkStrength``.
    package var strength: Double

    package init(_ first: Int, _ second: Int, strength: Double) {
      self.first = first
      self.second = second
      self.strength = strength
    }
  }

  /// A node at the other end of a tie.
  package struct Neighbor: Hashable, Sendable {
    package var node: Int
    /// Above 0, at most 1.
    package var strength: Double
  }

  /// Where the neighbours of each node begin, and at last where they end.
  private let starts: [Int]
  private let allNeighbors: [Neighbor]

  /// - Parameter ties: of several between the same nodes the strongest counts; those of a node with itself and those without strength
  ///   do not.
  package init(nodeCount: Int, ties: [Tie]) {
    var lists = [[Neighbor]](repeating: [], count: nodeCount)
    for tie in ties where tie.first != tie.second && tie.strength > 0 {
      lists[tie.first].append(Neighbor(node: tie.second, strength: tie.strength))
      lists[tie.second].append(Neighbor(node: tie.first, strength: tie.strength))
    }
    var starts = [0]
    var neighbors: [Neighbor] = []
    starts.reserveCapacity(nodeCount + 1)
    for list in lists {
      let begin = neighbors.count
      for neighbor in list.sorted(by: { ($0.node, $1.strength) < ($1.node, $0.strength) }) {
        let isKnown = neighbors.count > begin && neighbors[neighbors.count - 1].node == neighbor.node
        if !isKnown { neighbors.append(neighbor) }
      }
      starts.append(neighbors.count)
    }
    self.starts = starts
    allNeighbors = neighbors
  }

  package var nodeCount: Int { starts.count - 1 }

  /// The neighbours of a node by their numbers, each once.
  package func neighbors(of node: Int) -> ArraySlice<Neighbor> {
    allNeighbors[starts[node]..<starts[node + 1]]
  }
}
