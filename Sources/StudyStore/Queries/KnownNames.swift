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
