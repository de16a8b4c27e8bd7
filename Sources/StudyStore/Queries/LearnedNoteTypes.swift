import GRDB
import StudyCore

extension StudyStore {
  /// The note types that nobody knows, with the fields that were learned of them. Fields are only ever added, so of the rows of one
  /// type the longest is the last.
  package func learnedNoteTypes() throws(StudyStoreError) -> [NoteType] {
    try read { db in
      var types: [String: NoteType] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT name, fields, behavior FROM noteType WHERE isKnown = 0 ORDER BY id")
      {
        let type = NoteType(
          name: row[0], fields: FieldList.decode(row[1]),
          behavior: NoteType.Behavior(rawValue: row[2]) ?? .basic,
          isKnown: false)
        let key = "\(type.behavior) \(type.name)"
        if type.fields.count >= types[key]?.fields.count ?? 0 { types[key] = type }
      }
      return types.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// The notes of a folder that have blocks of these types.
  package func notes(
    in folder: ImportedFolder, usingTypes names: [String]
  ) throws(StudyStoreError) -> Set<NoteID> {
    try read { db in
      let ids = try Int64.fetchAll(
        db.makeStatement(
          sql: """
            SELECT DISTINCT block.note FROM block JOIN note ON note.id = block.note
              JOIN noteType ON noteType.id = block.noteType
            WHERE note.root = ? AND block.removedAt IS NULL
              AND noteType.name IN (\(names.map { _ in "?" }.joined(separator: ", ")))
            """), arguments: [folder.id] + StatementArguments(names))
      return Set(ids.map(NoteID.init))
    }
  }
}
