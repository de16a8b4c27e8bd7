extension LinkGraph {
  /// Which concepts link to which, however often and in whatever way.
  package var adjacency: Adjacency {
    Adjacency(nodeCount: nodes.count, edges: edges.map { ($0.source, $0.target) })
  }
}
