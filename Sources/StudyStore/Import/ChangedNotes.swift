import Foundation
import GRDB
import StudyCore

/// What an import changes, note by note: so that figures and concepts are looked at again only where something changed.
///
/// Every note is to be named before anything of it is changed.
final class ChangedNotes {
  enum Scope {
    /// What is not named stays as it is.
    case few
    /// So much changes that everything is counted and looked up anew, which is the same in the end.
    case all
  }

  /// What a note adds to the figures of its folder.
  private struct Share {
    var root: Int64?
    /// Without the concepts, which several notes can link to.
    var figures = ImportFigures()
    /// Names without a note that it links to.
    var unresolved = Set<Int64>()
  }

  private(set) var scope: Scope
  /// Concepts that nothing may need any more: those of the changed notes, and those they linked to.
  private(set) var concepts = Set<Int64>()
  /// The notes that were named.
  var notes: some Collection<Int64> { before.keys }
  private let db: Database
  private let folder: ImportedFolder
  /// How many notes are few.
  private let limit: Int
  private var before: [Int64: Share] = [:]

  init(_ db: Database, _ change: ImportChange) throws {
    self.db = db
    folder = change.folder
    let figures = try FolderFigures.stored(db, folder.id)
    let rules = try Int64.fetchOne(
      db, sql: "SELECT readingRules FROM root WHERE id = ?", arguments: [folder.id])
    // To look at more notes one by one takes longer than to look at all of them at once.
    limit = max(50, (figures?.notes ?? 0) / 40)
    let isKnown = figures != nil && rules == Int64(bitPattern: change.rules)
    scope = isKnown && change.notes.count + change.removedNotes.count <= limit ? .few : .all
  }

  func willChange(_ note: Int64) throws {
    guard before[note] == nil else { return }
    // Many notes can link to one that changed.
    if before.count >= limit { scope = .all }
    before[note] = scope == .few ? try share(of: note) : Share()
    guard scope == .few else { return }
    concepts.formUnion(
      try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id FROM concept WHERE note = ?1
            UNION SELECT concept FROM link WHERE note = ?1 AND concept IS NOT NULL
            """), arguments: [note]))
  }

  /// The note has a row, but nothing in it is to be told of yet.
  func isNew(_ note: Int64) { before[note] = Share() }

  private func share(of note: Int64) throws -> Share {
    var share = Share()
    let counts = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT root, removedAt IS NULL,
            (SELECT count(*) FROM block WHERE block.note = note.id AND block.removedAt IS NULL),
            (SELECT count(*) FROM block JOIN card ON card.block = block.id
              WHERE block.note = note.id AND card.isActive = 1)
          FROM note WHERE id = ?
          """), arguments: [note])
    guard let counts else { return share }
    share.root = counts[0]
    (share.figures.notes, share.figures.blocks, share.figures.cards) = (counts[1], counts[2], counts[3])
    let links = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT concept.id, concept.note IS NULL, link.file IS NOT NULL, kind IN ('embed', 'markdown-embed')
          FROM link LEFT JOIN concept ON concept.id = link.concept WHERE link.note = ? AND countsForGraph = 1
          """), arguments: [note])
    var targets = Set<Int64>()
    for link in links {
      share.figures.links += 1
      if link[3] { share.figures.embeds += 1 }
      if let concept: Int64 = link[0] {
        if link[1] { share.unresolved.insert(concept) } else { targets.insert(concept) }
      }
      if link[0] == nil ? link[2] : !link[1] { share.figures.resolvedLinks += 1 }
    }
    share.figures.edges = targets.count
    return share
  }

  // MARK: Figures

  /// Brings the figures of all folders up to date in which notes changed.
  func writeFigures() throws {
    switch scope {
    case .few:
      let after = try Dictionary(uniqueKeysWithValues: before.keys.map { ($0, try share(of: $0)) })
      let roots = Set((Array(before.values) + Array(after.values)).compactMap(\.root))
      for root in roots.union([folder.id]) { try adjust(root, after) }
    case .all:
      let others = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM root WHERE figures IS NOT NULL AND id <> ?1
            AND id IN (SELECT root FROM note WHERE id IN (SELECT value FROM json_each(?2)))
          """, arguments: [folder.id, "[\(before.keys.map(String.init).joined(separator: ","))]"])
      for root in [folder.id] + others { try FolderFigures.count(db, root) }
    }
  }

  private func adjust(_ root: Int64, _ after: [Int64: Share]) throws {
    // A folder that was forgotten has none.
    guard var figures = try FolderFigures.stored(db, root) else { return }
    func unresolved(_ shares: [Int64: Share]) -> Set<Int64> {
      shares.values.reduce(into: []) { if $1.root == root { $0.formUnion($1.unresolved) } }
    }
    for share in before.values where share.root == root { figures.add(share.figures, times: -1) }
    for share in after.values where share.root == root { figures.add(share.figures) }
    let (old, new) = (unresolved(before), unresolved(after))
    for concept in old.symmetricDifference(new) where try !isUnresolvedElsewhere(concept, in: root) {
      figures.unresolvedConcepts += new.contains(concept) ? 1 : -1
    }
    try FolderFigures.countFindings(db, root, &figures)
    try FolderFigures.store(db, figures, root)
  }

  /// Whether notes of the folder that did not change link to a concept without a note.
  private func isUnresolvedElsewhere(_ concept: Int64, in root: Int64) throws -> Bool {
    let sources = try Int64.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT link.note FROM concept JOIN link ON link.concept = concept.id JOIN note ON note.id = link.note
          WHERE concept.id = ? AND concept.note IS NULL AND note.root = ? AND link.countsForGraph = 1
          """), arguments: [concept, root])
    while let source = try sources.next() { if before[source] == nil { return true } }
    return false
  }
}
