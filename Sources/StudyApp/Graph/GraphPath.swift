import StudyCore
import StudyStore

/// A concept on a chain of links.
package struct GraphStep: Hashable, Sendable {
  package var node: LinkGraph.Node
  /// Whether the one before links to it; otherwise it links to the one before.
  package var isForward: Bool
}

extension GraphService {
  /// A shortest chain of links from one concept to another.
  ///
  /// - Returns: each concept with whether the link that leads to it from the one before is written there, or the other way round; nil if there is
  ///   no chain. One with all links in their direction is preferred, however long.
  /// - Throws: `StudyStoreError`
  package func path(from start: Concept, to end: Concept) throws -> [GraphStep]? {
    let graph = try store.linkGraph()
    let places = graph.nodes.indices.filter { [start.id, end.id].contains(graph.nodes[$0].concept) }
    guard let first = places.first(where: { graph.nodes[$0].concept == start.id }),
      let last = places.first(where: { graph.nodes[$0].concept == end.id })
    else { return nil }
    let links = graph.adjacency
    guard
      let path = links.shortestPath(from: first, to: last)
        ?? links.undirected.shortestPath(from: first, to: last)
    else { return nil }
    return path.enumerated().map { index, node in
      GraphStep(
        node: graph.nodes[node],
        isForward: index == 0 || links.targets(of: path[index - 1]).contains(Int32(node)))
    }
  }
}
