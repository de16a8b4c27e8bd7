import Foundation
import GRDB
import StudyCore
import TestSupport

@testable import StudyApp
@testable import StudyStore

/// A collection in memory with short ways to import into it and to look at it.
struct Collection {
  let store: StudyStore

  init() throws { store = try StudyStore.inMemory() }

  init(_ store: StudyStore) { self.store = store }

  static let now = Timestamp(seconds: 1_800_000_000)

  @discardableResult
  func importing(
    _ folders: TemporaryFolder..., isForced: Bool = false, mode: ReadingMode? = nil
  ) throws -> ImportReport {
    try service.importFolders(at: folders.map(\.path), .init(isForced: isForced, mode: mode))
  }

  var service: ImportService { ImportService(store: store, now: Collection.now) }

  // MARK: What is there

  struct Block: Hashable {
    var uid: String
    /// Relative to its folder.
    var path: String
    var front: String
    var deck: String
    var isRemoved: Bool
    var isCopy: Bool
  }

  func allBlocks() throws -> [Block] {
    try rows(
      """
      SELECT uid, note.path, fields, deck.name, block.removedAt IS NOT NULL, isCopy
      FROM block JOIN note ON note.id = block.note JOIN deck ON deck.id = block.deck
      ORDER BY note.root, note.path, position, block.id
      """
    ).map {
      Block(
        uid: $0[0], path: $0[1], front: FieldList.decode($0[2]).first ?? "", deck: $0[3], isRemoved: $0[4],
        isCopy: $0[5])
    }
  }

  /// The blocks that stand in notes, in order.
  func blocks() throws -> [Block] { try allBlocks().filter { !$0.isRemoved } }

  /// Uid of the standing block with this front, if there is one only.
  func uid(_ front: String) throws -> String? {
    let found = try blocks().filter { $0.front == front }
    return found.count == 1 ? found[0].uid : nil
  }

  struct Card: Hashable {
    var id: Int64
    var uid: String
    var kind: String
    var isActive: Bool
    var isSuspended: Bool
  }

  func cards() throws -> [Card] {
    try rows(
      """
      SELECT card.id, uid, direction || ordinal, isActive, isSuspended FROM card
      JOIN block ON block.id = card.block ORDER BY card.id
      """
    ).map { Card(id: $0[0], uid: $0[1], kind: $0[2], isActive: $0[3], isSuspended: $0[4]) }
  }

  /// Codes of the findings by path.
  func findings() throws -> [String: [String]] {
    try Dictionary(grouping: rows("SELECT path, code FROM finding ORDER BY path, position")) { $0[0] }
      .mapValues { $0.map { $0[1] } }
  }

  func codes(_ path: String) throws -> [String] { try findings()[path] ?? [] }

  /// Every link and where it leads, as `source [target] -> path`, `source [target] -> (name)` or
  /// `source [target] -> file path`.
  func links() throws -> [String] {
    try rows(
      """
      SELECT root.prefix || note.path, linkTarget.text, toRoot.prefix || toNote.path, concept.key, file.path, isTie
      FROM link JOIN note ON note.id = link.note JOIN root ON root.id = note.root
        JOIN linkTarget ON linkTarget.id = link.target
        LEFT JOIN concept ON concept.id = link.concept LEFT JOIN note AS toNote ON toNote.id = concept.note
        LEFT JOIN root AS toRoot ON toRoot.id = toNote.root LEFT JOIN file ON file.id = link.file
      """
    ).map { row in
      let end =
        (row[2] as String?) ?? (row[4] as String?).map { "file " + $0 }
        ?? (row[3] as String?).map { "(\($0))" }
      return "\(row[0] as String) [\(row[1] as String)] -> \(end ?? "nowhere")\(row[5] ? " tie" : "")"
    }.sorted()
  }

  /// Keys of all concepts; those of notes with their paths.
  func concepts() throws -> [String] {
    try rows(
      "SELECT concept.key, note.path, note.removedAt IS NULL FROM concept LEFT JOIN note ON note.id = concept.note"
    ).map { row in
      let path: String? = row[1]
      return path.map { "\(row[0] as String) = \($0)\(row[2] ? "" : " (gone)")" } ?? row[0]
    }.sorted()
  }

  func rows(_ sql: String) throws -> [Row] { try store.queue.read { try Row.fetchAll($0, sql: sql) } }

  func count(_ table: String) throws -> Int {
    try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  func execute(_ sql: String) throws { try store.queue.write { try $0.execute(sql: sql) } }

  /// How many rows this connection ever changed.
  func changeCount() throws -> Int { try store.queue.read { $0.totalChangesCount } }

  /// Puts an answer into the log of every card that can be studied.
  func answerAll() throws {
    try execute("INSERT OR IGNORE INTO device (id, uid) VALUES (1, 'here')")
    try execute(
      """
      INSERT INTO logEntry (id, device, block, direction, ordinal, kind, at, utcOffset, studyDay, rating)
      SELECT card.id + (SELECT coalesce(max(id), 0) FROM logEntry), 1, uid, direction, ordinal, 'answer', 0, 0, 0, 3
      FROM card JOIN block ON block.id = card.block WHERE isActive = 1
      """)
  }
}

/// The text of one Basic card block.
func card(_ front: String, _ back: String, id: Int? = nil, reference: String? = nil) -> String {
  "START\nBasic\n\(front)\nBack: \(back)\n" + (id.map { "<!--ID: \($0)-->\n" } ?? "")
    + "END\(reference.map { " ^" + $0 } ?? "")\n"
}

extension ImportReport {
  /// Whether any note or card is not as it was before the import.
  var hasChanges: Bool {
    notesAdded + notesChanged + notesMoved + notesRemoved + cardsAdded + cardsEdited + cardsMoved
      + cardsRemoved + cardsRestored > 0
  }
}
