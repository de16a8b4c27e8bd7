import GRDB
import StudyCore

extension StudyStore {
  /// The cards made of sentences with links that are about a concept: those that hide a link to it, and those of its own note.
  package func linkQuestions(about concept: Int64) throws(StudyStoreError) -> [CardID] {
    try read { db in
      let own = try Int64.fetchAll(
        db,
        sql: """
          SELECT card.id FROM concept JOIN block ON block.note = concept.note JOIN card ON card.block = block.id
          WHERE concept.id = ? AND card.isLinkQuestion = 1 AND card.isActive = 1
          """, arguments: [concept])
      let hiding = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT card.id, card.ordinal, block.fields, linkTarget.text
          FROM link JOIN linkTarget ON linkTarget.id = link.target JOIN block ON block.id = link.block
            JOIN card ON card.block = block.id
          WHERE link.concept = ? AND card.isLinkQuestion = 1 AND card.isActive = 1
          """, arguments: [concept]
      ).filter { row in
        let sentence = FieldList.decode(row[2]).first ?? ""
        return LinkQuestion.targets(of: row[1], in: sentence).contains { isSame($0, row[3]) }
      }
      return Set(own + hiding.map { $0[0] }).sorted().map(CardID.init)
    }
  }

  /// What the hidden link of a card leads to, and the concepts around it: those that the card's note links to, those that its own note
  /// links to or whose notes link to it, and the notes of the card's deck.
  ///
  /// - Returns: nil for a card that hides no link to a concept.
  package func linkNeighbourhood(
    of content: CardContent
  ) throws(StudyStoreError) -> LinkNeighbourhood? {
    let number = content.card.key.kind.ordinal
    let targets = LinkQuestion.targets(of: number, in: content.fields.first?.text ?? "")
    return try read { db in
      let links = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT linkTarget.text, concept.id, concept.name, concept.note FROM link
              JOIN linkTarget ON linkTarget.id = link.target JOIN concept ON concept.id = link.concept
            WHERE link.note = ? AND link.block = (SELECT block FROM card WHERE id = ?) ORDER BY link.position
            """), arguments: [content.note.rawValue, content.card.id.rawValue])
      guard let link = links.first(where: { link in targets.contains { isSame($0, link[0]) } }) else {
        return nil
      }
      let (concept, note): (Int64, Int64?) = (link[1], link[3])
      func names(_ ring: Ring, _ argument: (any DatabaseValueConvertible)?) throws -> [String] {
        try String.fetchAll(
          db.cachedStatement(sql: ring.sql), arguments: [argument, concept, content.note.rawValue])
      }
      return LinkNeighbourhood(
        name: link[2],
        aliases: try String.fetchAll(
          db, sql: "SELECT alias FROM noteAlias WHERE note = ?", arguments: [note]),
        rings: [
          try names(.linkedFromNote, content.note.rawValue),
          try names(.linkedFromNote, note) + names(.linkingTo, concept),
          try names(.inDeck, content.deck.description),
        ])
    }
  }

  /// Whether a filter lets any card in the notes pass.
  package func hasCards(matching filter: CardFilter) throws(StudyStoreError) -> Bool {
    try read { db in
      let condition = try CardCondition(filter, db)
      return try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM card WHERE card.isActive = 1\(condition.sql))",
        arguments: condition.arguments) ?? false
    }
  }
}

/// Concepts that stand in some way to a note, a concept or a deck: the first argument. Neither the concept that is asked for is among
/// them nor the note that asks.
private enum Ring {
  case linkedFromNote, linkingTo, inDeck

  /// Four are chosen; from some dozens a choice differs from time to time.
  private static let most = 50

  var sql: String {
    "SELECT DISTINCT concept.name FROM \(source) AND concept.id <> ? AND concept.note IS NOT ? LIMIT \(Ring.most)"
  }

  private var source: String {
    switch self {
    case .linkedFromNote:
      "link JOIN concept ON concept.id = link.concept WHERE link.countsForGraph = 1 AND link.note = ?"
    case .linkingTo:
      "link JOIN concept ON concept.note = link.note WHERE link.countsForGraph = 1 AND link.concept = ?"
    case .inDeck:
      "block JOIN concept ON concept.note = block.note WHERE block.removedAt IS NULL "
        + "AND block.deck = (SELECT id FROM deck WHERE name = ?)"
    }
  }
}

/// Whether a sentence writes the target that the collection keeps. Swift compares texts whatever their Unicode form.
private func isSame(_ written: String, _ kept: String) -> Bool {
  written.replacing("\u{a0}", with: " ").lowercased() == kept.lowercased()
}
