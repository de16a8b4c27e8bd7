import StudyCore
import StudyStore

/// What the link graph shows to be missing, with names. Each list has the most important first.
package struct GapReport: Sendable {
  package struct Unresolved: Hashable, Sendable {
    package var name: String
    package var links: Int
    /// Titles of notes that may be meant, best first.
    package var near: [String]
  }

  package struct Uncarded: Hashable, Sendable {
    package var node: LinkGraph.Node
    package var links: Int
    package var notes: Int
  }

  package struct Weak: Hashable, Sendable {
    package var node: LinkGraph.Node
    /// Mean predicted recall of its cards, 0–1.
    package var recall: Double
    /// How many other notes with cards link to it.
    package var leaning: Int
  }

  package var unresolved: [Unresolved]
  package var uncarded: [Uncarded]
  package var isolated: [LinkGraph.Node]
  package var weak: [Weak]
  /// How many there are in all, whatever the limit.
  package var totals: (unresolved: Int, uncarded: Int, isolated: Int, weak: Int)
}

extension GraphService {
  /// - Parameter limit: of each list, so many at most.
  /// - Throws: `StudyStoreError`
  package func gaps(limit: Int, at now: Moment) throws -> GapReport {
    let graph = try graph(at: now)
    let gaps = GraphGaps(graph, desiredRetention: presets.general.desiredRetention)
    let unresolved = gaps.unresolved.prefix(limit)
    let titles = try NoteTitles(near: unresolved.map { graph.nodes[$0.node].title }, in: store)
    return GapReport(
      unresolved: unresolved.map {
        let name = graph.nodes[$0.node].title
        return .init(name: name, links: $0.links, near: titles.nearest(to: name))
      },
      uncarded: gaps.uncarded.prefix(limit).map {
        .init(node: graph.nodes[$0.node], links: $0.links, notes: $0.notes)
      },
      isolated: gaps.isolated.prefix(limit).map { graph.nodes[$0] },
      weak: gaps.weak.prefix(limit).map {
        .init(node: graph.nodes[$0.node], recall: $0.recall, leaning: $0.leaning)
      },
      totals: (gaps.unresolved.count, gaps.uncarded.count, gaps.isolated.count, gaps.weak.count))
  }
}
