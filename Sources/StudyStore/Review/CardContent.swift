import GRDB
import StudyCore

/// What a card says and where it comes from.
package struct CardContent: Hashable, Sendable {
  /// A link in the card's text.
  package struct Link: Hashable, Sendable {
    /// The note's title, else the target as written.
    package var name: String
    /// As written, in its compared form but for case.
    package var target: String
    package var kind: String
    /// Whether a note or file is there.
    package var isResolved: Bool
  }

  package var card: QueuedCard
  /// False for a card that is no longer in the notes.
  package var isActive: Bool
  package var noteType: NoteType
  package var fields: [Field]
  package var tags: [String]
  package var headings: [String]
  package var note: NoteID
  /// The folder that was imported, its label, and the note's path within it.
  package var folderPath: String
  package var folderLabel: String
  package var notePath: String
  /// Where the block begins in the note, from 1.
  package var line: Int
  package var ankiID: AnkiNoteID?
  /// What the learner wrote to come back to; nil for a card that is not marked.
  package var mark: String?
  /// In the order of the text, repeated ones too.
  package var links: [Link]

  package var deck: DeckName { card.deck }

  package var filePath: String { folderPath + "/" + notePath }
}

extension StudyStore {
  /// Reads what a card says; nil if there is no such card.
  package func content(of id: CardID) throws(StudyStoreError) -> CardContent? {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(CardRows.selection), card.isActive, noteType.name AS typeName,
              noteType.fields AS typeFields, noteType.behavior, noteType.isKnown, block.id AS blockRow,
              block.note, block.fields AS texts, block.headings, block.line, block.ankiID,
              root.path AS rootPath, root.label, note.path AS notePath,
              (SELECT mark.text FROM mark WHERE mark.block = block.id) AS mark
            FROM \(CardRows.source) JOIN noteType ON noteType.id = block.noteType
              JOIN note ON note.id = block.note
              JOIN root ON root.id = note.root
            WHERE card.id = ?
            """), arguments: [id.rawValue])
      return try row.map { try CardContent($0, db) }
    }
  }
}

extension CardContent {
  fileprivate init(_ row: Row, _ db: Database) throws {
    var decks = DeckNames()
    card = try CardRows.card(row, &decks, db)
    isActive = row["isActive"]
    noteType = NoteType(
      name: row["typeName"], fields: FieldList.decode(row["typeFields"]),
      behavior: NoteType.Behavior(rawValue: row["behavior"]) ?? .basic, isKnown: row["isKnown"])
    fields = FieldList.fields(row["texts"], names: noteType.fields)
    headings = FieldList.decode(row["headings"])
    note = NoteID(row["note"])
    folderPath = row["rootPath"]
    folderLabel = row["label"]
    notePath = row["notePath"]
    line = row["line"]
    ankiID = (row["ankiID"] as Int64?).map(AnkiNoteID.init)
    mark = row["mark"]
    let block: Int64 = row["blockRow"]
    tags = try String.fetchAll(
      db.cachedStatement(sql: "SELECT tag FROM blockTag WHERE block = ? ORDER BY tag"), arguments: [block])
    links = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT linkTarget.text, link.kind, concept.name, concept.note IS NOT NULL OR link.file IS NOT NULL
          FROM link JOIN linkTarget ON linkTarget.id = link.target
            LEFT JOIN concept ON concept.id = link.concept
          WHERE link.note = ? AND link.block = ? ORDER BY link.position
          """), arguments: [note.rawValue, block]
    ).map { Link(name: $0[2] ?? $0[0], target: $0[0], kind: $0[1], isResolved: $0[3]) }
  }
}
