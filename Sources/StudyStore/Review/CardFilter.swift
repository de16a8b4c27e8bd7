import GRDB
import StudyCore

/// Which cards are meant: those that lie in the deck *and* carry the tag *and* are among the cards named.
package struct CardFilter: Hashable, Sendable {
  /// With the decks below it.
  package var deck: DeckName?
  /// With the tags below it (`aws` means `aws::ecs` and `aws/ecs` too); case does not count.
  package var tag: String?
  package var cards: [CardID]?

  package init(deck: DeckName? = nil, tag: String? = nil, cards: [CardID]? = nil) {
    self.deck = deck
    self.tag = tag
    self.cards = cards
  }

  /// Whether it leaves nothing out.
  package var isEmpty: Bool { deck == nil && tag == nil && cards == nil }

  static func tag(_ wanted: String, contains tag: String) -> Bool {
    // Obsidian nests tags by `/`, Anki by `::`.
    let (wanted, tag) = (nested(wanted), nested(tag))
    return tag == wanted || tag.hasPrefix(wanted + "::")
  }

  private static func nested(_ tag: String) -> String { tag.lowercased().replacing("/", with: "::") }
}

/// A filter as a condition on `card` and its `block`, to be joined to others with `AND`.
struct CardCondition {
  private(set) var sql = ""
  /// What a query of cards alone needs in its `FROM` for the condition: the blocks, unless nothing is asked of
  /// them. The cards stay the outer loop.
  var join: String { sql.isEmpty ? "" : " CROSS JOIN block ON block.id = card.block" }
  private(set) var arguments = StatementArguments()

  private static let tagFunction = DatabaseFunction("linnetTagContains", argumentCount: 2, pure: true) {
    guard let wanted = String.fromDatabaseValue($0[0]), let tag = String.fromDatabaseValue($0[1]) else {
      return false
    }
    return CardFilter.tag(wanted, contains: tag)
  }

  init(_ filter: CardFilter, _ db: Database) throws {
    if let deck = filter.deck {
      let decks = try Row.fetchAll(db, sql: "SELECT id, name FROM deck")
      let inside = decks.filter { deck.contains(DeckName($0["name"])) }.map { $0["id"] as Int64 }
      add("block.deck IN (\(CardCondition.list(inside)))")
    }
    if let tag = filter.tag {
      db.add(function: CardCondition.tagFunction)
      add(
        "EXISTS (SELECT 1 FROM blockTag WHERE blockTag.block = block.id AND linnetTagContains(?, tag))", [tag]
      )
    }
    if let cards = filter.cards { add("card.id IN (\(CardCondition.list(cards.map(\.rawValue))))") }
  }

  private mutating func add(_ condition: String, _ values: StatementArguments = []) {
    sql += " AND " + condition
    arguments += values
  }

  /// No row has the id -1. An empty list would be a constant to SQLite, which then refuses the index named.
  private static func list(_ ids: [Int64]) -> String {
    (ids.isEmpty ? [-1] : ids).map(String.init).joined(separator: ", ")
  }
}
