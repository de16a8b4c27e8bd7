import GRDB
import StudyCore

/// What the collection knows of a note file, to tell whether it changed.
package struct KnownNote: Hashable, Sendable {
  package var id: NoteID
  /// Relative to its folder.
  package var path: String
  package var stamp: FileStamp
  /// Of the file's bytes.
  package var hash: UInt64
}

/// Size in bytes and time of modification in nanoseconds since 1970: what tells quickly that a file is the same.
package struct FileStamp: Hashable, Sendable {
  package var size: Int64
  package var modified: Int64

  package init(size: Int64, modified: Int64) {
    self.size = size
    self.modified = modified
  }
}

/// A block the collection has, as far as identity needs it.
package struct KnownBlock: Hashable, Sendable {
  package var id: BlockID
  package var uid: BlockUID
  package var note: NoteID
  /// Absolute path of the note, also of one that is gone.
  package var notePath: String
  package var position: Int
  package var fields: [String]
  package var fingerprint: UInt64
  package var ankiID: AnkiNoteID?
  package var blockReference: String?
  package var isRemoved: Bool
  /// True for a block that began suspended because another has its words, until the learner does something
  /// with its cards.
  package var isCopy: Bool

  /// True if the key is the block's now, and not only one that it had in the past.
  package func answers(to key: IdentityKey) -> Bool {
    switch key {
    case .ankiID(let id): ankiID == id
    case .blockReference(let name): blockReference == name
    case .fingerprint(let hash): fingerprint == hash
    }
  }
}

/// What identifies a block, strongest first (`design.md` §5.2).
package enum IdentityKey: Hashable, Sendable {
  case ankiID(AnkiNoteID)
  /// An Obsidian block id, which is unique within one note only.
  case blockReference(String)
  case fingerprint(UInt64)

  var kind: String {
    switch self {
    case .ankiID: "anki"
    case .blockReference: "reference"
    case .fingerprint: "fingerprint"
    }
  }

  var value: String {
    switch self {
    case .ankiID(let id): String(id.rawValue)
    case .blockReference(let name): name
    case .fingerprint(let hash): StableHash.hexadecimal(hash)
    }
  }
}

extension StudyStore {
  /// The notes of a folder that are there now.
  package func knownNotes(of folder: ImportedFolder) throws(StudyStoreError) -> [KnownNote] {
    try read { db in
      let query = try BulkStatement(
        db, "SELECT id, path, size, modified, hash FROM note WHERE root = ? AND removedAt IS NULL")
      var notes: [KnownNote] = []
      try query.forEachRow({ $0.bind(folder.id) }) { row in
        notes.append(
          KnownNote(
            id: NoteID(row.integer(0) ?? 0), path: row.text(1),
            stamp: FileStamp(size: row.integer(2) ?? 0, modified: row.integer(3) ?? 0),
            hash: UInt64(bitPattern: row.integer(4) ?? 0)))
      }
      return notes
    }
  }

  /// True while no block was ever imported: then nothing can be recognised again.
  package func hasNoBlocks() throws(StudyStoreError) -> Bool {
    try read { try !(Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM block)") ?? false) }
  }

  /// The blocks that stand in these notes, in order.
  package func knownBlocks(in notes: [NoteID]) throws(StudyStoreError) -> [KnownBlock] {
    try read { db in
      let statement = try db.makeStatement(
        sql: KnownBlock.selection + " WHERE block.note = ? AND block.removedAt IS NULL ORDER BY position")
      return try notes.flatMap { try KnownBlock.fetch(statement, [$0.rawValue]) }
    }
  }

  /// Every block that was ever known by the key, also removed ones.
  package func knownBlocks(identifiedBy keys: [IdentityKey]) throws(StudyStoreError) -> [IdentityKey:
    [KnownBlock]]
  {
    try read { db in
      let statement = try db.makeStatement(
        sql: KnownBlock.selection + """
           JOIN identityKey ON identityKey.block = block.id
          WHERE identityKey.kind = ? AND identityKey.value = ? ORDER BY block.id
          """)
      var found: [IdentityKey: [KnownBlock]] = [:]
      for key in keys where found[key] == nil {
        found[key] = try KnownBlock.fetch(statement, [key.kind, key.value])
      }
      return found
    }
  }

  /// Which of these uids are in use.
  package func takenUIDs(among uids: [BlockUID]) throws(StudyStoreError) -> Set<BlockUID> {
    try read { db in
      let statement = try db.makeStatement(sql: "SELECT 1 FROM block WHERE uid = ?")
      return Set(try uids.filter { try Int.fetchOne(statement, arguments: [$0.rawValue]) != nil })
    }
  }
}

extension KnownBlock {
  static let selection = """
    SELECT block.id, uid, block.note, root.path || '/' || note.path, position, fields, fingerprint, ankiID,
      blockReference, block.removedAt IS NOT NULL,
      isCopy AND NOT EXISTS (SELECT 1 FROM logEntry WHERE logEntry.block IN (
        SELECT name FROM blockName WHERE blockName.block = block.id))
    FROM block JOIN note ON note.id = block.note JOIN root ON root.id = note.root
    """

