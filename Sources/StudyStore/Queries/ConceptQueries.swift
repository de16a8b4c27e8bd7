import GRDB
import StudyCore

/// A node of the link graph: a note, or a name that links use and no note has.
package struct Concept: Hashable, Sendable {
  package var id: Int64
  package var name: String
  package var note: NotePlace?
}

/// Where a note lies.
package struct NotePlace: Hashable, Sendable {
  package var id: NoteID
  /// The imported folder.
  package var folder: String
  /// Relative to the folder.
  package var path: String

  package var absolutePath: String { folder + "/" + path }
}

/// Links of one note to one thing, taken together.
package struct LinkBundle: Hashable, Sendable {
  /// Where the links lead, or come from.
  package enum End: Hashable, Sendable {
    case concept(Concept)
    /// A file that is no note; its path below the link root.
    case file(String)
  }

  package var end: End
  /// `wiki`, `embed`, `markdown`, `markdown-embed` or `property`.
  package var kind: String
  package var count: Int

  /// The note that they lead to.
  package var note: NoteID? {
    if case .concept(let concept) = end { concept.note?.id } else { nil }
  }
}

extension StudyStore {
  /// The concepts that a name can mean, best first: exact path, title, alias, name of unresolved links. All
  /// that one rule finds are returned, none of the rules after it.
  ///
  /// - Parameter key: the name as compared, without `.md`.
  package func concepts(named key: String) throws(StudyStoreError) -> [Concept] {
    try read { db in
      let isNote = "note.id IS NOT NULL AND note.removedAt IS NULL"
      // All of them are named so that the indexes by link root are used; the plus keeps SQLite from the list of unresolved names.
      let ofAnyRoot = "concept.linkRoot IN (SELECT id FROM linkRoot)"
      let rules = [
        "\(isNote) AND \(ofAnyRoot) AND concept.key = :key",
        "\(isNote) AND note.titleKey = :key",
        "\(isNote) AND \(ofAnyRoot) AND concept.nameKey = :name AND substr(concept.key, -length(:key) - 1) = '/' || :key",
        "\(isNote) AND note.id IN (SELECT note FROM noteAlias WHERE key = :key)",
        "+concept.note IS NULL AND \(ofAnyRoot) AND concept.key = :key",
      ]
      for rule in rules {
        let found = try Row.fetchAll(
          db, sql: Concept.selection + " WHERE \(rule) ORDER BY concept.id",
          arguments: ["key": key, "name": LinkWriter.nameKey(key)])
        if !found.isEmpty { return found.map(Concept.init) }
      }
      return []
    }
  }

  /// What a note links to, most first.
  package func links(from note: NoteID) throws(StudyStoreError) -> [LinkBundle] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT concept.id, concept.name, note.id, root.path, note.path, file.path, link.kind, count(*) AS count
          FROM link LEFT JOIN concept ON concept.id = link.concept LEFT JOIN note ON note.id = concept.note
            LEFT JOIN root ON root.id = note.root LEFT JOIN file ON file.id = link.file
          WHERE link.note = ? AND link.countsForGraph = 1
          GROUP BY link.concept, link.file, link.kind ORDER BY count DESC, min(link.position)
          """, arguments: [note.rawValue]
      ).map { row in
        let end: LinkBundle.End =
          if let file: String = row[5] { .file(file) } else { .concept(Concept(row: row)) }
        return LinkBundle(end: end, kind: row[6], count: row[7])
      }
    }
  }

  /// The notes that link to a concept, most links first.
  package func links(to concept: Int64) throws(StudyStoreError) -> [(
    source: NotePlace, title: String, count: Int
  )] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT note.id, root.path, note.path, note.title, count(*) AS count
          FROM link JOIN note ON note.id = link.note JOIN root ON root.id = note.root
          WHERE link.concept = ? AND link.countsForGraph = 1
          GROUP BY note.id ORDER BY count DESC, note.title
          """, arguments: [concept]
      ).map { (NotePlace(id: NoteID($0[0]), folder: $0[1], path: $0[2]), $0[3], $0[4]) }
    }
  }
}

extension Concept {
  static let selection = """
    SELECT concept.id, concept.name, note.id, root.path, note.path
    FROM concept LEFT JOIN note ON note.id = concept.note LEFT JOIN root ON root.id = note.root
    """

  /// From the first five columns.
  init(row: Row) {
    id = row[0]
    name = row[1]
    note = (row[2] as Int64?).map { NotePlace(id: NoteID($0), folder: row[3], path: row[4]) }
  }
}
