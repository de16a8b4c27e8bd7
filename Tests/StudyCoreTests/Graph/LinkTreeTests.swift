import StudyCore
import Testing

struct LinkTreeTests {
  /// A graph of so many nodes, by the pairs that links join.
  private func graph(_ count: Int, _ pairs: [(Int, Int)]) -> LinkGraph {
    var graph = LinkGraph()
    for index in 0..<count {
      graph.nodes.append(
        LinkGraph.Node(concept: Int64(index), title: "\(index)", path: "\(index).md", cards: 0))
    }
    for (source, target) in pairs {
      graph.add(LinkGraph.Edge(source: source, target: target, kind: "wiki", count: 1))
    }
    return graph
  }

  @Test func `each concept stands once, below the nearest, and tells which way the links go`() {
    let graph = graph(6, [(0, 1), (1, 0), (0, 2), (3, 0), (2, 4), (1, 2), (4, 0), (5, 5)])
    let tree = LinkTree(graph, around: 0, depth: 9)
    #expect(tree.branches.map(\.node) == [2, 1, 4, 3])
    #expect(tree.branches.map(\.direction) == [.to, .both, .from, .from])
    #expect(tree.branches.allSatisfy { $0.branches.isEmpty })
  }

  @Test func `no depth is too large`() {
    let chain = graph(30, (0..<29).map { ($0, $0 + 1) })
    var level = LinkTree(chain, around: 0, depth: .max).branches
    var length = 0
    while let next = level.first {
      length += 1
      level = next.branches
    }
    #expect(length == 29)
    #expect(chain.neighbourhood(of: 29, depth: .max).nodes.count == 30)
    #expect(chain.neighbourhood(of: 29, depth: 3).nodes.map(\.title) == ["26", "27", "28", "29"])
  }

  @Test func `links of several kinds are one line, and those to oneself are no demand`() {
    var graph = graph(3, [(0, 1), (1, 1), (2, 1)])
    graph.edges.insert(LinkGraph.Edge(source: 0, target: 2, kind: "wiki", count: 1), at: 1)
    graph.edges.insert(LinkGraph.Edge(source: 0, target: 1, kind: "embed", count: 4), at: 2)
    #expect(
      graph.lines.map { [$0.source, $0.target, $0.count] } == [
        [0, 1, 5], [0, 2, 1], [1, 1, 1], [2, 1, 1],
      ])
    #expect(graph.nodes[1].demand == 2)
  }

  @Test func `the overview counts parts, knots and depth`() {
    let overview = GraphOverview(graph(7, [(0, 1), (1, 2), (2, 1), (2, 3), (5, 4)]), limit: 2)
    #expect(overview.parts == (3, 4))
    #expect(overview.alone == 1)
    #expect(overview.knots == [[1, 2]])
    #expect(overview.depth == 2)
    #expect(overview.ranked == [2, 1])
    #expect((overview.links, overview.lines) == (5, 5))
  }
}