  static func fetch(_ statement: Statement, _ arguments: StatementArguments) throws -> [KnownBlock] {
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var blocks: [KnownBlock] = []
    while let row = try rows.next() {
      blocks.append(
        KnownBlock(
          id: BlockID(row[0]), uid: BlockUID(row[1]), note: NoteID(row[2]), notePath: row[3],
          position: row[4],
          fields: FieldList.decode(row[5]), fingerprint: UInt64(bitPattern: row[6]),
          ankiID: (row[7] as Int64?).map(AnkiNoteID.init), blockReference: row[8], isRemoved: row[9],
          isCopy: row[10]))
    }
    return blocks
  }
}

extension StudyStore {
  /// Paths of the files below the folder's link root that are no imported notes.
  package func otherFiles(of folder: ImportedFolder) throws(StudyStoreError) -> Set<String> {
    try read {
      try String.fetchSet($0, sql: "SELECT path FROM file WHERE linkRoot = ?", arguments: [folder.linkRoot])
    }
  }

  /// How many cards would be hidden with these blocks.
  ///
  /// - Parameter besidesLinkQuestions: leaves out cards that nobody wrote.
  package func activeCardCount(
    of blocks: [BlockID], besidesLinkQuestions: Bool = false
  ) throws(StudyStoreError) -> Int {
    try read { db in
      let statement = try db.makeStatement(
        sql: "SELECT count(*) FROM card WHERE block = ? AND isActive = 1"
          + (besidesLinkQuestions ? " AND isLinkQuestion = 0" : ""))
      return try blocks.reduce(0) { $0 + (try Int.fetchOne(statement, arguments: [$1.rawValue]) ?? 0) }
    }
  }

  /// How many cards of a folder can be studied.
  package func activeCardCount(of folder: ImportedFolder) throws(StudyStoreError) -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM card JOIN block ON block.id = card.block JOIN note ON note.id = block.note
          WHERE note.root = ? AND card.isActive = 1
          """, arguments: [folder.id]) ?? 0
    }
  }
}

/// That something was said about a file or folder which could not be read as a note.
package struct FileFinding: Hashable, Sendable {
  package var path: String
  package var code: FindingCode

  package init(path: String, code: FindingCode) {
    self.path = path
    self.code = code
  }
}

extension StudyStore {
  /// What the import before said about files and folders that it could not read as notes.
  package func fileFindings(of folder: ImportedFolder) throws(StudyStoreError) -> Set<FileFinding> {
    try read { db in
      let codes = FindingCode.ofUnreadFiles.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      let rows = try Row.fetchAll(
        db, sql: "SELECT path, code FROM finding WHERE root = ? AND code IN (\(codes))",
        arguments: [folder.id])
      return Set(
        rows.compactMap { row in FindingCode(rawValue: row[1]).map { FileFinding(path: row[0], code: $0) } })
    }
  }

  /// What decided at the import before how the folder's files were read.
  package func readingRules(of folder: ImportedFolder) throws(StudyStoreError) -> UInt64? {
    try read { db in
      try Int64.fetchOne(db, sql: "SELECT readingRules FROM root WHERE id = ?", arguments: [folder.id])
        .map(UInt64.init(bitPattern:))
    }
  }
}
