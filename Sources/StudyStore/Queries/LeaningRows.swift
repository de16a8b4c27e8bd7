import GRDB
import StudyCore

/// What card blocks lean on, read note by note as it is asked for.
///
/// A block leans on the notes that its text links to; all blocks of a note lean on those that it says it requires, and on those that say
/// they are part of it.
struct LeaningRows {
  /// By rows of `note`, as everything here.
  struct OfNote {
    /// In the order of the text, each note once.
    var ofBlocks: [Int64: [FoundationOrder.Leaning]] = [:]
    /// What all blocks lean on.
    var explicit: [FoundationOrder.Leaning] = []

    /// Those of one block, the note's first.
    func leanings(ofBlock block: Int64) -> [FoundationOrder.Leaning] {
      let ofNote = Set(explicit.map(\.note))
      return explicit + (ofBlocks[block] ?? []).filter { !ofNote.contains($0.note) }
    }
  }

  private let db: Database
  private var notes: [Int64: OfNote] = [:]
  private var inDegrees: [Int64: Int] = [:]

  init(_ db: Database) { self.db = db }

  /// More links make a hub no weaker, so that not all of them have to be counted.
  private static let largestInDegree = 1000

  mutating func leanings(ofBlock block: Int64, in note: Int64) throws -> [FoundationOrder.Leaning] {
    try leanings(in: note).leanings(ofBlock: block)
  }

  mutating func leanings(in note: Int64) throws -> OfNote {
    if let known = notes[note] { return known }
    var result = OfNote()
    result.explicit = try explicit(note)
    for (block, targets) in try linksOfBlocks(note) {
      result.ofBlocks[block] = try targets.compactMap { concept, target in
        guard let target, target != note else { return nil }
        return .init(
          note: Int(target),
          strength: LinkStrength.card.damped(outDegree: targets.count, inDegree: try inDegree(concept)))
      }
    }
    notes[note] = result
    return result
  }

  /// The concepts that the text of each block links to, in its order, with their notes.
  private func linksOfBlocks(_ note: Int64) throws -> [Int64: [(concept: Int64, note: Int64?)]] {
    var blocks: [Int64: [(concept: Int64, note: Int64?)]] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT link.block, concept.id, concept.note FROM link JOIN concept ON concept.id = link.concept
          WHERE link.note = ? AND link.block IS NOT NULL
          GROUP BY link.block, concept.id ORDER BY min(link.position)
          """), arguments: [note])
    while let row = try rows.next() { blocks[row[0], default: []].append((row[1], row[2])) }
    return blocks
  }

  private func explicit(_ note: Int64) throws -> [FoundationOrder.Leaning] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT concept.note,
            (SELECT count(DISTINCT other.note) FROM link AS other
              WHERE other.concept = concept.id AND other.kind = 'requires')
          FROM link JOIN concept ON concept.id = link.concept
          WHERE link.note = ?1 AND link.kind = 'requires' AND concept.note IS NOT NULL AND concept.note <> ?1
          GROUP BY concept.id ORDER BY min(link.position)
          """), arguments: [note])
    let parts = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT link.note FROM link
          WHERE link.concept = (SELECT id FROM concept WHERE note = ?1) AND link.kind = 'part-of'
            AND link.note <> ?1
          ORDER BY link.note
          """), arguments: [note])
    let required = rows.map { row in
      FoundationOrder.Leaning(
        note: row[0], strength: LinkStrength.explicit.damped(outDegree: rows.count, inDegree: row[1]))
    }
    let known = Set(required.map(\.note))
    return required
      + parts.map(Int.init).filter { !known.contains($0) }.map {
        .init(note: $0, strength: LinkStrength.explicit.damped(outDegree: 1, inDegree: parts.count))
      }
  }

  /// How many notes link to a concept.
  private mutating func inDegree(_ concept: Int64) throws -> Int {
    if let known = inDegrees[concept] { return known }
    let count =
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT count(*) FROM (
              SELECT DISTINCT note FROM link INDEXED BY link_concept WHERE concept = ?
              LIMIT \(LeaningRows.largestInDegree))
            """), arguments: [concept]) ?? 0
    inDegrees[concept] = count
    return count
  }
}
