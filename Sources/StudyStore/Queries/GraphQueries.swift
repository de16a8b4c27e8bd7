import GRDB
import StudyCore

extension StudyStore {
  /// All cards that were reviewed, by the concept of their note.
  package func reviewedCards() throws(StudyStoreError) -> [Int64: [QueuedCard]] {
    try read { db in
      var decks = DeckNames()
      var cards: [Int64: [QueuedCard]] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT concept.id AS concept, \(CardRows.selection)
          FROM \(CardRows.source) JOIN concept ON concept.note = block.note
          WHERE card.isActive = 1 AND card.lastReview IS NOT NULL
          """)
      while let row = try rows.next() {
        cards[row["concept"], default: []].append(try CardRows.card(row, &decks, db))
      }
      return cards
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
        graph.nodes.append(LinkGraph.Node(concept: row[0], title: row[1], path: row[2], cards: row[3]))
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
