import GRDB
import StudyCore

extension StudyStore {
  /// How many reviews are due on each day from today on, as the load balancer counts them.
  package func dueLoads(from today: Day, presets: Presets) throws(StudyStoreError) -> DueLoads {
    try read { try DueLoadRows.loads(from: today, presets, $0) }
  }

  /// Whether the counts of reviews by day are those of the cards.
  package func dueLoadsAreTrue() throws(StudyStoreError) -> Bool { try read(DueLoadRows.isTrue) }

  /// Counts the reviews of each day anew.
  package func countDueLoads() throws(StudyStoreError) { try write(DueLoadRows.count) }
}

/// The rows of `dueLoad`: what is due by day and deck.
enum DueLoadRows {
  /// Days later than this are not balanced.
  private static let days = 120

  static func loads(from today: Day, _ presets: Presets, _ db: Database) throws -> DueLoads {
    var loads = DueLoads(presets)
    guard presets.general.balancesLoad else { return loads }
    // Of many decks there are many rows: where all are scheduled alike, SQLite adds them up.
    let isOne = presets.decks.isEmpty
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT day, \(isOne ? "NULL, sum(count)" : "deck, count") FROM dueLoad
          WHERE day BETWEEN ?1 AND ?2 \(isOne ? "GROUP BY day" : "")
          """), arguments: [today.number, today.adding(days).number])
    var names = DeckNames()
    var owners: [Int64?: DeckName?] = [nil: nil]
    while let row = try rows.next() {
      let deck: Int64? = row[1]
      let owner: DeckName?
      if let known = owners[deck] {
        owner = known
      } else {
        owner = try deck.flatMap { presets.preset(of: try names.name($0, db))?.deck }
        owners[deck] = owner
      }
      loads.add(row[2], on: Day(number: row[0]), of: owner)
    }
    return loads
  }

  /// What the rows should be.
  private static let cards = """
    SELECT dueDay, deck, count(*) FROM card
    WHERE dueDay IS NOT NULL AND isActive = 1 AND isSuspended = 0 GROUP BY dueDay, deck
    """

  static func count(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM dueLoad; INSERT INTO dueLoad \(cards)")
  }

  static func isTrue(_ db: Database) throws -> Bool {
    let differing = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (\(cards) EXCEPT SELECT day, deck, count FROM dueLoad)
          OR EXISTS (SELECT day, deck, count FROM dueLoad EXCEPT \(cards))
        """)
    return differing == false
  }
}
