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
    var links: [LinkWrite]
  }

  /// Where a link leads: the values of its columns.
  private struct Destination {
    var concept: Int64?
    var file: Int64?
    var isTie = false
  }

  /// What a link names, with its row and its compared form.
  private struct Target {
    var row: Int64
    var text: String
    var key: String
  }

  private struct Question: Hashable {
    var target: Int64
    /// Number of the folder the link's note lies in.
    var folder: Int
  }

  private let db: Database
  private let root: Int64
  private var targets: [String: Target] = [:]
  private var concepts: [String: Int64] = [:]
  private var answers: [Question: Destination] = [:]
  private var folders: [Substring: Int] = [:]
  private var index = LinkIndex([])
  /// In step with the index: what each of its files is.
  private var destinations: [Destination] = []

  init(_ db: Database, folder: ImportedFolder) throws {
    self.db = db
    root = folder.linkRoot
  }

  /// - Parameter changedKeys: compared paths of the files that came or went since the links were resolved.
  mutating func write(_ sources: [Source], changedKeys: Set<String>) throws {
    guard !changedKeys.isEmpty || sources.contains(where: { !$0.links.isEmpty }) else { return }
    try adoptNotes()
    try loadIndex()
    try insert(sources)
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
    let key =
      "CASE WHEN note.key LIKE '%.md' THEN substr(note.key, 1, length(note.key) - 3) ELSE note.key END"
    try db.execute(
      sql: """
        UPDATE concept SET note = adopted.id, name = adopted.title
        FROM (SELECT min(note.id) AS id, note.title, \(key) AS key FROM \(notes) GROUP BY 3) AS adopted
        WHERE concept.linkRoot = ?1 AND concept.note IS NULL AND concept.key = adopted.key
        """, arguments: [root])
    try db.execute(
      sql: """
        INSERT INTO concept (linkRoot, key, name, note)
        SELECT root.linkRoot, \(key), note.title, note.id FROM \(notes)
        """, arguments: [root])
  }

  private mutating func loadIndex() throws {
    var files: [LinkIndex.File] = []
    let notes = try Row.fetchCursor(
      db,
      sql: """
        SELECT root.prefix || note.path, note.key, concept.id
        FROM note JOIN root ON root.id = note.root JOIN concept ON concept.note = note.id
        WHERE root.linkRoot = ? AND note.removedAt IS NULL ORDER BY note.id
        """, arguments: [root])
    while let row = try notes.next() {
      files.append(LinkIndex.File(path: row[0], key: row[1]))
      destinations.append(Destination(concept: row[2]))
    }
    let others = try Row.fetchCursor(
      db, sql: "SELECT path, key, id FROM file WHERE linkRoot = ? ORDER BY id", arguments: [root])
    while let row = try others.next() {
      files.append(LinkIndex.File(path: row[0], key: row[1]))
      destinations.append(Destination(file: row[2]))
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
      let folder = LinkIndex.folder(of: source.key)
      for (position, link) in source.links.enumerated() {
        let target = try target(link.target)
        let end = try destination(of: target, folder: folder, note: source.note)
        try insert.run(
          .integer(source.note), .integer(position), .integer(target.row), .integer(end.concept),
          .integer(end.file),
          .integer(link.block.map { source.blocks[$0] }), .text(link.kind), .text(link.fragment),
          .flag(link.countsForGraph), .flag(end.isTie), .integer(link.place.line), .integer(link.place.column)
        )
      }
    }
  }

  private mutating func target(_ text: String) throws -> Target {
    if let known = targets[text] { return known }
    let key = text.lowercased()
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO linkTarget (linkRoot, text, nameKey) VALUES (?, ?, ?)")
      .execute(arguments: [root, text, LinkWriter.nameKey(key)])
    let row = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM linkTarget WHERE linkRoot = ? AND text = ?"),
      arguments: [root, text])!
    let target = Target(row: row, text: text, key: key)
    targets[text] = target
    return target
  }

  /// The last part of a path without `.md` at its end, however often: two paths can only mean the same file if
  /// these are equal.
  static func nameKey(_ key: String) -> String {
    var name = LinkIndex.lastPart(of: key)
    while name.hasSuffix(".md") { name = name.dropLast(3) }
    return String(name)
  }

  private mutating func destination(
    of target: Target, folder: Substring, note: Int64
  ) throws -> Destination {
    if target.key.isEmpty {
      let own = try db.cachedStatement(sql: "SELECT id FROM concept WHERE note = ?")
      return Destination(concept: try Int64.fetchOne(own, arguments: [note]))
    }
    let number = folders[folder] ?? folders.count
    folders[folder] = number
    let question = Question(target: target.row, folder: number)
    if let known = answers[question] { return known }
    var answer: Destination
    switch index.resolve(target: target.key, from: String(folder)) {
    case .file(let file, let isTie):
      answer = destinations[file]
      answer.isTie = isTie
    case .sameNote, .unresolved:
      answer = Destination(concept: try unresolvedConcept(target))
    }
    answers[question] = answer
    return answer
  }

  private mutating func unresolvedConcept(_ target: Target) throws -> Int64 {
    let hasSuffix = target.key.hasSuffix(".md")
    let bare = hasSuffix ? String(target.key.dropLast(3)) : target.key
    if let known = concepts[bare] { return known }
    let name = hasSuffix ? String(target.text.dropLast(3)) : target.text
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO concept (linkRoot, key, name) VALUES (?, ?, ?)")
      .execute(arguments: [root, bare, name])
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM concept WHERE linkRoot = ? AND key = ? AND note IS NULL"),
      arguments: [root, bare])!
    concepts[bare] = id
    return id
  }

  /// Links of other notes whose target could mean a file that came or went.
  private mutating func resolveAgain(names: Set<String>, except written: Set<Int64>) throws {
    let hasOthers = try Bool.fetchOne(
      db, sql: "SELECT (SELECT count(*) FROM (SELECT DISTINCT note FROM link LIMIT ?)) > ?",
      arguments: [written.count + 1, written.count])!
    guard hasOthers else { return }
    let select = try db.makeStatement(
      sql: """
        SELECT link.note, link.position, linkTarget.id, linkTarget.text, note.key
        FROM linkTarget JOIN link ON link.target = linkTarget.id JOIN note ON note.id = link.note
        WHERE linkTarget.linkRoot = ? AND linkTarget.nameKey = ?
        """)
    let update = try db.makeStatement(
      sql: "UPDATE link SET concept = ?, file = ?, isTie = ? WHERE note = ? AND position = ?")
    for name in names {
      for row in try Row.fetchAll(select, arguments: [root, name]) {
        let note: Int64 = row[0]
        guard !written.contains(note) else { continue }
        let (text, noteKey): (String, String) = (row[3], row[4])
        let target = Target(row: row[2], text: text, key: text.lowercased())
        let end = try destination(of: target, folder: LinkIndex.folder(of: noteKey), note: note)
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
