import GRDB
import StudyCore

/// How many cards an import added, hid and so on.
package struct CardChanges: Hashable, Sendable {
  package var added = 0
  package var edited = 0
  package var moved = 0
  package var removed = 0
  package var restored = 0

  package init() {}

  package static func += (left: inout CardChanges, right: CardChanges) {
    left.added += right.added
    left.edited += right.edited
    left.moved += right.moved
    left.removed += right.removed
    left.restored += right.restored
  }
}

/// What came of a change, in step with its notes and with its removed blocks.
package struct ImportOutcome: Sendable {
  package fileprivate(set) var notes: [CardChanges] = []
  package fileprivate(set) var removedBlocks: [CardChanges] = []
}

extension StudyStore {
  /// Writes what an import found, in one transaction: all of it or nothing.
  package func apply(_ change: ImportChange) throws(StudyStoreError) -> ImportOutcome {
    try write { db in
      var writer = try ImportWriter(db, change)
      return try writer.run()
    }
  }

  /// The figures as of the last import of the folder.
  package func figures(of folder: ImportedFolder) throws(StudyStoreError) -> ImportFigures {
    try read { try FolderFigures.stored($0, folder.id) ?? ImportFigures() }
  }
}

/// Writes notes, then blocks with their cards, then links, which need the notes of the whole link root.
struct ImportWriter {
  let db: Database
  let change: ImportChange
  private let names: NameTable
  private let changed: ChangedNotes
  private let blocks: BlockWriter
  private var outcomes = ImportOutcome()
  /// Compared paths of the files that came or went.
  private var changedKeys = Set<String>()
  /// Rows of files that are no longer there; links still lead to them until they are resolved again.
  private var goneFiles = Set<Int64>()
  private var decided: [BlockWrite.Reference: Int64] = [:]

  init(_ db: Database, _ change: ImportChange) throws {
    self.db = db
    self.change = change
    names = NameTable(db)
    changed = try ChangedNotes(db, change)
    blocks = try BlockWriter(
      db, names: names, changed: changed, now: change.now, adoption: change.adoption)
  }

  mutating func run() throws -> ImportOutcome {
    let lastCard = try Int64.fetchOne(db, sql: "SELECT max(id) FROM card") ?? 0
    try touch()
    try removeNotes()
    let notes = try writeNotes()
    try removeBlocks()
    try ForeignBlocks.recognise(
      in: decided.values, cardsAfter: lastCard, change.adoption.presets, db)
    try writeOtherFiles()
    var links = LinkWriter(db, folder: change.folder, changed: changed)
    try links.write(
      zip(change.notes, notes).map { .init(note: $1.note, key: $0.key, blocks: $1.blocks, links: $0.links) },
      changedKeys: changedKeys, goneFiles: goneFiles)
    try dropGoneFiles()
    try writeFindings()
    try writeDecisions()
    try writeRules()
    try changed.writeFigures()
    try dropEmptyNotes()
    return outcomes
  }

  private func touch() throws {
    let statement = try db.makeStatement(sql: "UPDATE note SET size = ?, modified = ? WHERE id = ?")
    for (note, stamp) in change.touched {
      try statement.execute(arguments: [stamp.size, stamp.modified, note.rawValue])
    }
  }

  private mutating func removeNotes() throws {
    let key = try db.makeStatement(sql: "SELECT key FROM note WHERE id = ?")
    let remove = try db.makeStatement(sql: "UPDATE note SET removedAt = ? WHERE id = ?")
    for note in change.removedNotes {
      try changedKeys.formUnion(String.fetchAll(key, arguments: [note.rawValue]))
      try clear(note)
      try remove.execute(arguments: [change.now.milliseconds, note.rawValue])
    }
  }

  private func writeRules() throws {
    try db.execute(
      sql: "UPDATE root SET readingRules = ?, readingMode = ? WHERE id = ?",
      arguments: [
        Int64(bitPattern: change.rules), change.folder.readingMode.rawValue, change.folder.id,
      ])
  }

  /// Forgets what is read anew with every reading of a note.
  private func clear(_ note: NoteID) throws {
    try changed.willChange(note.rawValue)
    for table in ["link", "noteAlias"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE note = ?").execute(arguments: [note.rawValue])
    }
  }

