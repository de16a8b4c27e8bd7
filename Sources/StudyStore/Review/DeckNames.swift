import GRDB
import StudyCore

/// The names of decks by their rows, each read once.
struct DeckNames {
  private var known: [Int64: DeckName] = [:]

  mutating func name(_ deck: Int64, _ db: Database) throws -> DeckName {
    if let name = known[deck] { return name }
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT name FROM deck WHERE id = ?"), arguments: [deck])
    let name = DeckName(text ?? "")
    known[deck] = name
    return name
  }
}
