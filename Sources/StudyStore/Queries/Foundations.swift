import GRDB
import StudyCore

/// A note that a card leans on.
package struct Foundation: Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable {
    /// A property of one of the notes says so.
    case property
    /// The card's text links to it.
    case link
  }

  package var title: String
  package var note: NotePlace
  package var reason: Reason
  /// 0–1; see `LinkStrength`.
  package var strength: Double
  /// Those in the notes, in their order.
  package var cards: [QueuedCard]
}

extension StudyStore {
  /// The notes that the cards of a block lean on: first those that properties name, then in the order of the text. Links that say little,
  /// of indexes and to what everything links to, are not among them.
  package func foundations(of block: BlockUID) throws(StudyStoreError) -> [Foundation] {
    try read { db in
      let place = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, note FROM block WHERE uid = ?"), arguments: [block.rawValue])
      guard let place else { return [] }
      var rows = LeaningRows(db)
      let leanings = try rows.leanings(in: place[1])
      let explicit = Set(leanings.explicit.map(\.note))
      return try leanings.leanings(ofBlock: place[0])
        .filter { $0.strength >= FoundationOrder.leastStrength }
        .compactMap { leaning in
          let row = try Row.fetchOne(
            db.cachedStatement(
              sql: """
                SELECT note.title, note.id, root.path, note.path FROM note JOIN root ON root.id = note.root
                WHERE note.id = ? AND note.removedAt IS NULL
                """), arguments: [leaning.note])
          return try row.map {
            Foundation(
              title: $0[0], note: NotePlace(id: NoteID($0[1]), folder: $0[2], path: $0[3]),
              reason: explicit.contains(leaning.note) ? .property : .link, strength: leaning.strength,
              cards: try CardRows.fetchAll(
                "WHERE block.note = ? AND card.isActive = 1 ORDER BY card.id", arguments: [leaning.note], db))
          }
        }
    }
  }
}
