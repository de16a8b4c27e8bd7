import GRDB
import StudyCore

extension StudyStore {
  /// Sets the schedules of the cards to what the log says, in one transaction.
  package func replay(_ cards: [CardID], presets: Presets) throws(StudyStoreError) {
    try write { try Replaying.replay(cards, presets, $0) }
  }

  /// Computes anew what another model remembers than that of the card's deck: the model was changed, or the card lies in another deck
  /// now. Where answers put the cards, they stay.
  ///
  /// - Returns: how many cards that were.
  package func recallAnew(presets: Presets) throws(StudyStoreError) -> Int {
    // Nearly always there are none, and then nothing waits for another program that writes.
    guard try !read({ try Replaying.strangers(presets, $0) }).isEmpty else { return 0 }
    return try write { db in
      let strangers = try Replaying.strangers(presets, db)
      try Replaying.replay(strangers, presets, db)
      return strangers.count
    }
  }

  /// The blocks that are copies of others: their cards begin suspended.
  package func copies() throws(StudyStoreError) -> Set<BlockUID> {
    try read { db in
      Set(try String.fetchAll(db, sql: "SELECT uid FROM block WHERE isCopy").map { BlockUID($0) })
    }
  }
}

/// Schedules from the log.
enum Replaying {
  /// The log of more cards than this is read as a whole and once.
  private static let fewCards = 200

  static func replay(_ cards: some Collection<CardID>, _ presets: Presets, _ db: Database) throws {
    guard cards.count > fewCards else {
      for card in cards { try LogWriting.replay(card, presets, db) }
      return
    }
    for history in try CardHistories.read(cards: Set(cards), db) {
      let replay = Replay(scheduler: presets.scheduler(of: history.card.deck), start: history.start)
      try ScheduleColumns.write(replay.schedule(of: history.entries), to: history.card.id, db)
    }
  }

  /// Cards whose memory is of another model than their deck's.
  static func strangers(_ presets: Presets, _ db: Database) throws -> [CardID] {
    var decks: [String: [String]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, name FROM deck") {
      let index =
        switch presets.settings(of: DeckName(row["name"])).model {
        case .fsrs6: "card INDEXED BY card_fsrs7 WHERE fast IS NOT NULL"
        case .fsrs7: "card INDEXED BY card_fsrs6 WHERE slow IS NOT NULL AND fast IS NULL"
        }
      decks[index, default: []].append(String(row["id"] as Int64))
    }
    return try decks.flatMap { index, ids in
      try Int64.fetchAll(db, sql: "SELECT id FROM \(index) AND deck IN (\(ids.joined(separator: ", ")))")
        .map(CardID.init)
    }
  }
}
