/// What a link graph shows to be missing. Nodes are named by their index.
package struct GraphGaps: Hashable, Sendable {
  /// A concept and how much it is asked for.
  package struct Demand: Hashable, Sendable {
    package var node: Int
    package var links: Int
    /// How many other notes link to it.
    package var notes: Int
  }

  package struct Weakness: Hashable, Sendable {
    package var node: Int
    /// Mean predicted recall of its cards, 0–1.
    package var recall: Double
    /// How many other notes with cards link to it.
    package var leaning: Int
  }

  /// Concepts without a note, the most wanted first.
  package private(set) var unresolved: [Demand] = []
  /// Notes that several others link to and that have no card, the most wanted first.
  package private(set) var uncarded: [Demand] = []
  /// Notes without links from or to others.
  package private(set) var isolated: [Int] = []
  /// Concepts that are remembered less well than wished and that others lean on: where the most would be gained first.
  package private(set) var weak: [Weakness] = []

  /// How many notes have to link to one before a card is missed in it.
  private static let leastDemand = 2

  /// - Parameter desiredRetention: 0–1; what is remembered as well is not weak.
  package init(_ graph: LinkGraph, desiredRetention: Double) {
    var sources = [Int](repeating: 0, count: graph.nodes.count)
    var leaning = sources
    var hasOthers = [Bool](repeating: false, count: graph.nodes.count)
    // Edges of one source come together, though several may lead to one target.
    var lastSource = [Int](repeating: -1, count: graph.nodes.count)
    for edge in graph.edges {
      guard edge.source != edge.target else { continue }
      hasOthers[edge.source] = true
      hasOthers[edge.target] = true
      guard lastSource[edge.target] != edge.source else { continue }
      lastSource[edge.target] = edge.source
      sources[edge.target] += 1
      if graph.nodes[edge.source].cards > 0 { leaning[edge.target] += 1 }
    }
    for (index, node) in graph.nodes.enumerated() {
      let demand = Demand(node: index, links: node.demand, notes: sources[index])
      if node.path == nil {
        unresolved.append(demand)
      } else if !hasOthers[index] {
        isolated.append(index)
      }
      if node.path != nil, node.cards == 0, sources[index] >= GraphGaps.leastDemand {
        uncarded.append(demand)
      }
      if let recall = node.retrievability, recall < desiredRetention, leaning[index] > 0 {
        weak.append(Weakness(node: index, recall: recall, leaning: leaning[index]))
      }
    }
    let isMoreWanted = { (left: Demand, right: Demand) in
      (right.links, right.notes, left.node) < (left.links, left.notes, right.node)
    }
    unresolved.sort(by: isMoreWanted)
    uncarded.sort(by: isMoreWanted)
    weak.sort { ($1.loss, $0.node) < ($0.loss, $1.node) }
  }
}

extension GraphGaps.Weakness {
  /// How often one of those that lean on it would miss it.
  fileprivate var loss: Double { Double(leaning) * (1 - recall) }
}
