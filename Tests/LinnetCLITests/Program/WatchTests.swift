import Foundation
import GRDB
import TestSupport
import Testing

/// `linnet import --watch`, as its reader sees it.
@Suite(.enabled(if: Sandbox.program != nil, "the program linnet is not beside the tests"))
struct WatchTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox(["notes/aws/ECS.md": WatchTests.card("What runs containers on Amazon's machines?")])
  }

  private static func card(_ front: String) -> String { "START\nBasic\n\(front)\nBack: ECS\nEND\n" }

  private func write(_ text: String, to note: String) throws {
    try sandbox.folder.write(text, to: "notes/" + note)
  }

  /// A watch that has read the notes once.
  private func watch(_ options: String = "") throws -> Conversation {
    let watch = try Conversation(sandbox, "linnet import notes --watch \(options) 2>&1")
    try #require(watch.waits(for: "Ctrl-C ends\n"))
    return watch
  }

  private func ends(_ watch: Conversation) throws {
    watch.interrupt()
    #expect(!watch.waits(for: "interrupted"))
    #expect(try watch.end() == 130)
    #expect(try sandbox.run("linnet doctor").status == 0)
  }

  @Test func `each saved note is one line, and Ctrl-C ends without a word`() throws {
    let watch = try watch()
    try write(Self.card("What runs the containers on Amazon's machines?"), to: "aws/ECS.md")
    #expect(watch.waits(for: "08:00:00  aws/ECS.md: 1 card edited\n"))
    try write(Self.card("a") + Self.card("b"), to: "new/deep/B.md")
    #expect(watch.waits(for: "08:00:00  new/deep/B.md: new, 2 cards added\n"))
    try sandbox.folder.move("notes/new", to: "notes/old")
    #expect(watch.waits(for: "08:00:00  old/deep/B.md: moved from new/deep/B.md, 2 cards moved\n"))
    try sandbox.folder.remove("notes/old/deep/B.md")
    #expect(watch.waits(for: "08:00:00  old/deep/B.md: removed, 2 cards removed\n"))
    try ends(watch)
  }

  @Test func `what changes nothing is not told`() throws {
    let watch = try watch()
    try write(
      try String(contentsOfFile: sandbox.folder.absolute("notes/aws/ECS.md"), encoding: .utf8),
      to: "aws/ECS.md")
    try write("text", to: "aws/.ECS.md.swp")
    try write("text", to: "C.md")
    #expect(watch.waits(for: "  "))
    #expect(watch.waits(for: "C.md: new\n"))
    try ends(watch)
  }

  @Test func `a mistake is told with its place`() throws {
    let watch = try watch()
    try write("text\n\nSTART\nBasic\na\nBack: b\n", to: "D.md")
    #expect(watch.waits(for: "D.md: new, 1 card added\n"))
    #expect(watch.waits(for: "\(sandbox.folder.path)/notes/D.md:3: this card has no END"))
    try ends(watch)
  }

  @Test func `many notes at once are one line`() throws {
    let watch = try watch()
    try sandbox.folder.makeFolder("branch")
    for number in 1...21 { try sandbox.folder.write(Self.card("\(number)"), to: "branch/\(number).md") }
    try sandbox.folder.move("branch", to: "notes/branch")
    #expect(watch.waits(for: "08:00:00  21 notes added, 21 cards added\n"))
    try ends(watch)
  }

  @Test func `in JSON each change is one line`() throws {
    let watch = try Conversation(sandbox, "linnet import notes --watch --json")
    let first = try #require(watch.line())
    try #expect(document(first)["folders"] as? [String] == [sandbox.folder.absolute("notes")])
    try write("START\nBasic\na\nBack: b\n", to: "E.md")
    let change = try document(#require(watch.line()))
    #expect(change["version"] as? Int == 1)
    #expect(change["note"] as? String == "E.md")
    #expect(change["change"] as? String == "added")
    #expect((change["cards"] as? [String: Int])?["added"] == 1)
    let finding = (change["findings"] as? [[String: Any]])?.first
    #expect(finding?["code"] as? String == "end-missing")
    try ends(watch)
  }

  private func document(_ line: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func `quiet tells only mistakes`() throws {
    let watch = try Conversation(sandbox, "linnet import notes --watch --quiet 2>&1")
    // Nothing tells that it has read the notes, but that they are known.
    let isKnown = try (1...1000).contains { _ in
      try sandbox.run("linnet cards --quiet").output.isEmpty == false
    }
    #expect(isKnown)
    try write("text", to: "F.md")
    try write("START\nBasic\na\nBack: b\n", to: "G.md")
    #expect(watch.line()?.hasPrefix("\(sandbox.folder.path)/notes/G.md:1: ") == true)
    try sandbox.folder.makePipe("notes/H.md")
    #expect(watch.line()?.hasPrefix("\(sandbox.folder.path)/notes/H.md: this is a pipe") == true)
    try ends(watch)
  }

  @Test func `while another program writes, it waits`() throws {
    let watch = try watch()
    try DatabaseQueue(path: sandbox.database).inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      try write("text", to: "H.md")
      #expect(watch.waits(for: "another program is writing to the collection; waiting for it\n"))
      try db.execute(sql: "ROLLBACK")
    }
    #expect(watch.waits(for: "08:00:00  H.md: new\n"))
    try ends(watch)
  }

  @Test func `a folder that is gone is told once, and read again when it is back`() throws {
    let watch = try watch()
    try sandbox.folder.move("notes", to: "elsewhere")
    #expect(watch.waits(for: "linnet: the folder \(sandbox.folder.path)/notes is gone\n"))
    try sandbox.folder.write("text", to: "elsewhere/I.md")
    try sandbox.folder.move("elsewhere", to: "notes")
    #expect(watch.line()?.hasPrefix("        if it moved: linnet move") == true)
    #expect(watch.line() == "08:00:00  I.md: new")
    try ends(watch)
  }

  /// In a namespace of its own, so that nobody else's watches are counted or limited.
  @Test func `where the system watches no more folders, it says so and looks for itself`() throws {
    let limited = { (command: String) in
      "unshare -Ur sh -c 'echo 1 > /proc/sys/user/max_inotify_watches && exec \(command)'"
    }
    guard try sandbox.run(limited("true")).status == 0 else { return }
    let watch = try Conversation(sandbox, limited("linnet import notes --watch 2>&1"))
    #expect(
      watch.waits(for: "the system watches no more folders, so they are looked through once a second\n"))
    try write("text", to: "aws/J.md")
    #expect(watch.waits(for: "08:00:00  aws/J.md: new\n"))
    try ends(watch)
  }

  @Test func `a trial does not watch`() throws {
    let run = try sandbox.run("linnet import notes --watch --dry-run")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("linnet: --watch writes what it reads, which --dry-run forbids\n"))
  }
}
