import Foundation
import TestSupport
import Testing

/// The full-screen quiz of the built program, in a shell inside tmux.
@Suite(
  .enabled(if: Tmux.isAvailable, "tmux is not installed"),
  .enabled(if: Sandbox.program != nil, "the program linnet is not beside the tests"))
struct RealReviewTests {
  private let sandbox: Sandbox
  private let tmux: Tmux

  init() throws {
    let long = (1...60).map { "- line \($0)" }.joined(separator: "\n")
    sandbox = try Sandbox([
      "notes/a.md": "START\nBasic\nfirst\nBack: \(long)\nEND\n\nSTART\nBasic\nsecond\nBack: short\nEND\n",
      "notes/b.md": "START\nBasic\nthird\nBack: short\nEND\n",
    ])
    try sandbox.run("linnet import notes")
    tmux = try Tmux(columns: 80, rows: 24, environment: sandbox.environment())
    try tmux.type("cd; clear; echo before")
    try #require(tmux.shows("before"), "\(tmux.screen)")
  }

  private func start(_ options: String = "") throws {
    try tmux.type("linnet review \(options); echo ended $?")
    try #require(tmux.shows("  first"), "\(tmux.screen)")
  }

  @Test func `a whole review, with undo from the summary and in a later run`() throws {
    try start()
    try tmux.press("Space", "Space", "Space", "Space", "Space", "Space")
    #expect(tmux.shows("  second"), "\(tmux.screen)")
    try tmux.press("Enter", "4")
    #expect(tmux.shows("  third"), "\(tmux.screen)")
    try tmux.press("Space", "1", "Space", "4")
    try tmux.press("Space", "Space", "Space", "Space", "4")
    #expect(tmux.shows("  5 answers, 1 again"), "\(tmux.screen)")
    try tmux.press("u")
    #expect(tmux.shows("  first"), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("ended 0"), "\(tmux.screen)")
    #expect(tmux.screen.hasPrefix("before\n"), "\(tmux.screen)")
    #expect(tmux.screen.contains("\n4 answers, 1 again"), "\(tmux.screen)")
    let count = try sandbox.log().count

    try tmux.type("clear; linnet review; echo ended $?")
    #expect(tmux.shows("  first"), "\(tmux.screen)")
    try tmux.press("u")
    #expect(tmux.shows("  third"), "\(tmux.screen)")
    #expect(try sandbox.log().count == count + 1)
    try tmux.press("C-c")
    #expect(tmux.shows("ended 130"), "\(tmux.screen)")
  }

  @Test func `another size in the middle keeps what is at the top`() throws {
    try start()
    try tmux.press("Space")
    #expect(tmux.shows("  ▼ more below"), "\(tmux.screen)")
    try tmux.press("Space")
    #expect(tmux.shows("  • line 29"), "\(tmux.screen)")
    let top = tmux.screen.split(separator: "\n")[4]
    for (columns, rows) in [(40, 10), (130, 40), (50, 16), (80, 24)] {
      try tmux.resize(columns: columns, rows: rows)
      #expect(tmux.shows(String(top)), "\(columns)x\(rows) \(tmux.screen)")
    }
    try tmux.resize(columns: 39, rows: 24)
    #expect(tmux.shows("window too small (need 40x10)"), "\(tmux.screen)")
  }

  @Test func `kill -9 loses no answer`() throws {
    try tmux.type("echo $$ >pid; exec linnet review")
    #expect(tmux.shows("  first"), "\(tmux.screen)")
    try tmux.press("s", "Space", "4")
    #expect(tmux.shows("  third"), "\(tmux.screen)")
    try sandbox.run("kill -9 $(cat pid)")
    #expect(try sandbox.log().count == 1)
    #expect(try sandbox.run("linnet doctor").status == 0)
  }

  @Test func `Ctrl-Z gives the shell back, and fg the card`() throws {
    try start()
    try tmux.press("Space", "j", "j")
    #expect(tmux.shows("  • line 3"), "\(tmux.screen)")
    try tmux.press("C-z")
    #expect(tmux.shows("before"), "\(tmux.screen)")
    #expect(try tmux.flags == "1 0")
    try tmux.type("fg")
    #expect(tmux.shows("  • line 3"), "\(tmux.screen)")
    try tmux.press("4", "q")
    #expect(tmux.shows("1 answer, 0 again"), "\(tmux.screen)")
    #expect(try sandbox.log().count == 1)
  }

  @Test func `the editor has the terminal, and the card is as it wrote it`() throws {
    let editor = "sed -i 's/first/first, edited/' \"$1\"; echo 'in the editor'; read line"
    try sandbox.folder.write("#!/bin/sh\n\(editor)\n", to: "editor")
    try sandbox.folder.setPermissions(0o755, of: "editor")
    try tmux.type("export EDITOR=./editor; clear; echo with an editor")
    #expect(tmux.shows("with an editor"), "\(tmux.screen)")
    try start()
    try tmux.press("Space", "e")
    #expect(tmux.shows("in the editor"), "\(tmux.screen)")
    try tmux.type("a line for the editor")
    #expect(tmux.shows("  first, edited"), "\(tmux.screen)")
    #expect(tmux.shows("  • line 1"), "\(tmux.screen)")
    try tmux.press("4", "q")
    #expect(tmux.shows("1 answer, 0 again"), "\(tmux.screen)")
  }

  @Test func `pasted text rates nothing`() throws {
    try start()
    try tmux.press("Space")
    #expect(tmux.shows("  • line 1"), "\(tmux.screen)")
    try tmux.paste("1234\n\n")
    #expect(tmux.shows(" pasted text is not taken as keys"), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("ended 0"), "\(tmux.screen)")
    #expect(try sandbox.log().isEmpty)
  }

  @Test func `a terminal that goes away ends it, with every answer kept`() throws {
    try start()
    try tmux.press("s", "Space", "3")
    #expect(tmux.shows("  third"), "\(tmux.screen)")
    try tmux.close()
    #expect(try sandbox.log().count == 1)
    #expect(try sandbox.run("linnet doctor").status == 0)
  }

  @Test func `a terminal that cannot move its cursor gets lines`() throws {
    try tmux.type("TERM=dumb linnet review; echo ended $?")
    #expect(tmux.shows("Question"), "\(tmux.screen)")
    #expect(try tmux.flags == "1 0")
    try tmux.type("q")
    #expect(tmux.shows("ended 0"), "\(tmux.screen)")
  }
}
