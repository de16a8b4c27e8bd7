import TestSupport
import Testing

/// The probe runs in a shell inside tmux, which compares the terminal's settings before and after.
@Suite(
  .enabled(if: Tmux.isAvailable, "tmux is not installed"),
  .enabled(if: Tmux.probe != nil, "the program TerminalProbe is not beside the tests"))
struct RealTerminalTests {
  private let tmux: Tmux

  init() throws {
    tmux = try Tmux()
    let probe = try #require(Tmux.probe)
    try tmux.type(
      "a=$(stty -g); clear; '\(probe.path)'; r=$?; b=$(stty -g); "
        + #"[ "$a" = "$b" ] && echo restored $r || echo broken $r"#)
    try #require(tmux.shows("ready"), "\(tmux.screen)")
  }

  @Test(arguments: [
    ("q", 0), ("x", 3), ("C-c", 130), ("C-d", 0), ("t", 143), ("h", 129), ("i", 132), ("C-\\", 131),
  ])
  func `every way out gives the terminal back`(key: String, status: Int) throws {
    try tmux.press(key)
    #expect(tmux.shows("restored \(status)"), "\(tmux.screen)")
  }

  @Test func `keys arrive one by one, pasted text as one`() throws {
    try tmux.press("1", "Up", "Escape")
    #expect(tmux.shows("key escape"), "\(tmux.screen)")
    try tmux.paste("1 2\nq")
    #expect(tmux.shows(#"key paste("1 2\nq")"#), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("restored 0"), "\(tmux.screen)")
    #expect(tmux.screen.contains("key character(\"1\")\nkey up\nkey escape\n"), "\(tmux.screen)")
  }

  @Test func `Ctrl-Z stops with the terminal as it was and goes on in key mode`() throws {
    try tmux.press("C-z")
    #expect(tmux.shows("restored 148"), "\(tmux.screen)")
    try tmux.type("fg")
    #expect(tmux.shows("key resumed"), "\(tmux.screen)")
    try tmux.press("2")
    #expect(tmux.shows("key character(\"2\")"), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("done"), "\(tmux.screen)")
    try tmux.type("echo settings $(stty -a | grep -o -e '-*icanon')")
    #expect(tmux.shows("settings icanon"), "\(tmux.screen)")
  }

  @Test func `a child reads lines and cannot spoil the terminal`() throws {
    try tmux.press("e")
    #expect(tmux.shows("child-ready"), "\(tmux.screen)")
    try tmux.type("some words")
    #expect(tmux.shows("child-read some words"), "\(tmux.screen)")
    #expect(tmux.shows("child exited(code: 5)"), "\(tmux.screen)")
    try tmux.press("2")
    #expect(tmux.shows("key character(\"2\")"), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("restored 0"), "\(tmux.screen)")
  }

  @Test func `a line can be asked for between keys`() throws {
    try tmux.press("l")
    #expect(tmux.shows("key character(\"l\")"), "\(tmux.screen)")
    try tmux.type("a sentence")
    #expect(tmux.shows(#"line("a sentence")"#), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("restored 0"), "\(tmux.screen)")
  }

  @Test func `Ctrl-C and Ctrl-D are answers to a line`() throws {
    try tmux.press("l")
    #expect(tmux.shows("key character(\"l\")"), "\(tmux.screen)")
    try tmux.press("C-c")
    #expect(tmux.shows("^Cinterrupted"), "\(tmux.screen)")
    try tmux.press("l")
    #expect(tmux.shows("^Cinterrupted\nkey character(\"l\")"), "\(tmux.screen)")
    try tmux.press("C-d")
    #expect(tmux.shows("end"), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("restored 0"), "\(tmux.screen)")
  }
}
