import Foundation
import GRDB
import TestSupport
import Testing

/// Files that are no collection of this Linnet.
@Suite(.enabled(if: Sandbox.program != nil))
struct ForeignDatabaseTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox(Sandbox.notes(cards: 1)) }

  private func change(_ file: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: sandbox.folder.absolute(file))
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func `one of a newer Linnet is left alone`() throws {
    try sandbox.run("linnet import notes")
    try change("linnet.sqlite", "INSERT INTO grdb_migrations VALUES ('a later one')")
    for command in ["linnet", "linnet cards", "linnet import notes", "linnet review", "linnet doctor"] {
      let run = try sandbox.run(command)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          linnet: \(sandbox.database) was written by a newer Linnet
                  update Linnet; nothing was changed

          """)
    }
    #expect(try sandbox.run("linnet due --quiet").status == 74)
  }

  @Test func `one of another program is left alone`() throws {
    try change("other.sqlite", "CREATE TABLE thing (id)")
    let before = try Data(contentsOf: URL(filePath: sandbox.folder.absolute("other.sqlite")))
    for command in ["cards", "import notes", "doctor"] {
      let run = try sandbox.run("linnet \(command) --database other.sqlite")
      #expect(run.status == 66)
      #expect(run.errors.hasPrefix("linnet: other.sqlite is not a Linnet database\n"))
    }
    #expect(try Data(contentsOf: URL(filePath: sandbox.folder.absolute("other.sqlite"))) == before)
  }

  @Test func `a damaged one is told with the way out`() throws {
    try sandbox.run("linnet import notes")
    let size = try Data(contentsOf: URL(filePath: sandbox.database)).count
    let file = try FileHandle(forUpdating: URL(filePath: sandbox.database))
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 120, count: size - 4096))
    try file.close()
    let run = try sandbox.run("linnet cards")
    #expect(run.status == 74)
    #expect(run.errors.contains("is damaged: "))
    #expect(run.errors.hasSuffix("put back a copy from the backups folder beside it\n"))
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not bind the superuser"))
  func `one that may not be written can be read`() throws {
    try sandbox.run("linnet import notes")
    try sandbox.folder.setPermissions(0o400, of: "linnet.sqlite")
    let run = try sandbox.run("linnet answer $(linnet cards -q | head -c 10) good")
    #expect(run.status == 74)
  }
}
