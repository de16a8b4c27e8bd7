/// The shape of a link graph in a few figures. Nodes are named by their index.
package struct GraphOverview: Sendable {
  package let notes: Int
  /// Names that links use and no note has.
  package let unresolved: Int
  package let links: Int
  /// Pairs of concepts with a link from one to the other.
  package let lines: Int
  /// How many parts no link joins, and how many concepts the largest of them has.
  package let parts: (count: Int, largest: Int)
  /// Concepts without a link from or to others.
  package let alone: Int
  /// Groups of concepts that all lead to each other, the largest first; within each the most linked first.
  package let knots: [[Int]]
  /// The number of links in the longest chain, where a knot counts as one concept.
  package let depth: Int
  /// The concepts that much leads to, by PageRank, the first first.
  package let ranked: [Int]

  /// - Parameter limit: of the ranked concepts, so many at most.
  package init(_ graph: LinkGraph, limit: Int) {
    let adjacency = graph.adjacency
    notes = graph.nodes.count { $0.path != nil }
    unresolved = graph.nodes.count - notes
    links = graph.edges.reduce(0) { $0 + $1.count }
    lines = adjacency.edgeCount
    let components = adjacency.components
    parts = (components.count, components.largest)
    alone = (0..<components.count).count { components[$0].count == 1 }
    let strong = adjacency.strongComponents
    knots = (0..<strong.count).map { strong[$0] }.filter { $0.count > 1 }
      .map { group in group.map(Int.init).sorted { graph.isMoreWanted($0, than: $1) } }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    depth = adjacency.depths.max() ?? 0
    let ranks = adjacency.pageRanks()
    ranked = Array(
      graph.nodes.indices.filter { graph.nodes[$0].demand > 0 }
        .sorted { (ranks[$1], $0) < (ranks[$0], $1) }.prefix(limit))
  }
}