  private mutating func writeNotes() throws -> [(note: Int64, blocks: [Int64])] {
    let insert = try BulkStatement(
      db,
      "INSERT INTO note (root, path, key, title, titleKey, size, modified, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    )
    let update = try db.makeStatement(
      sql: "UPDATE note SET key = ?, title = ?, titleKey = ?, size = ?, modified = ?, hash = ? WHERE id = ?")
    let alias = try BulkStatement(
      db, "INSERT OR IGNORE INTO noteAlias (note, key, alias) VALUES (?, ?, ?)")
    return try change.notes.map { note in
      let id: Int64
      let hash = Int64(bitPattern: note.hash)
      if let existing = note.existing {
        id = existing.rawValue
        try clear(existing)
        try update.execute(arguments: [
          note.key, note.title, note.titleKey, note.stamp.size, note.stamp.modified, hash, id,
        ])
      } else {
        try insert.run { row in
          row.bind(change.folder.id)
          row.bind(note.path)
          row.bind(note.key)
          row.bind(note.title)
          row.bind(note.titleKey)
          row.bind(note.stamp.size)
          row.bind(note.stamp.modified)
          row.bind(hash)
        }
        id = db.lastInsertedRowID
        changed.isNew(id)
        changedKeys.insert(note.key)
      }
      for (key, name) in note.aliases {
        try alias.run { row in
          row.bind(id)
          row.bind(key)
          row.bind(name)
        }
      }
      var outcome = CardChanges()
      let blockIDs = try note.blocks.enumerated().map { position, block in
        let row = try blocks.write(block, note: id, position: position, counting: &outcome)
        decided[block.reference] = row
        return row
      }
      outcomes.notes.append(outcome)
      return (id, blockIDs)
    }
  }

  private mutating func removeBlocks() throws {
    outcomes.removedBlocks = try change.removedBlocks.map(blocks.remove)
  }

  /// Notes that are gone and to which no hidden block points any more.
  private func dropEmptyNotes() throws {
    let empty = """
      DELETE FROM note WHERE removedAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM block WHERE block.note = note.id)
      """
    switch changed.scope {
    case .all: try db.execute(sql: empty)
    case .few:
      let statement = try db.cachedStatement(sql: empty + " AND id = ?")
      for note in changed.notes { try statement.execute(arguments: [note]) }
    }
  }

  private mutating func writeOtherFiles() throws {
    guard let files = change.otherFiles else { return }
    let root = change.folder.linkRoot
    var known: [String: (id: Int64, key: String)] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT path, id, key FROM file WHERE linkRoot = ?", arguments: [root])
    { known[row[0]] = (row[1], row[2]) }
    for path in Set(known.keys).subtracting(files.map(\.path)) {
      guard let file = known[path] else { continue }
      changedKeys.insert(file.key)
      goneFiles.insert(file.id)
    }
    let insert = try db.makeStatement(
      sql: "INSERT INTO file (linkRoot, path, key, nameKey) VALUES (?, ?, ?, ?)")
    for file in files where known[file.path] == nil {
      changedKeys.insert(file.key)
      try insert.execute(arguments: [root, file.path, file.key, LinkWriter.nameKey(file.key)])
    }
  }

  private func dropGoneFiles() throws {
    let delete = try db.makeStatement(sql: "DELETE FROM file WHERE id = ?")
    for file in goneFiles { try delete.execute(arguments: [file]) }
  }

  private func writeFindings() throws {
    let delete = try db.makeStatement(sql: "DELETE FROM finding WHERE root = ? AND path = ?")
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO finding (root, path, position, severity, code, message, fix, line, "column")
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var findings = Dictionary(grouping: change.fileFindings, by: \.path).mapValues { $0.map(\.finding) }
    for note in change.notes where note.existing != nil || !note.findings.isEmpty {
      findings[note.path, default: []] += note.findings
    }
    // Findings about files that could not be read last until the next import tells.
    let codes = FindingCode.ofUnreadFiles.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    try db.execute(
      sql: """
        DELETE FROM finding WHERE root = ?1 AND (code IN (\(codes))
          OR NOT EXISTS (
            SELECT 1 FROM note WHERE note.root = ?1 AND note.path = finding.path AND removedAt IS NULL))
        """, arguments: [change.folder.id])
    for (path, findings) in findings {
      try delete.execute(arguments: [change.folder.id, path])
      for (position, finding) in findings.enumerated() {
        try insert.execute(arguments: [
          change.folder.id, path, position, finding.severity.rawValue, finding.code.rawValue, finding.message,
          finding.fix, finding.place.line, finding.place.column,
        ])
      }
    }
  }

  private func writeDecisions() throws {
    let insert = try db.makeStatement(
      sql: "INSERT INTO decision (at, kind, block, detail) VALUES (?, ?, ?, ?)")
    for decision in change.decisions {
      guard let block = decided[decision.block] else { continue }
      try insert.execute(arguments: [
        change.now.milliseconds, decision.kind.rawValue, block, decision.detail,
      ])
    }
  }
}
