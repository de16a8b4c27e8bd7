import GRDB
import StudyCore

/// A name that a note goes by: its title or an alias.
package struct NoteName: Hashable, Sendable {
  package var name: String
  package var title: String
}

extension StudyStore {
  /// The titles and aliases of all notes, in order of the notes.
  package func noteNames() throws(StudyStoreError) -> [NoteName] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT title AS name, title, id FROM note WHERE removedAt IS NULL
          UNION ALL
          SELECT alias, title, id FROM noteAlias JOIN note ON note.id = noteAlias.note WHERE removedAt IS NULL
          ORDER BY id
          """
      ).map { NoteName(name: $0[0], title: $0[1]) }
    }
  }

  /// Of the titles and aliases of all notes those that the sieve lets pass: read from indexes, so that it takes little time in a collection of a
  /// hundred thousand notes.
  package func noteNames(passing sieve: NameSieve) throws(StudyStoreError) -> [NoteName] {
    try read { db in
      var titled: [Int64] = []
      try BulkStatement(db, "SELECT titleKey, id FROM note INDEXED BY note_titleKey").forEachRow { row in
        if row.withText(0, sieve.passes) { titled.append(row.integer(1) ?? 0) }
      }
      var aliases: [(note: Int64, key: String)] = []
      try BulkStatement(db, "SELECT key, note FROM noteAlias INDEXED BY noteAlias_key").forEachRow { row in
        if row.withText(0, sieve.passes) { aliases.append((row.integer(1) ?? 0, row.text(0))) }
      }
      let title = try db.makeStatement(
        sql: "SELECT title, title FROM note WHERE id = ? AND removedAt IS NULL")
      let alias = try db.makeStatement(
        sql: """
          SELECT alias, title FROM noteAlias JOIN note ON note.id = noteAlias.note
          WHERE noteAlias.note = ? AND noteAlias.key = ? AND removedAt IS NULL
          """)
      let rows =
        try titled.sorted().flatMap { try Row.fetchAll(title, arguments: [$0]) }
        + aliases.flatMap { try Row.fetchAll(alias, arguments: [$0.note, $0.key]) }
      return rows.map { NoteName(name: $0[0], title: $0[1]) }
    }
  }

  /// What links name and no note does.
  package func unresolvedNames() throws(StudyStoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM concept
          WHERE note IS NULL AND EXISTS (SELECT 1 FROM link WHERE link.concept = concept.id) ORDER BY id
          """)
    }
  }
}
