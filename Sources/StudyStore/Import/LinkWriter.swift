import GRDB
import StudyCore

/// Writes links, resolves them against the files of their link root, and keeps the concepts they lead to.
struct LinkWriter {
  /// The links of one note that was just written.
  struct Source {
    var note: Int64
    /// The note's path as compared.
    var key: String
    /// Rows of its blocks, in order.
    var blocks: [Int64]
    var links: [NoteLink]
  }

  /// Where a link leads: the values of its columns.
  private struct Destination {
    var concept: Int64?
    var file: Int64?
    var isTie = false
  }

  /// What links name.
  private struct Target {
    var row: Int64
    var text: String
    /// As compared.
    var key: String
    /// Where it leads, if it leads there from every note.
    var destination: Destination?
  }

  /// Where a note lies.
  private struct Folder {
    var number: Int
    var key: String
  }

  private struct Question: Hashable {
    var target: Int
    var folder: Int
  }

  private let db: Database
  private let root: Int64
  private var targets: [Target] = []
  private var targetNumbers: [String: Int] = [:]
  private var folderNumbers: [Substring: Int] = [:]
  private var concepts: [String: Int64] = [:]
  private var answers: [Question: Destination] = [:]
  private var index = LinkIndex([])
  /// In step with the index: what each of its files is.
  private var destinations: [Destination] = []

  init(_ db: Database, folder: ImportedFolder) throws {
    self.db = db
    root = folder.linkRoot
  }

  /// - Parameters:
  ///   - changedKeys: compared paths of the files that came or went since the links were resolved.
  ///   - goneFiles: rows of files that are no longer there.
  mutating func write(_ sources: [Source], changedKeys: Set<String>, goneFiles: Set<Int64>) throws {
    guard !changedKeys.isEmpty || sources.contains(where: { !$0.links.isEmpty }) else {
      // Links can still have gone.
      return try dropUnusedConcepts()
    }
    try adoptNotes()
    try loadIndex(without: goneFiles)
    try SecondaryIndexes.rebuilt(of: "link", db) { try insert(sources) }
    try resolveAgain(
      names: Set(changedKeys.map(LinkWriter.nameKey)),
      except: Set(sources.filter { !$0.links.isEmpty }.map(\.note)))
    try dropUnusedConcepts()
  }

