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
      var sources: [Int64: Int] = [:]
      let cards = try GraphRows.cardCounts(db)
      let nodes = try BulkStatement(
        db,
        """
        SELECT concept.id, concept.name, note.id, root.prefix, note.path
        FROM concept LEFT JOIN note ON note.id = concept.note LEFT JOIN root ON root.id = note.root
        ORDER BY concept.id
        """)
      try nodes.forEachRow { row in
        guard let concept = row.integer(0) else { return }
        let note = row.integer(2)
        index[concept] = graph.nodes.count
        if let note { sources[note] = graph.nodes.count }
        graph.nodes.append(
          LinkGraph.Node(
            concept: concept, title: row.text(1), path: note.map { _ in row.text(3) + row.text(4) },
            cards: note.flatMap { cards[$0] } ?? 0))
      }
      try GraphRows.forEachEdge(db) { note, concept, kind, count in
        guard let source = sources[note], let target = index[concept] else { return }
        graph.add(LinkGraph.Edge(source: source, target: target, kind: kind, count: count))
      }
      return graph
    }
  }
}

/// Reads the parts of the graph row by row.
private enum GraphRows {
  /// How many cards each note has.
  static func cardCounts(_ db: Database) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    let rows = try BulkStatement(
      db, "SELECT block.note FROM card JOIN block ON block.id = card.block WHERE card.isActive = 1")
    try rows.forEachRow { row in
      if let note = row.integer(0) { counts[note, default: 0] += 1 }
    }
    return counts
  }

  private struct End: Hashable {
    var concept: Int64
    var kind: String
  }

  /// The links of a note to a concept of one kind, together; in order of the notes, and in each of its text.
  static func forEachEdge(
    _ db: Database, _ body: (_ note: Int64, _ concept: Int64, _ kind: String, _ count: Int) -> Void
  ) throws {
    // Rows of one note come together, as the table is kept so.
    var source: Int64?
    var ends: [(end: End, count: Int)] = []
    var places: [End: Int] = [:]
    func finish() {
      guard let source else { return }
      for (end, count) in ends { body(source, end.concept, end.kind, count) }
      ends.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
    }
    let rows = try BulkStatement(
      db,
      """
      SELECT note, concept, kind FROM link WHERE countsForGraph = 1 AND concept IS NOT NULL
      ORDER BY note, position
      """)
    try rows.forEachRow { row in
      guard let note = row.integer(0), let concept = row.integer(1) else { return }
      if note != source {
        finish()
        source = note
      }
      let end = End(concept: concept, kind: row.text(2))
      if let place = places[end] {
        ends[place].count += 1
      } else {
        places[end] = ends.count
        ends.append((end, 1))
      }
    }
    finish()
  }
}
