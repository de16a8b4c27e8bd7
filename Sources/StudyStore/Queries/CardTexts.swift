import GRDB
import StudyCore

/// A card with what its question is made of.
package struct CardText: Hashable, Sendable {
  package var card: QueuedCard
  package var behavior: NoteType.Behavior
  package var fields: [Field]
}

extension StudyStore {
  /// Reads all cards in the notes, in order of the notes and of their places in each.
  ///
  /// - Parameter body: gets the concept of the card's note, and the card.
  package func forEachCardText(_ body: (_ concept: Int64, CardText) -> Void) throws(StudyStoreError) {
    try read { db in
      var decks = DeckNames()
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT concept.id AS concept, \(CardRows.selection), noteType.fields AS typeFields, noteType.behavior,
            block.fields AS texts
          FROM \(CardRows.source) JOIN concept ON concept.note = block.note
            JOIN noteType ON noteType.id = block.noteType
          WHERE card.isActive = 1 ORDER BY block.note, block.position, card.ordinal
          """)
      while let row = try rows.next() {
        let names = FieldList.decode(row["typeFields"])
        body(
          row["concept"],
          CardText(
            card: try CardRows.card(row, &decks, db),
            behavior: NoteType.Behavior(rawValue: row["behavior"]) ?? .basic,
            fields: FieldList.fields(row["texts"], names: names)))
      }
    }
  }
}
