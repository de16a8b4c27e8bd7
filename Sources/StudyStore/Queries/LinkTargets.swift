import GRDB
import StudyCore

/// Which links of a note are meant.
package enum LinkScope: Hashable, Sendable {
  case note(NoteID)
  /// Those in the text of one of its blocks.
  case block(BlockUID)
}

/// What the links of a text lead to, all links to one thing taken together.
package struct LinkTarget: Hashable, Sendable {
  package enum End: Hashable, Sendable {
    case note(NotePlace)
    /// The absolute path of a file that is no note.
    case file(String)
    case unresolved
  }

  /// The note's title, else the target as first written.
  package var name: String
  package var count: Int
  package var end: End
}

/// A note that links to another.
package struct LinkSource: Hashable, Sendable {
  package var title: String
  package var place: NotePlace
  package var count: Int

  package init(title: String, place: NotePlace, count: Int) {
    self.title = title
    self.place = place
    self.count = count
  }
}

extension StudyStore {
  /// What the links lead to, in order of the text.
  package func linkTargets(in scope: LinkScope) throws(StudyStoreError) -> [LinkTarget] {
    try read { db in
      // The target's text comes from the row that min() finds, which SQLite promises.
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT coalesce(concept.name, linkTarget.text), count(*), note.id, root.path, note.path,
              linkRoot.path || '/' || file.path, min(link.position) AS first
            FROM link JOIN linkTarget ON linkTarget.id = link.target
              LEFT JOIN concept ON concept.id = link.concept
              LEFT JOIN note ON note.id = concept.note AND note.removedAt IS NULL
              LEFT JOIN root ON root.id = note.root
              LEFT JOIN file ON file.id = link.file LEFT JOIN linkRoot ON linkRoot.id = file.linkRoot
            WHERE \(scope.condition) GROUP BY link.concept, link.file ORDER BY first
            """), arguments: [scope.value]
      ).map { row in
        let end: LinkTarget.End
        if let note: Int64 = row[2] {
          end = .note(NotePlace(id: NoteID(note), folder: row[3], path: row[4]))
        } else if let file: String = row[5] {
          end = .file(file)
        } else {
          end = .unresolved
        }
        return LinkTarget(name: row[0], count: row[1], end: end)
      }
    }
  }

  /// The cards of some notes, in their order.
  package func cards(ofNotes notes: [NoteID]) throws(StudyStoreError) -> [NoteID: [QueuedCard]] {
    try read { db in
      var decks = DeckNames()
      let rows = try db.cachedStatement(
        sql: """
          SELECT \(CardRows.selection) FROM block CROSS JOIN card ON card.block = block.id
          WHERE block.note = ? AND card.isActive = 1 ORDER BY card.id
          """)
      var cards: [NoteID: [QueuedCard]] = [:]
      for note in Set(notes) {
        cards[note] = try Row.fetchAll(rows, arguments: [note.rawValue]).map {
          try CardRows.card($0, &decks, db)
        }
      }
      return cards
    }
  }

  /// The other notes that link to a note, most links first.
  package func linkSources(of note: NoteID) throws(StudyStoreError) -> [LinkSource] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT note.title, note.id, root.path, note.path, count(*) AS count
            FROM link JOIN note ON note.id = link.note JOIN root ON root.id = note.root
            WHERE link.concept = (SELECT id FROM concept WHERE note = ?1) AND link.countsForGraph = 1
              AND link.note <> ?1
            GROUP BY note.id ORDER BY count DESC, note.title, note.id
            """), arguments: [note.rawValue]
      ).map { row in
        LinkSource(
          title: row[0], place: NotePlace(id: NoteID(row[1]), folder: row[2], path: row[3]), count: row[4])
      }
    }
  }

  /// The targets of a note's links that lead nowhere, as written.
  package func unresolvedTargets(in note: NoteID) throws(StudyStoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT linkTarget.text
          FROM link JOIN linkTarget ON linkTarget.id = link.target
            LEFT JOIN concept ON concept.id = link.concept
          WHERE link.note = ? AND concept.note IS NULL AND link.file IS NULL
          """, arguments: [note.rawValue])
    }
  }
}

extension LinkScope {
  fileprivate var condition: String {
    switch self {
    case .note: "link.note = ?1"
    case .block:
      // The note too: by it the links are found.
      "(link.note, link.block) = (SELECT note, id FROM block WHERE uid = ?1)"
    }
  }

  fileprivate var value: any DatabaseValueConvertible {
    switch self {
    case .note(let note): note.rawValue
    case .block(let block): block.rawValue
    }
  }
}
