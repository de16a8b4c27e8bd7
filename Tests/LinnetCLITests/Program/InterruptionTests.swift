import Foundation
import GRDB
import TestSupport
import Testing

/// Ctrl-C in the middle of long work.
@Suite(.enabled(if: Sandbox.program != nil, "the program linnet is not beside the tests"))
struct InterruptionTests {
  /// Two decks with more than a pipe holds, and a folder for their files.
  private func sandbox() throws -> Sandbox {
    let answer = String(repeating: "long answer ", count: 30_000)
    let sandbox = try Sandbox([
      "notes/a/A.md": "START\nBasic\nfirst\nBack: \(answer)\nEND\n",
      "notes/b/B.md": "START\nBasic\nsecond\nBack: \(answer)\nEND\n",
    ])
    try sandbox.run("linnet import notes")
    return sandbox
  }

  private func files(_ sandbox: Sandbox) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.absolute("out")).sorted()
  }

  /// Interrupts an export once it writes to this pipe.
  ///
  /// - Returns: the exit code.
  private func interrupted(_ command: String, writing pipe: String, _ sandbox: Sandbox) throws -> Int32 {
    let export = try Conversation(sandbox, "\(command) 2>errors")
    // Opens when the program opens it too.
    let reader = try #require(FileHandle(forReadingAtPath: sandbox.folder.absolute(pipe)))
    _ = try reader.read(upToCount: 1)
    export.interrupt()
    // The pipe held no more than a part.
    _ = try reader.readToEnd()
    return try export.end()
  }

  private func errors(_ sandbox: Sandbox) throws -> String {
    try String(contentsOfFile: sandbox.folder.absolute("errors"), encoding: .utf8)
  }

  @Test func `an interrupted export leaves no file`() throws {
    let sandbox = try sandbox()
    try sandbox.folder.makeFolder("out")
    try sandbox.folder.makePipe("out/notes--b.csv")
    #expect(
      try interrupted("linnet export -o out/", writing: "out/notes--b.csv", sandbox) == 130)
    #expect(try files(sandbox) == ["notes--b.csv"])
    #expect(try errors(sandbox) == "linnet: interrupted; nothing was changed\n")
  }

  @Test func `an interrupted export leaves the old file`() throws {
    let sandbox = try sandbox()
    try sandbox.folder.write("old", to: "out/notes--a.csv")
    try sandbox.folder.makePipe("out/notes--b.csv")
    #expect(
      try interrupted("linnet export -o out/", writing: "out/notes--b.csv", sandbox) == 130)
    #expect(try files(sandbox) == ["notes--a.csv", "notes--b.csv"])
    let file = sandbox.folder.absolute("out/notes--a.csv")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "old")
  }

  @Test func `an interrupted export to standard output ends`() throws {
    let sandbox = try sandbox()
    try sandbox.folder.makePipe("pipe")
    #expect(try interrupted("linnet export -o - >pipe", writing: "pipe", sandbox) == 130)
  }

  @Test func `a pipe is written to and stays one`() throws {
    let sandbox = try sandbox()
    try sandbox.folder.makePipe("pipe")
    try sandbox.run("linnet export -o file.csv")
    let run = try sandbox.run(
      "cat pipe >read & linnet export -o pipe; wait; cmp read file.csv && test -p pipe")
    #expect(run.status == 0, "\(run)")
  }

  @Test func `a file keeps its permissions, and a link to it leads to it still`() throws {
    let sandbox = try sandbox()
    try sandbox.folder.write("old", to: "file.csv")
    try sandbox.folder.setPermissions(0o600, of: "file.csv")
    try sandbox.folder.link("link.csv", to: "file.csv")
    let run = try sandbox.run("linnet export -o link.csv; test -L link.csv; head -1 file.csv")
    #expect(run.output == "#separator:comma\n")
    #expect(try sandbox.folder.permissions(of: "file.csv") == 0o600)
    #expect(try sandbox.run("ls").output.contains(".part") == false)
  }
}

/// Long work in a real terminal.
@Suite(
  .enabled(if: Tmux.isAvailable, "tmux is not installed"),
  .enabled(if: Sandbox.program != nil, "the program linnet is not beside the tests"))
struct LongWorkTests {
  private let sandbox: Sandbox
  private let tmux: Tmux

  init() throws {
    sandbox = try Sandbox(Sandbox.notes(cards: 3000))
    try sandbox.folder.write("", to: "notes/Empty.md")
    // Known, and with everything still to be read.
    try sandbox.folder.move("notes/Cards.md", to: "Cards.md")
    try sandbox.run("linnet import notes")
    try sandbox.folder.move("Cards.md", to: "notes/Cards.md")
    tmux = try Tmux(columns: 80, rows: 24, environment: sandbox.environment())
    try tmux.type("cd; clear")
  }

  /// Runs `body` while an import waits to write, because somebody else writes, and has told so.
  private func duringImport(_ body: () throws -> Void) throws {
    try DatabaseQueue(path: sandbox.database).inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      try tmux.type("linnet import; echo ended $?")
      #expect(tmux.shows("writing 1 note"), "\(tmux.screen)")
      try body()
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test func `a long import tells how far it is, until it ends`() throws {
    try duringImport {}
    #expect(tmux.shows("ended 0"), "\(tmux.screen)")
    #expect(!tmux.screen.contains("writing"), "\(tmux.screen)")
    #expect(tmux.screen.contains("3,000 cards added"), "\(tmux.screen)")
  }

  @Test func `Ctrl-C ends an import with one sentence and changes nothing`() throws {
    try duringImport {
      try tmux.press("C-c")
      #expect(tmux.shows("writing 1 note^C"), "\(tmux.screen)")
    }
    #expect(tmux.shows("linnet: interrupted; nothing was imported\nended 130"), "\(tmux.screen)")
    #expect(!tmux.screen.contains("writing"), "\(tmux.screen)")
    #expect(try sandbox.run("linnet cards --quiet").output == "")
    #expect(try sandbox.run("linnet doctor").status == 0)
  }
}
