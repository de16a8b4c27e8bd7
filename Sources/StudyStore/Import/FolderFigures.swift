import Foundation
import GRDB
import StudyCore

/// Counts what a folder holds, and keeps the result beside it.
enum FolderFigures {
  /// Nil for a folder that was never imported, or is forgotten.
  static func stored(_ db: Database, _ root: Int64) throws -> ImportFigures? {
    let json = try String.fetchOne(db, sql: "SELECT figures FROM root WHERE id = ?", arguments: [root])
    return try json.map { try JSONDecoder().decode(ImportFigures.self, from: Data($0.utf8)) }
  }

  static func store(_ db: Database, _ figures: ImportFigures, _ root: Int64) throws {
    let json = String(decoding: try JSONEncoder().encode(figures), as: UTF8.self)
    try db.execute(sql: "UPDATE root SET figures = ? WHERE id = ?", arguments: [json, root])
  }

  /// Counts everything in the folder.
  static func count(_ db: Database, _ root: Int64) throws {
    var figures = ImportFigures()
    try countNotes(db, root, &figures)
    try countLinks(db, root, &figures)
    try countFindings(db, root, &figures)
    try store(db, figures, root)
  }

  private static func countNotes(
    _ db: Database, _ root: Int64, _ figures: inout ImportFigures
  ) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT
          (SELECT count(*) FROM note WHERE root = ?1 AND removedAt IS NULL),
          (SELECT count(*) FROM block JOIN note ON note.id = block.note
            WHERE root = ?1 AND block.removedAt IS NULL),
          (SELECT count(*) FROM card JOIN block ON block.id = card.block JOIN note ON note.id = block.note
            WHERE root = ?1 AND isActive = 1)
        """, arguments: [root])!
    (figures.notes, figures.blocks, figures.cards) = (row[0], row[1], row[2])
  }

  private static func countLinks(
    _ db: Database, _ root: Int64, _ figures: inout ImportFigures
  ) throws {
    // One list of names without a note is a fraction of a lookup for each link.
    var unresolved = Set<Int64>()
    try BulkStatement(db, "SELECT id FROM concept WHERE note IS NULL").forEachRow { row in
      if let concept = row.integer(0) { unresolved.insert(concept) }
    }
    let query = try BulkStatement(
      db,
      """
      SELECT link.note, link.concept, link.file IS NOT NULL, link.kind IN ('embed', 'markdown-embed')
      FROM note JOIN link ON link.note = note.id
      WHERE note.root = ? AND note.removedAt IS NULL AND link.countsForGraph = 1
      """)
    var met = Set<Int64>()
    // Rows of one note come together, so its targets are counted before the next begins.
    var source: Int64?
    var targets = Set<Int64>()
    try query.forEachRow({ $0.bind(root) }) { row in
      if row.integer(0) != source {
        figures.edges += targets.count
        targets.removeAll(keepingCapacity: true)
        source = row.integer(0)
      }
      figures.links += 1
      if row.flag(3) { figures.embeds += 1 }
      let concept = row.integer(1)
      if let concept, unresolved.contains(concept) {
        met.insert(concept)
      } else if let concept {
        figures.resolvedLinks += 1
        targets.insert(concept)
      } else if row.flag(2) {
        figures.resolvedLinks += 1
      }
    }
    figures.edges += targets.count
    figures.unresolvedConcepts = met.count
  }

  static func countFindings(_ db: Database, _ root: Int64, _ figures: inout ImportFigures) throws {
    (figures.errors, figures.warnings, figures.remarks) = (0, 0, 0)
    let rows = try Row.fetchAll(
      db, sql: "SELECT severity, count(*) FROM finding WHERE root = ? GROUP BY severity",
      arguments: [root])
    for row in rows {
      switch Finding.Severity(rawValue: row[0]) {
      case .error: figures.errors = row[1]
      case .warning: figures.warnings = row[1]
      case .note, nil: figures.remarks = row[1]
      }
    }
  }
}
