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

  /// What links name.
  private struct Target {
    var row: Int64
    var text: String
    /// As compared.
    var key: String
    /// Where it leads, if it leads there from every note.
    var destination: LinkFiles.Destination?
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
  private let changed: ChangedNotes
  private var targets: [Target] = []
  private var targetNumbers: [String: Int] = [:]
  private var folderNumbers: [Substring: Int] = [:]
  private var concepts: [String: Int64] = [:]
  private var answers: [Question: LinkFiles.Destination] = [:]
  private var files = LinkFiles()

  init(_ db: Database, folder: ImportedFolder, changed: ChangedNotes) {
    self.db = db
    root = folder.linkRoot
    self.changed = changed
  }

  /// - Parameters:
  ///   - changedKeys: compared paths of the files that came or went since the links were resolved.
  ///   - goneFiles: rows of files that are no longer there.
  mutating func write(_ sources: [Source], changedKeys: Set<String>, goneFiles: Set<Int64>) throws {
    guard !changedKeys.isEmpty || sources.contains(where: { !$0.links.isEmpty }) else {
      // Links can still have gone.
      return try dropUnusedConcepts()
    }
    let others = try links(named: Set(changedKeys.map(LinkWriter.nameKey)))
    for link in others { try changed.willChange(link.note) }
    try adoptNotes(sources)
    files =
      switch changed.scope {
      case .all: try LinkFiles(db, in: root, without: goneFiles)
      case .few: try LinkFiles(db, in: root, without: goneFiles, named: names(sources, others))
      }
    try SecondaryIndexes.rebuilt(of: "link", db) { try insert(sources) }
    try resolveAgain(others)
    try dropUnusedConcepts()
  }

  // MARK: Concepts

  /// Every note is a concept; a name that others already linked to becomes one with a note.
  private func adoptNotes(_ sources: [Source]) throws {
    let orphans = """
      SELECT note.id, note.key, note.title FROM note JOIN root ON root.id = note.root
      WHERE root.linkRoot = ? AND note.removedAt IS NULL
        AND NOT EXISTS (SELECT 1 FROM concept WHERE concept.note = note.id)
      """
    // All of them before any is changed, for it is asked which have no concept.
    let rows =
      switch changed.scope {
      case .all: try Row.fetchAll(db, sql: orphans, arguments: [root])
      case .few:
        try sources.flatMap {
          try Row.fetchAll(
            db.cachedStatement(sql: orphans + " AND note.id = ?"), arguments: [root, $0.note])
        }
      }
    let adopt = try db.makeStatement(
      sql: "UPDATE concept SET note = ?, name = ? WHERE linkRoot = ? AND key = ? AND note IS NULL")
    let insert = try BulkStatement(
      db, "INSERT INTO concept (linkRoot, key, nameKey, name, note) VALUES (?, ?, ?, ?, ?)")
    let hasUnresolved = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM concept WHERE linkRoot = ? AND note IS NULL)", arguments: [root])!
    for row in rows {
      let (note, key, title): (Int64, String, String) = (row[0], LinkWriter.conceptKey(row[1]), row[2])
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

  // MARK: Links

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
    switch files.index.resolve(target: target.key) {
    case .file(let file, let isTie):
      target.destination = files.destinations[file]
      target.destination?.isTie = isTie
    case .unresolved: target.destination = LinkFiles.Destination(concept: try unresolvedConcept(target))
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
  ) throws -> LinkFiles.Destination {
    if let known = targets[number].destination { return known }
    let question = Question(target: number, folder: folder.number)
    if let known = answers[question] { return known }
    let target = targets[number]
    var answer: LinkFiles.Destination
    switch files.index.resolve(target: target.key, from: folder.key) {
    case .sameNote:
      let own = try db.cachedStatement(sql: "SELECT id FROM concept WHERE note = ?")
      return LinkFiles.Destination(concept: try Int64.fetchOne(own, arguments: [note]))
    case .file(let file, let isTie):
      answer = files.destinations[file]
      answer.isTie = isTie
    case .unresolved:
      answer = LinkFiles.Destination(concept: try unresolvedConcept(target))
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

  // MARK: Links of other notes

  /// A link of a note that is not written.
  private struct OtherLink {
    var note: Int64
    var noteKey: String
    var position: Int64
    var target: (row: Int64, text: String)
  }

  /// Links whose target could mean a file that came or went. Whatever they lead to has the same name.
  private func links(named names: Set<String>) throws -> [OtherLink] {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM link)")! else { return [] }
    let select = try db.makeStatement(
      sql: """
        WITH affected AS (
          SELECT link.note, link.position, link.target FROM concept JOIN link ON link.concept = concept.id
          WHERE concept.linkRoot = ?1 AND concept.nameKey = ?2
          UNION ALL
          SELECT link.note, link.position, link.target FROM file JOIN link ON link.file = file.id
          WHERE file.linkRoot = ?1 AND file.nameKey = ?2
        )
        SELECT affected.note, note.key, affected.position, linkTarget.id, linkTarget.text
        FROM affected JOIN linkTarget ON linkTarget.id = affected.target JOIN note ON note.id = affected.note
        """)
    return try names.flatMap { name in
      try Row.fetchAll(select, arguments: [root, name]).map {
        OtherLink(note: $0[0], noteKey: $0[1], position: $0[2], target: ($0[3], $0[4]))
      }
    }
  }

  private mutating func resolveAgain(_ links: [OtherLink]) throws {
    let update = try db.makeStatement(
      sql: "UPDATE link SET concept = ?, file = ?, isTie = ? WHERE note = ? AND position = ?")
    for link in links {
      let target = try number(of: link.target.text, row: link.target.row)
      let end = try destination(of: target, folder: folder(of: link.noteKey), note: link.note)
      try update.execute(arguments: [end.concept, end.file, end.isTie, link.note, link.position])
    }
  }

  /// The names of all files that these links can lead to.
  private func names(_ sources: [Source], _ others: [OtherLink]) -> Set<String> {
    let targets =
      sources.flatMap { source in source.links.map { ($0.target, source.key) } }
      + others.map { ($0.target.text, $0.noteKey) }
    return Set(
      targets.map { text, noteKey in
        let key = text.lowercased()
        let folder = String(LinkIndex.folder(of: noteKey))
        return LinkWriter.nameKey(LinkIndex.place(ofRelative: key, from: folder) ?? key)
      })
  }

  /// Those of notes that are gone are no longer linked to, as all links of their names were resolved again.
  private func dropUnusedConcepts() throws {
    let unused = """
      DELETE FROM concept WHERE linkRoot = ?
        AND (note IS NULL OR EXISTS (SELECT 1 FROM note WHERE note.id = concept.note AND removedAt IS NOT NULL))
        AND NOT EXISTS (SELECT 1 FROM link WHERE link.concept = concept.id)
      """
    switch changed.scope {
    case .all: try db.execute(sql: unused, arguments: [root])
    case .few:
      let statement = try db.cachedStatement(sql: unused + " AND id = ?")
      for concept in changed.concepts { try statement.execute(arguments: [root, concept]) }
    }
  }
}
