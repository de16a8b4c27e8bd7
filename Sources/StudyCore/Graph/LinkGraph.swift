/// Concepts and the links between them. Nodes are named by their index.
package struct LinkGraph: Hashable, Sendable {
  package struct Node: Hashable, Sendable {
    /// Names the concept within the collection.
    package var concept: Int64
    package var title: String
    /// Path of the note below its link root; nil for a concept that has no note yet.
    package var path: String?
    /// How many cards the note has.
    package var cards: Int

    /// Mean predicted recall of its cards that were reviewed (0–1); nil without one.
    package var retrievability: Double?
    /// How many links of other notes in the collection lead to it.
    package var demand = 0

    package init(
      concept: Int64, title: String, path: String?, cards: Int, retrievability: Double? = nil
    ) {
      self.concept = concept
      self.title = title
      self.path = path
      self.cards = cards
      self.retrievability = retrievability
    }

    /// Names the node for scripts: the path of a note, else the name that links use.
    package var id: String { path ?? title }
  }

  package struct Edge: Hashable, Sendable {
    package var source: Int
    package var target: Int
    package var kind: String
    /// How many links of this kind.
    package var count: Int

    package init(source: Int, target: Int, kind: String, count: Int) {
      self.source = source
      self.target = target
      self.kind = kind
      self.count = count
    }
  }

  package var nodes: [Node] = []
  package var edges: [Edge] = []

  package init() {}

  /// Adds links of one kind from one concept to another, or to itself.
  package mutating func add(_ edge: Edge) {
    edges.append(edge)
    if edge.source != edge.target { nodes[edge.target].demand += edge.count }
  }

  /// The part of the graph within so many links of a node, whichever way the links point.
  package func neighbourhood(of center: Int, depth: Int) -> LinkGraph {
    var neighbours = [[Int]](repeating: [], count: nodes.count)
    for edge in edges {
      neighbours[edge.source].append(edge.target)
      neighbours[edge.target].append(edge.source)
    }
    var isInside = [Bool](repeating: false, count: nodes.count)
    isInside[center] = true
    var front = [center]
    var distance = 0
    while distance < depth, !front.isEmpty {
      front = front.flatMap { neighbours[$0] }.filter { node in
        defer { isInside[node] = true }
        return !isInside[node]
      }
      distance += 1
    }
    return part { isInside[$0] }
  }
}
