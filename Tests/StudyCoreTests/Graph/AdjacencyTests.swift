import TestSupport
import Testing

@testable import StudyCore

struct AdjacencyTests {
  /// Small graphs of all kinds: with circles, self links and repetitions.
  static let graphs = (0..<200).map { seed in
    var random = SeededGenerator(seed: UInt64(seed))
    let nodes = Int.random(in: 1...12, using: &random)
    let edges = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      (source: Int.random(in: 0..<nodes, using: &random), target: Int.random(in: 0..<nodes, using: &random))
    }
    return (nodes: nodes, edges: edges)
  }

  /// Which nodes can be reached from each, itself included.
  private func reachable(_ nodes: Int, _ edges: [(source: Int, target: Int)]) -> [[Bool]] {
    var reach = (0..<nodes).map { node in (0..<nodes).map { $0 == node } }
    for edge in edges { reach[edge.source][edge.target] = true }
    for middle in 0..<nodes {
      for start in 0..<nodes where reach[start][middle] {
        for end in 0..<nodes where reach[middle][end] { reach[start][end] = true }
      }
    }
    return reach
  }

  @Test func `targets keep their order and come once`() {
    let graph = Adjacency(nodeCount: 3, edges: [(0, 2), (0, 1), (2, 2), (0, 2)])
    #expect(graph.targets(of: 0) == [2, 1])
    #expect(graph.targets(of: 1).isEmpty)
    #expect(graph.targets(of: 2) == [2])
    #expect(graph.reversed.targets(of: 2) == [0, 2])
  }

  @Test(arguments: graphs.indices)
  func `strong components are the nodes that reach each other, foundations first`(
    index: Int
  ) {
    let (nodes, edges) = Self.graphs[index]
    let reach = reachable(nodes, edges)
    let groups = Adjacency(nodeCount: nodes, edges: edges).strongComponents
    #expect(groups.nodes.sorted() == (0..<Int32(nodes)).map { $0 })
    var groupOf = [Int](repeating: 0, count: nodes)
    for group in 0..<groups.count { for node in groups[group] { groupOf[Int(node)] = group } }
    for one in 0..<nodes {
      for other in 0..<nodes {
        #expect((groupOf[one] == groupOf[other]) == (reach[one][other] && reach[other][one]))
        if reach[one][other] { #expect(groupOf[other] <= groupOf[one]) }
      }
    }
  }

  @Test(arguments: graphs.indices) func `components are what hangs together`(index: Int) {
    let (nodes, edges) = Self.graphs[index]
    let reach = reachable(nodes, edges + edges.map { ($0.target, $0.source) })
    let groups = Adjacency(nodeCount: nodes, edges: edges).components
    #expect(groups.nodes.sorted() == (0..<Int32(nodes)).map { $0 })
    for group in 0..<groups.count {
      let first = Int(groups[group].first!)
      #expect(Set(groups[group].map(Int.init)) == Set((0..<nodes).filter { reach[first][$0] }))
    }
  }

  @Test(arguments: graphs.indices) func `a path is a way along edges, and no shorter one is`(index: Int) {
    let (nodes, edges) = Self.graphs[index]
    let graph = Adjacency(nodeCount: nodes, edges: edges)
    var distance = (0..<nodes).map { node in (0..<nodes).map { $0 == node ? 0 : Int.max / 4 } }
    for edge in edges where edge.source != edge.target { distance[edge.source][edge.target] = 1 }
    for middle in 0..<nodes {
      for start in 0..<nodes {
        for end in 0..<nodes {
          distance[start][end] = min(distance[start][end], distance[start][middle] + distance[middle][end])
        }
      }
    }
    for start in 0..<nodes {
      for end in 0..<nodes {
        guard let path = graph.shortestPath(from: start, to: end) else {
          #expect(distance[start][end] >= Int.max / 4)
          continue
        }
        #expect(path.first == start && path.last == end)
        #expect(path.count - 1 == distance[start][end])
        #expect(zip(path, path.dropFirst()).allSatisfy { graph.targets(of: $0).contains(Int32($1)) })
      }
    }
  }

  @Test(arguments: graphs.indices) func `ranks add up to one, and each is what flows to it`(index: Int) {
    let (nodes, edges) = Self.graphs[index]
    let graph = Adjacency(nodeCount: nodes, edges: edges)
    let ranks = graph.pageRanks()
    #expect(abs(ranks.reduce(0, +) - 1) < 1e-6)
    let idle = (0..<nodes).filter { graph.targets(of: $0).isEmpty }.reduce(0) { $0 + ranks[$1] }
    for node in 0..<nodes {
      let inflow = (0..<nodes).reduce(0.0) { sum, source in
        let targets = graph.targets(of: source)
        return sum + (targets.contains(Int32(node)) ? ranks[source] / Double(targets.count) : 0)
      }
      let expected = (0.15 + 0.85 * idle) / Double(nodes) + 0.85 * inflow
      #expect(abs(ranks[node] - expected) < 1e-6)
    }
  }

  @Test func `depth counts the longest way down, circles as one`() {
    // 0 → 1 ⇄ 2 → 3, and 0 → 3 directly.
    let graph = Adjacency(nodeCount: 5, edges: [(0, 1), (1, 2), (2, 1), (2, 3), (0, 3)])
    #expect(graph.depths == [2, 1, 1, 0, 0])
  }

  @Test func `a chain of a hundred thousand is no trouble`() {
    let chain = Adjacency(nodeCount: 100_000, edges: (1..<100_000).map { ($0 - 1, $0) })
    #expect(chain.strongComponents.count == 100_000)
    #expect(chain.depths[0] == 99_999)
    #expect(chain.shortestPath(from: 0, to: 99_999)?.count == 100_000)
  }

  @Test func `an empty graph has nothing`() {
    let graph = Adjacency(nodeCount: 0, edges: [])
    #expect(graph.components.count == 0)
    #expect(graph.strongComponents.count == 0)
    #expect(graph.pageRanks().isEmpty)
  }
}
