import GRDB
import StudyCore

/// A card with all that was done with it.
package struct CardHistory: Hashable, Sendable {
  package var card: QueuedCard
  /// The schedule before the first entry.
  package var start: CardSchedule
  /// Oldest first, with those that were taken back.
  package var entries: [LogEntry]
}

extension StudyStore {
  /// The histories of all cards that the filter lets pass and that have one, in the order of the cards; those that are no longer in the notes are
  /// among them.
  package func histories(_ filter: CardFilter) throws(StudyStoreError) -> [CardHistory] {
    try read { db in
      try CardHistories.read(CardCondition(filter, db), db).filter { !$0.entries.isEmpty }
    }
  }
}

/// Reads the log as a whole and once, for many cards.
enum CardHistories {
  /// - Parameter cards: of those that the condition lets pass, these only; nil for all.
  static func read(
    _ condition: CardCondition = CardCondition(), cards: Set<CardID>? = nil, _ db: Database
  ) throws -> [CardHistory] {
    var histories: [CardHistory] = []
    var places: [CardKey: Int] = [:]
    var decks = DeckNames()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(CardRows.selection), block.isCopy FROM \(CardRows.source) WHERE 1\(condition.sql) ORDER BY card.id
        """, arguments: condition.arguments)
    while let row = try rows.next() {
      let card = try CardRows.card(row, &decks, db)
      guard cards?.contains(card.id) ?? true else { continue }
      var start = CardSchedule()
      start.isSuspended = row["isCopy"]
      places[card.key] = histories.count
      histories.append(CardHistory(card: card, start: start, entries: []))
    }
    let log = try Row.fetchCursor(db, sql: LogRows.selection + " ORDER BY logEntry.id, deviceUID")
    while let row = try log.next() {
      let entry = LogRows.entry(row)
      if let place = places[entry.card] { histories[place].entries.append(entry) }
    }
    return histories
  }
}
