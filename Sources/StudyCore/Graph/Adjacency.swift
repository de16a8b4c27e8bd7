/// Which nodes lead where, in two arrays: made for graphs of a hundred thousand nodes and more. Nodes are numbers from 0.
package struct Adjacency: Hashable, Sendable {
  /// Where the targets of each node begin, and at last where they end.
  private let starts: [Int32]
  private let allTargets: [Int32]

  /// - Parameters:
  ///   - nodeCount: how many nodes there are, at most `Int32.max`, as of the edges.
  ///   - edges: the targets of each node keep this order; what comes twice is one edge.
  package init(nodeCount: Int, edges: [(source: Int, target: Int)]) {
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for edge in edges { starts[edge.source + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var targets = [Int32](repeating: 0, count: edges.count)
    for edge in edges {
      targets[Int(next[edge.source])] = Int32(edge.target)
      next[edge.source] += 1
    }
    (self.starts, allTargets) = Adjacency.withoutRepetitions(starts, targets)
  }

  private static func withoutRepetitions(
    _ starts: [Int32], _ targets: [Int32]
  ) -> (starts: [Int32], targets: [Int32]) {
    let nodeCount = starts.count - 1
    var kept = targets
    var keptStarts = starts
    var lastSource = [Int32](repeating: -1, count: nodeCount)
    var count = 0
    for source in 0..<nodeCount {
      keptStarts[source] = Int32(count)
      for index in Int(starts[source])..<Int(starts[source + 1]) {
        let target = targets[index]
        guard lastSource[Int(target)] != Int32(source) else { continue }
        lastSource[Int(target)] = Int32(source)
        kept[count] = target
        count += 1
      }
    }
    keptStarts[nodeCount] = Int32(count)
    kept.removeLast(kept.count - count)
    return (keptStarts, kept)
  }

  package var nodeCount: Int { starts.count - 1 }
  package var edgeCount: Int { allTargets.count }

  package func targets(of node: Int) -> ArraySlice<Int32> {
    allTargets[Int(starts[node])..<Int(starts[node + 1])]
  }

  /// All edges the other way round.
  package var reversed: Adjacency {
    Adjacency(nodeCount: nodeCount, edges: edges.map { ($0.target, $0.source) })
  }

  /// Each edge, and each the other way round.
  package var undirected: Adjacency {
    Adjacency(nodeCount: nodeCount, edges: edges + edges.map { ($0.target, $0.source) })
  }

  private var edges: [(source: Int, target: Int)] {
    var edges: [(source: Int, target: Int)] = []
    edges.reserveCapacity(edgeCount)
    for source in 0..<nodeCount {
      for target in targets(of: source) { edges.append((source, Int(target))) }
    }
    return edges
  }
}
