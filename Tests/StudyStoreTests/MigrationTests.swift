import GRDB
import StudyCore
import TestSupport
import Testing

@testable import StudyStore

/// Collections of earlier versions.
struct MigrationTests {
  @Test func `folders of before are read tolerantly`() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    let queue = try DatabaseQueue(path: path)
    try Migrations.migrator.migrate(queue, upTo: "3: memories of other programs")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO linkRoot (id, path) VALUES (1, '/notes');
          INSERT INTO root (path, label, linkRoot, prefix) VALUES ('/notes', 'notes', 1, '');
          """)
    }
    try queue.close()
    #expect(try StudyStore(path: path).folders().map(\.readingMode) == [.tolerant])
  }

  @Test func `cards of before are in the decks of their blocks`() throws {
    let folder = try TemporaryFolder()
    let path = folder.absolute("x.sqlite")
    let queue = try DatabaseQueue(path: path)
    try Migrations.migrator.migrate(queue, upTo: "5: note types by what they ask")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO linkRoot (id, path) VALUES (1, '/notes');
          INSERT INTO root (id, path, label, linkRoot, prefix) VALUES (1, '/notes', 'notes', 1, '');
          INSERT INTO note (id, root, path, key, title, titleKey, size, modified, hash)
          VALUES (1, 1, 'a.md', 'a.md', 'a', 'a', 1, 1, 1);
          INSERT INTO noteType (id, name, fields, behavior, isKnown) VALUES (1, 'Basic', '[]', 'basic', 1);
          INSERT INTO deck (id, name) VALUES (1, 'A'), (2, 'B');
          INSERT INTO block (id, uid, note, position, line, syntax, noteType, deck, headings, fields, fingerprint)
          VALUES (1, 'x', 1, 0, 1, 'block', 1, 2, '[]', '[]', 1), (2, 'y', 1, 1, 5, 'block', 1, 1, '[]', '[]', 2);
          INSERT INTO card (id, block, direction, ordinal, shortID, isActive)
          VALUES (1, 1, 'forward', 0, 'a', 1), (2, 2, 'forward', 0, 'b', 1), (3, 2, 'reverse', 0, 'c', 1);
          """)
    }
    try queue.close()
    let store = try StudyStore(path: path)
    let cards = try store.cards(matching: CardFilter(deck: DeckName("A")))
    #expect(cards.map(\.id.rawValue) == [2, 3])
    #expect(cards.map(\.isLinkQuestion) == [false, false])
  }
}
