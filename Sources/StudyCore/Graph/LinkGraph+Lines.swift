extension LinkGraph {
  /// All links from one concept to another, of whatever kinds.
  package struct Line: Hashable, Sendable {
    package var source: Int
    package var target: Int
    package var count: Int
  }

  /// Each pair of concepts once, in the order of the edges.
  package var lines: [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(edges.count)
    // Edges of one source come together, so what is not of this source is of one before.
    var place = [Int](repeating: -1, count: nodes.count)
    for edge in edges {
      let known = place[edge.target]
      if known >= 0, lines[known].source == edge.source {
        lines[known].count += edge.count
      } else {
        place[edge.target] = lines.count
        lines.append(Line(source: edge.source, target: edge.target, count: edge.count))
      }
    }
    return lines
  }

  /// The graph of some of its nodes and what links them; they keep their order.
  package func part(_ isInside: (Int) -> Bool) -> LinkGraph {
    var part = LinkGraph()
    var renamed = [Int](repeating: -1, count: nodes.count)
    for index in nodes.indices where isInside(index) {
      renamed[index] = part.nodes.count
      part.nodes.append(nodes[index])
    }
    part.edges = edges.compactMap { edge in
      let (source, target) = (renamed[edge.source], renamed[edge.target])
      guard source >= 0, target >= 0 else { return nil }
      return Edge(source: source, target: target, kind: edge.kind, count: edge.count)
    }
    return part
  }
}
