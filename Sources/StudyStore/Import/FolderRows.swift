import GRDB
import StudyCore

/// Changes to the rows of imported folders, within a transaction of the caller.
struct FolderRows {
  let db: Database

  init(_ db: Database) { self.db = db }

  func add(
    path: String, label: String, linkRootPath: String, readingMode: ReadingMode = .tolerant
  ) throws -> ImportedFolder {
    try db.execute(sql: "INSERT OR IGNORE INTO linkRoot (path) VALUES (?)", arguments: [linkRootPath])
    let linkRoot = try Int64.fetchOne(
      db, sql: "SELECT id FROM linkRoot WHERE path = ?", arguments: [linkRootPath])
    let prefix = path == linkRootPath ? "" : String(path.dropFirst(linkRootPath.count + 1)) + "/"
    try db.execute(
      sql: """
        INSERT INTO root (path, label, linkRoot, prefix, readingMode) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (path) DO UPDATE SET forgottenAt = NULL, linkRoot = excluded.linkRoot, prefix = excluded.prefix,
          readingMode = excluded.readingMode
        """, arguments: [path, label, linkRoot, prefix, readingMode.rawValue])
    return ImportedFolder(
      row: try Row.fetchOne(
        db,
        sql: """
          SELECT root.id, root.path, label, linkRoot, linkRoot.path AS linkRootPath, prefix, readingMode
          FROM root JOIN linkRoot ON linkRoot.id = root.linkRoot WHERE root.path = ?
          """, arguments: [path])!)
  }

  /// The notes keep their blocks, and the next import reads them again.
  ///
  /// - Parameter prefix: what comes before their paths now.
  func moveNotes(of folder: ImportedFolder, into other: ImportedFolder, prefix: String = "") throws {
    try clearLinks(of: folder)
    try db.execute(
      sql: "UPDATE note SET root = ?, path = ? || path WHERE root = ?",
      arguments: [other.id, prefix, folder.id])
    try db.execute(sql: "DELETE FROM finding WHERE root = ?", arguments: [folder.id])
    try db.execute(sql: "DELETE FROM root WHERE id = ?", arguments: [folder.id])
    try readAnew(other)
    try dropUnusedLinkRoots()
  }

  /// Links resolve in another folder from now on.
  func relink(_ folder: ImportedFolder, linkRootPath: String) throws -> ImportedFolder {
    try clearLinks(of: folder)
    let relinked = try add(
      path: folder.path, label: folder.label, linkRootPath: linkRootPath, readingMode: folder.readingMode)
    try readAnew(relinked)
    try dropUnusedLinkRoots()
    return relinked
  }

  private func readAnew(_ folder: ImportedFolder) throws {
    try db.execute(sql: "UPDATE root SET readingRules = NULL WHERE id = ?", arguments: [folder.id])
  }

  private func dropUnusedLinkRoots() throws {
    for table in ["file", "concept", "linkTarget"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE linkRoot NOT IN (SELECT linkRoot FROM root)")
    }
    try db.execute(sql: "DELETE FROM linkRoot WHERE id NOT IN (SELECT linkRoot FROM root)")
  }

  func forget(_ folder: ImportedFolder, now: Timestamp) throws -> Int {
    try clearLinks(of: folder)
    let blocks = "SELECT block.id FROM block JOIN note ON note.id = block.note WHERE note.root = ?1"
    try db.execute(sql: "DELETE FROM blockText WHERE rowid IN (\(blocks))", arguments: [folder.id])
    try db.execute(
      sql: "UPDATE card SET isActive = 0 WHERE isActive = 1 AND block IN (\(blocks))", arguments: [folder.id])
    let hidden = db.changesCount
    try db.execute(
      sql: "UPDATE block SET removedAt = ?2 WHERE removedAt IS NULL AND id IN (\(blocks))",
      arguments: [folder.id, now.milliseconds])
    try db.execute(sql: "DELETE FROM finding WHERE root = ?", arguments: [folder.id])
    try db.execute(
      sql: "UPDATE note SET removedAt = ? WHERE root = ? AND removedAt IS NULL",
      arguments: [now.milliseconds, folder.id])
    try db.execute(
      sql: "UPDATE root SET forgottenAt = ?, figures = NULL, readingRules = NULL WHERE id = ?",
      arguments: [now.milliseconds, folder.id])
    return hidden
  }

  /// Links and concepts are read anew from the notes.
  private func clearLinks(of folder: ImportedFolder) throws {
    try db.execute(
      sql: "DELETE FROM link WHERE note IN (SELECT id FROM note WHERE root = ?)", arguments: [folder.id])
    try db.execute(
      sql: "DELETE FROM noteAlias WHERE note IN (SELECT id FROM note WHERE root = ?)", arguments: [folder.id])
    // Notes whose names differ in case only have concepts of one key, of which one at most may stay.
    let ofNotes = "note IN (SELECT id FROM note WHERE root = ?)"
    try db.execute(
      sql: """
        DELETE FROM concept WHERE \(ofNotes) AND NOT EXISTS (SELECT 1 FROM link WHERE link.concept = concept.id)
        """, arguments: [folder.id])
    try db.execute(sql: "UPDATE concept SET note = NULL WHERE \(ofNotes)", arguments: [folder.id])
    try db.execute(
      sql: """
        DELETE FROM concept WHERE note IS NULL
          AND NOT EXISTS (SELECT 1 FROM link WHERE link.concept = concept.id)
        """)
    // Links of other folders led to its notes.
    let neighbours = try Int64.fetchAll(
      db, sql: "SELECT id FROM root WHERE linkRoot = ? AND id <> ? AND figures IS NOT NULL",
      arguments: [folder.linkRoot, folder.id])
    for root in neighbours { try FolderFigures.count(db, root) }
  }
}
