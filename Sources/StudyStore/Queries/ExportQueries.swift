import GRDB
import StudyCore

/// A block as an export needs it.
package struct BlockRecord: Hashable, Sendable {
  package var id: BlockID
  package var uid: BlockUID
  package var noteType: NoteType
  package var deck: DeckName
  package var tags: [String]
  package var fields: [Field]
  package var ankiID: AnkiNoteID?
  /// The guid under which the learner's own Anki knows the block, if that was ever learned.
  package var guid: String?
  /// Hash of the first field as it was last exported.
  package var exportedFront: UInt64?
  package var hasCards: Bool
  package var folder: String
  /// Relative to the folder.
  package var path: String
  package var line: Int
  /// Files that the block's links and embeds lead to: path below the link root by target as written.
  package var files: [String: String]
  package var linkRoot: String

  package var place: String { "\(folder)/\(path):\(line)" }
}

extension StudyStore {
  /// The blocks that stand in the notes and that a filter lets pass, in order of notes and places.
  package func blocks(matching filter: CardFilter) throws(StudyStoreError) -> [BlockRecord] {
    try read { db in
      let condition = try CardCondition(filter, on: .block, db)
      let tags = try db.makeStatement(sql: "SELECT tag FROM blockTag WHERE block = ? ORDER BY tag")
      let files = try db.makeStatement(
        sql: """
          SELECT linkTarget.text, file.path FROM link JOIN linkTarget ON linkTarget.id = link.target
            JOIN file ON file.id = link.file
          WHERE link.note = ? AND link.block = ?
          """)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT block.id, uid, noteType.name AS typeName, noteType.fields AS typeFields, behavior, isKnown,
            deck.name AS deckName, block.fields AS texts, ankiID, guid, exportedFront,
            EXISTS (SELECT 1 FROM card WHERE card.block = block.id AND isActive = 1) AS hasCards,
            root.path AS rootPath, note.path AS notePath, line, note.id AS noteID, linkRoot.path AS linkRootPath
          FROM block JOIN note ON note.id = block.note JOIN root ON root.id = note.root
            JOIN linkRoot ON linkRoot.id = root.linkRoot
            JOIN noteType ON noteType.id = block.noteType JOIN deck ON deck.id = block.deck
          WHERE block.removedAt IS NULL\(condition.sql) ORDER BY root.id, note.path, position
          """, arguments: condition.arguments)
      var blocks: [BlockRecord] = []
      while let row = try rows.next() {
        let id: Int64 = row["id"]
        var record = BlockRecord(row: row, tags: try String.fetchAll(tags, arguments: [id]))
        let links = try Row.fetchAll(files, arguments: [row["noteID"] as Int64, id])
        record.files = Dictionary(links.map { ($0[0], $0[1]) }) { first, _ in first }
        blocks.append(record)
      }
      return blocks
    }
  }

  /// Remembers what was exported, to know later whether a front changed since.
  package func recordExport(_ fronts: [(block: BlockID, front: UInt64)]) throws(StudyStoreError) {
    try write { db in
      let update = try db.makeStatement(sql: "UPDATE block SET exportedFront = ? WHERE id = ?")
      for (block, front) in fronts {
        try update.execute(arguments: [Int64(bitPattern: front), block.rawValue])
      }
    }
  }
}

extension BlockRecord {
  fileprivate init(row: Row, tags: [String]) {
    id = BlockID(row["id"])
    uid = BlockUID(row["uid"])
    noteType = NoteType(
      name: row["typeName"], fields: FieldList.decode(row["typeFields"]),
      behavior: NoteType.Behavior(rawValue: row["behavior"]) ?? .basic, isKnown: row["isKnown"])
    deck = DeckName(row["deckName"])
    self.tags = tags
    fields = zip(noteType.fields, FieldList.decode(row["texts"])).map(Field.init)
    ankiID = (row["ankiID"] as Int64?).map(AnkiNoteID.init)
    guid = row["guid"]
    exportedFront = (row["exportedFront"] as Int64?).map(UInt64.init(bitPattern:))
    hasCards = row["hasCards"]
    folder = row["rootPath"]
    path = row["notePath"]
    line = row["line"]
    files = [:]
    linkRoot = row["linkRootPath"]
  }
}
