import GRDB
import StudyCore

extension StudyStore {
  /// The cards in the notes that a filter lets pass and whose block has all the words, in order of folders, notes
  /// and places.
  ///
  /// - Parameter words: each the beginning of a word in the text; case and accents do not count.
  package func search(_ words: [String], _ filter: CardFilter) throws(StudyStoreError) -> [CardID] {
    try read { db in
      let condition = try CardCondition(filter, db)
      // A quoted string is one phrase of FTS5 whatever it holds; the star makes it a prefix.
      let query = words.map { "\"\($0.replacing("\"", with: "\"\""))\"*" }.joined(separator: " ")
      let matching =
        words.isEmpty ? "" : " AND block.id IN (SELECT rowid FROM blockText WHERE blockText MATCH ?)"
      let rows = try Int64.fetchAll(
        db,
        sql: """
          SELECT card.id FROM card JOIN block ON block.id = card.block JOIN note ON note.id = block.note
          WHERE card.isActive = 1\(condition.sql)\(matching)
          ORDER BY note.root, note.path, block.position, card.ordinal
          """, arguments: condition.arguments + (words.isEmpty ? [] : [query]))
      return rows.map(CardID.init)
    }
  }

  /// The cards of a note, in order.
  package func cards(in note: NoteID) throws(StudyStoreError) -> [CardID] {
    try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT card.id FROM card JOIN block ON block.id = card.block
          WHERE block.note = ? AND card.isActive = 1 ORDER BY block.position, card.ordinal
          """, arguments: [note.rawValue]
      ).map(CardID.init)
    }
  }

  /// The cards of a note that a quiz may ask, whether due or not, in order: those in the notes and not suspended.
  package func studiedCards(in note: NoteID) throws(StudyStoreError) -> [QueuedCard] {
    try read { db in
      try CardRows.fetchAll(
        """
        WHERE block.note = ? AND card.isActive = 1 AND card.isSuspended = 0
        ORDER BY block.position, card.ordinal, card.id
        """, arguments: [note.rawValue], siblings: true, db)
    }
  }
}