  /// Every note is a concept; a name that others already linked to becomes one with a note.
  private func adoptNotes() throws {
    let notes = """
      note JOIN root ON root.id = note.root
      WHERE root.linkRoot = ?1 AND note.removedAt IS NULL
        AND NOT EXISTS (SELECT 1 FROM concept WHERE concept.note = note.id)
      """
    let adopt = try db.makeStatement(
      sql: "UPDATE concept SET note = ?, name = ? WHERE linkRoot = ? AND key = ? AND note IS NULL")
    let insert = try BulkStatement(
      db, "INSERT INTO concept (linkRoot, key, nameKey, name, note) VALUES (?, ?, ?, ?, ?)")
    let hasUnresolved = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM concept WHERE linkRoot = ? AND note IS NULL)", arguments: [root])!
    let select = try BulkStatement(db, "SELECT note.id, note.key, note.title FROM \(notes)")
    // Not while the query runs: it asks for the notes without a concept.
    var orphans: [(note: Int64, key: String, title: String)] = []
    try select.forEachRow({ $0.bind(root) }) { row in
      orphans.append((row.integer(0) ?? 0, LinkWriter.conceptKey(row.text(1)), row.text(2)))
    }
    for (note, key, title) in orphans {
      if hasUnresolved {
        try adopt.execute(arguments: [note, title, root, key])
        if db.changesCount > 0 { continue }
      }
      try insert.run { row in
        row.bind(root)
        row.bind(key)
        row.bind(LinkWriter.nameKey(key))
        row.bind(title)
        row.bind(note)
      }
    }
  }

  /// The key of a note's path, or of an unresolved target, without `.md`.
  private static func conceptKey(_ key: String) -> String {
    key.hasSuffix(".md") ? String(key.dropLast(3)) : key
  }

  private mutating func loadIndex(without goneFiles: Set<Int64>) throws {
    var files: [LinkIndex.File] = []
    let notes = try BulkStatement(
      db,
      """
      SELECT root.prefix || note.path, note.key, concept.id
      FROM note JOIN root ON root.id = note.root JOIN concept ON concept.note = note.id
      WHERE root.linkRoot = ? AND note.removedAt IS NULL ORDER BY note.id
      """)
    try notes.forEachRow({ $0.bind(root) }) { row in
      files.append(LinkIndex.File(path: row.text(0), key: row.text(1)))
      destinations.append(Destination(concept: row.integer(2)))
    }
    let others = try BulkStatement(db, "SELECT path, key, id FROM file WHERE linkRoot = ? ORDER BY id")
    try others.forEachRow({ $0.bind(root) }) { row in
      guard let id = row.integer(2), !goneFiles.contains(id) else { return }
      files.append(LinkIndex.File(path: row.text(0), key: row.text(1)))
      destinations.append(Destination(file: id))
    }
    index = LinkIndex(files)
  }

  private mutating func insert(_ sources: [Source]) throws {
    let insert = try BulkStatement(
      db,
      """
      INSERT INTO link (note, position, target, concept, file, block, kind, fragment, countsForGraph, isTie, line,
        "column")
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for source in sources {
      let folder = folder(of: source.key)
      for (position, link) in source.links.enumerated() {
        let target = try number(of: link.target)
        let end = try destination(of: target, folder: folder, note: source.note)
        try insert.run { row in
          row.bind(source.note)
          row.bind(position)
          row.bind(targets[target].row)
          row.bind(end.concept)
          row.bind(end.file)
          row.bind(link.block.map { source.blocks[$0] })
          row.bind(link.kind.rawValue)
          row.bind(link.fragment)
          row.bind(link.countsForGraph)
          row.bind(end.isTie)
          row.bind(link.place.line)
          row.bind(link.place.column)
        }
      }
    }
  }

  private mutating func folder(of noteKey: String) -> Folder {
    let key = LinkIndex.folder(of: noteKey)
    let number = folderNumbers[key] ?? folderNumbers.count
    folderNumbers[key] = number
    return Folder(number: number, key: String(key))
  }

  /// The target's place in `targets`.
  ///
  /// - Parameter row: of the target; nil looks it up.
  private mutating func number(of text: String, row: Int64? = nil) throws -> Int {
    if let known = targetNumbers[text] { return known }
    var target = Target(row: try row ?? self.row(ofTarget: text), text: text, key: text.lowercased())
    switch index.resolve(target: target.key) {
    case .file(let file, let isTie):
      target.destination = destinations[file]
      target.destination?.isTie = isTie
    case .unresolved: target.destination = Destination(concept: try unresolvedConcept(target))
    case .sameNote, nil: break
    }
    targetNumbers[text] = targets.count
    targets.append(target)
    return targets.count - 1
  }

  private func row(ofTarget text: String) throws -> Int64 {
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO linkTarget (linkRoot, text) VALUES (?, ?)")
    try insert.execute(arguments: [root, text])
    if db.changesCount > 0 { return db.lastInsertedRowID }
    return try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM linkTarget WHERE linkRoot = ? AND text = ?"),
      arguments: [root, text])!
  }

  /// The last part of a path without `.md` at its end, however often: two paths can only mean the same file if
  /// these are equal.
  static func nameKey(_ key: String) -> String {
    var name = LinkIndex.lastPart(of: key)
    while name.hasSuffix(".md") { name = name.dropLast(3) }
    return String(name)
  }

  private mutating func destination(
    of number: Int, folder: Folder, note: Int64
  ) throws -> Destination {
    if let known = targets[number].destination { return known }
    let question = Question(target: number, folder: folder.number)
    if let known = answers[question] { return known }
    let target = targets[number]
    var answer: Destination
    switch index.resolve(target: target.key, from: folder.key) {
    case .sameNote:
      let own = try db.cachedStatement(sql: "SELECT id FROM concept WHERE note = ?")
      return Destination(concept: try Int64.fetchOne(own, arguments: [note]))
    case .file(let file, let isTie):
      answer = destinations[file]
      answer.isTie = isTie
    case .unresolved:
      answer = Destination(concept: try unresolvedConcept(target))
    }
    answers[question] = answer
    return answer
  }

  private mutating func unresolvedConcept(_ target: Target) throws -> Int64 {
    let key = LinkWriter.conceptKey(target.key)
    if let known = concepts[key] { return known }
    let name = target.key == key ? target.text : String(target.text.dropLast(3))
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO concept (linkRoot, key, nameKey, name) VALUES (?, ?, ?, ?)")
    try insert.execute(arguments: [root, key, LinkWriter.nameKey(key), name])
    let id =
      try db.changesCount > 0
      ? db.lastInsertedRowID
      : Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM concept WHERE linkRoot = ? AND key = ? AND note IS NULL"),
        arguments: [root, key])!
    concepts[key] = id
    return id
  }

  /// Links of other notes whose target could mean a file that came or went. Whatever they lead to now has the
  /// same name.
  private mutating func resolveAgain(names: Set<String>, except written: Set<Int64>) throws {
    let hasOthers = try Bool.fetchOne(
      db, sql: "SELECT (SELECT count(*) FROM (SELECT DISTINCT note FROM link LIMIT ?)) > ?",
      arguments: [written.count + 1, written.count])!
    guard hasOthers else { return }
    let select = try db.makeStatement(
      sql: """
        WITH affected AS (
          SELECT link.note, link.position, link.target FROM concept JOIN link ON link.concept = concept.id
          WHERE concept.linkRoot = ?1 AND concept.nameKey = ?2
          UNION ALL
          SELECT link.note, link.position, link.target FROM file JOIN link ON link.file = file.id
          WHERE file.linkRoot = ?1 AND file.nameKey = ?2
        )
        SELECT affected.note, affected.position, linkTarget.id, linkTarget.text, note.key
        FROM affected JOIN linkTarget ON linkTarget.id = affected.target JOIN note ON note.id = affected.note
        """)
    let update = try db.makeStatement(
      sql: "UPDATE link SET concept = ?, file = ?, isTie = ? WHERE note = ? AND position = ?")
    for name in names {
      for row in try Row.fetchAll(select, arguments: [root, name]) {
        let note: Int64 = row[0]
        guard !written.contains(note) else { continue }
        let target = try number(of: row[3], row: row[2])
        let end = try destination(of: target, folder: folder(of: row[4]), note: note)
        try update.execute(arguments: [end.concept, end.file, end.isTie, note, row[1] as Int64])
      }
    }
  }

  /// Those of notes that are gone are no longer linked to, as all links of their names were resolved again.
  private func dropUnusedConcepts() throws {
    try db.execute(
      sql: """
        DELETE FROM concept WHERE linkRoot = ?
          AND (note IS NULL OR note IN (SELECT id FROM note WHERE removedAt IS NOT NULL))
          AND NOT EXISTS (SELECT 1 FROM link WHERE link.concept = concept.id)
        """, arguments: [root])
  }
}
