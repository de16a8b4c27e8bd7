import Terminal
import Testing

struct CommandTests {
  @Test(arguments: [
    ("vim", ["vim"]), ("  code   --wait ", ["code", "--wait"]), ("", []),
    ("'/opt/my editor' -a", ["/opt/my editor", "-a"]), (#"a\ b "c d"e"#, ["a b", "c de"]),
    (#""a\"b\n""#, [#"a"b\n"#]), ("x '' \"\"", ["x", "", ""]), (#"'a\b'"#, [#"a\b"#]),
  ])
  func `words are split as a shell does`(line: String, expected: [String]) {
    #expect(shellWords(line) == expected)
  }

  @Test(arguments: ["'open", "\"open", "open\\"])
  func `an open quote is no command`(line: String) {
    #expect(shellWords(line) == nil)
  }

  @Test(arguments: [
    ("vi", ["vi", "+12", "/n/a.md"]), ("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+12", "/n/a.md"]),
    ("nano", ["nano", "+12", "/n/a.md"]), ("emacsclient -nw", ["emacsclient", "-nw", "+12", "/n/a.md"]),
    ("hx", ["hx", "/n/a.md:12"]), ("subl --wait", ["subl", "--wait", "/n/a.md:12"]),
    ("code --wait", ["code", "--wait", "--goto", "/n/a.md:12"]), ("micro", ["micro", "+12", "/n/a.md"]),
    ("kate -b", ["kate", "-b", "--line", "12", "/n/a.md"]), ("my-editor", ["my-editor", "/n/a.md"]),
  ])
  func `each editor is told the line its own way`(editor: String, expected: [String]) throws {
    #expect(try EditorCommand.arguments(editor: editor, file: "/n/a.md", line: 12) == expected)
  }

  @Test func `without a line there is only the file`() throws {
    #expect(try EditorCommand.arguments(editor: "vim", file: "-x.md", line: nil) == ["vim", "./-x.md"])
  }

  @Test(arguments: ["", "  ", "vim '"])
  func `an editor that is no command is refused`(editor: String) {
    #expect(throws: TerminalFailure.unreadableCommand(editor)) {
      try EditorCommand.arguments(editor: editor, file: "a", line: 1)
    }
  }

  @Test func `VISUAL goes before EDITOR, empty ones do not count`() {
    #expect(EditorCommand.preferred(in: ["VISUAL": "code --wait", "EDITOR": "vi"]) == "code --wait")
    #expect(EditorCommand.preferred(in: ["VISUAL": " ", "EDITOR": "nano"]) == "nano")
    #expect(EditorCommand.preferred(in: [:]) == "vi")
  }

  @Test func `a child's end is told`() throws {
    #expect(try ChildProcess.run(["sh", "-c", "exit 7"]) == .exited(code: 7))
    #expect(try ChildProcess.run(["sh", "-c", "kill -9 $$"]) == .killed(signal: 9))
    #expect(throws: TerminalFailure.cannotStart(program: "/no/such/editor", code: 2)) {
      try ChildProcess.run(["/no/such/editor"])
    }
  }
}
