import GRDB
import StudyCore

/// Rows that many others name: decks and note types, each looked up once an import.
final class NameTable {
  private let db: Database
  private var decks: [DeckName: Int64] = [:]
  private var noteTypes: [NoteType: Int64] = [:]

  init(_ db: Database) { self.db = db }

  func deck(_ name: DeckName) throws -> Int64 {
    if let known = decks[name] { return known }
    try db.execute(sql: "INSERT OR IGNORE INTO deck (name) VALUES (?)", arguments: [name.description])
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM deck WHERE name = ?", arguments: [name.description])!
    decks[name] = id
    return id
  }

  func noteType(_ type: NoteType) throws -> Int64 {
    if let known = noteTypes[type] { return known }
    let fields = FieldList.encode(type.fields)
    try db.execute(
      sql: "INSERT OR IGNORE INTO noteType (name, fields, behavior, isKnown) VALUES (?, ?, ?, ?)",
      arguments: [type.name, fields, type.behavior.rawValue, type.isKnown])
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM noteType WHERE name = ? AND fields = ? AND behavior = ?",
      arguments: [type.name, fields, type.behavior.rawValue])!
    noteTypes[type] = id
    return id
  }
}
