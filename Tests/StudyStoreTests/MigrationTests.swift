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
}
