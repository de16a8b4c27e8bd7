import GRDB
import StudyCore

extension StudyStore {
  /// Where a concept stands among the nodes of ``linkGraph()``.
  package func nodeIndex(of concept: Concept) throws(StudyStoreError) -> Int? {
    try read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM concept WHERE id < ?", arguments: [concept.id])
    }
  }

  /// The whole link graph.
  package func linkGraph() throws(StudyStoreError) -> LinkGraph {
    try read { db in
      var graph = LinkGraph()
      var index: [Int64: Int] = [:]
      let nodes = try Row.fetchCursor(
        db,
        sql: """
          SELECT concept.id, concept.name, root.prefix || note.path,
            (SELECT count(*) FROM card JOIN block ON block.id = card.block
              WHERE block.note = note.id AND isActive = 1)
          FROM concept LEFT JOIN note ON note.id = concept.note LEFT JOIN root ON root.id = note.root
          ORDER BY concept.id
          """)
      while let row = try nodes.next() {
        index[row[0]] = graph.nodes.count
        graph.nodes.append(LinkGraph.Node(title: row[1], path: row[2], cards: row[3]))
      }
      let edges = try Row.fetchCursor(
        db,
        sql: """
          SELECT source.id, link.concept, link.kind, count(*)
          FROM link JOIN concept AS source ON source.note = link.note
          WHERE link.countsForGraph = 1 AND link.concept IS NOT NULL
          GROUP BY source.id, link.concept, link.kind
          """)
      while let row = try edges.next() {
        guard let source = index[row[0]], let target = index[row[1]] else { continue }
        graph.edges.append(LinkGraph.Edge(source: source, target: target, kind: row[2], count: row[3]))
      }
      return graph
    }
  }
}
