import StudyCore

/// What is drawn of the link graph: all of it, or what is around one concept.
struct GraphPicture {
  let graph: LinkGraph
  /// The index of the concept it is about, and how many links away what is shown may be; nil for the whole graph.
  let center: (node: Int, depth: Int)?

  init(_ graph: LinkGraph) {
    self.graph = graph
    center = nil
  }

  init(_ whole: LinkGraph, around node: Int, depth: Int) {
    let concept = whole.nodes[node].concept
    graph = whole.neighbourhood(of: node, depth: depth)
    center = graph.nodes.firstIndex { $0.concept == concept }.map { ($0, depth) }
  }

  /// Names of the nodes, of which no two are the same: notes of two link roots may have one path.
  var ids: [String] {
    var counts: [String: Int] = [:]
    var taken = Set(graph.nodes.map(\.id))
    return graph.nodes.map { node in
      guard let count = counts[node.id] else {
        counts[node.id] = 1
        return node.id
      }
      let id = ((count + 1)...).lazy.map { "\(node.id) (\($0))" }.first { taken.insert($0).inserted }
      counts[node.id] = count + 1
      return id ?? node.id
    }
  }
}
