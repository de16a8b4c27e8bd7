import GRDB
import StudyCore

/// Which cards are meant: those that lie in the deck *and* carry the tag *and* are among the cards named.
package struct CardFilter: Hashable, Sendable {
  /// With the decks below it.
  package var deck: DeckName?
  /// With the tags below it (`aws` means `aws::ecs` and `aws/ecs` too); case does not count.
  package var tag: String?
  package var cards: [CardID]?
  /// Of sentences with links alone.
  package var isLinkQuestions: Bool

  package init(
    deck: DeckName? = nil, tag: String? = nil, cards: [CardID]? = nil, isLinkQuestions: Bool = false
  ) {
    self.deck = deck
    self.tag = tag
    self.cards = cards
    self.isLinkQuestions = isLinkQuestions
  }

  /// Whether it leaves nothing out.
  package var isEmpty: Bool { deck == nil && tag == nil && cards == nil && !isLinkQuestions }

  static func tag(_ wanted: String, contains tag: String) -> Bool {
    // Obsidian nests tags by `/`, Anki by `::`.
    let (wanted, tag) = (nested(wanted), nested(tag))
    return tag == wanted || tag.hasPrefix(wanted + "::")
  }

  private static func nested(_ tag: String) -> String { tag.lowercased().replacing("/", with: "::") }
}

/// A filter as a condition to be joined to others with `AND`.
struct CardCondition {
  /// What a query goes through. Of cards nothing is asked that the indexes of queues do not have.
  enum Table {
    case card, block

    fileprivate var deck: String { self == .card ? "card.deck" : "block.deck" }
    fileprivate var block: String { self == .card ? "card.block" : "block.id" }
    fileprivate var isLinkQuestion: String {
      self == .card ? "card.isLinkQuestion = 1" : "block.syntax = 'link-question'"
    }
  }

  private(set) var sql = ""
  private(set) var arguments = StatementArguments()

  /// Of so many blocks or fewer a list is made once; of more it is quicker to ask at each card.
  private static let listedBlocks = 10_000

  /// Leaves nothing out.
  init() {}

  init(_ filter: CardFilter, on table: Table = .card, _ db: Database) throws {
    if let deck = filter.deck {
      add("\(table.deck) IN (\(CardCondition.list(try NameRows.decks(in: deck, db))))")
    }
    if let tag = filter.tag {
      let tags = try NameRows.tags(in: tag, db)
      let known = "SELECT block FROM blockTag WHERE tag IN (\(tags.map { _ in "?" }.joined(separator: ", ")))"
      let blocks = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (\(known) LIMIT \(CardCondition.listedBlocks + 1))",
        arguments: StatementArguments(tags))
      add(
        (blocks ?? 0) > CardCondition.listedBlocks
          ? "EXISTS (\(known) AND blockTag.block = \(table.block))" : "\(table.block) IN (\(known))")
      arguments += StatementArguments(tags)
    }
    if filter.isLinkQuestions { add(table.isLinkQuestion) }
    if let cards = filter.cards { add("card.id IN (\(CardCondition.list(cards.map(\.rawValue))))") }
  }

  private mutating func add(_ condition: String) { sql += " AND " + condition }

  /// No row has the id -1. An empty list would be a constant to SQLite, which then refuses the index named.
  private static func list(_ ids: [Int64]) -> String {
    (ids.isEmpty ? [-1] : ids).map(String.init).joined(separator: ", ")
  }
}
