extension Adjacency {
  /// How much leads to each node, where what much leads to counts more. The sum over all nodes is 1.
  ///
  /// Source: L. Page and others, The PageRank citation ranking, 1998, with a damping of 0.85: the share of walkers that follow an edge. Those at a
  /// node that leads nowhere begin anew anywhere.
  ///
  /// - Parameter tolerance: the sum of changes at which the ranks are good enough.
  package func pageRanks(damping: Double = 0.85, tolerance: Double = 1e-9) -> [Double] {
    guard nodeCount > 0 else { return [] }
    let sources = reversed
    let even = 1 / Double(nodeCount)
    let shares = (0..<nodeCount).map { node in
      targets(of: node).isEmpty ? 0 : 1 / Double(targets(of: node).count)
    }
    var ranks = [Double](repeating: even, count: nodeCount)
    // Each round leaves at most the damping of what was wrong, so the end is certain.
    while true {
      let lost = (0..<nodeCount).reduce(0) { $0 + (shares[$1] == 0 ? ranks[$1] : 0) }
      let base = (1 - damping + damping * lost) * even
      let flows = zip(ranks, shares).map(*)
      var change = 0.0
      var next = ranks
      for node in 0..<nodeCount {
        var sum = 0.0
        for source in sources.targets(of: node) { sum += flows[Int(source)] }
        next[node] = base + damping * sum
        change += abs(next[node] - ranks[node])
      }
      ranks = next
      if change <= tolerance { return ranks }
    }
  }
}
