import TestSupport
import Testing

/// The probe on a full screen, in a shell inside tmux: what stood there before has to be there again.
@Suite(
  .enabled(if: Tmux.isAvailable, "tmux is not installed"),
  .enabled(if: Tmux.probe != nil, "the program TerminalProbe is not beside the tests"))
struct RealScreenTests {
  private let tmux: Tmux

  init() throws {
    tmux = try Tmux()
    let probe = try #require(Tmux.probe)
    try tmux.type(
      "a=$(stty -g); clear; echo before; '\(probe.path)' screen; r=$?; b=$(stty -g); "
        + #"[ "$a" = "$b" ] && echo restored $r || echo broken $r"#)
    try #require(tmux.shows("screen ready"), "\(tmux.screen)")
    #expect(try tmux.flags == "0 1")
    #expect(tmux.screen.hasPrefix("120x50\n"))
  }

  @Test(arguments: [
    ("q", 0), ("x", 3), ("f", 0), ("C-c", 130), ("C-d", 0), ("t", 143), ("h", 129), ("i", 132), ("C-\\", 131),
  ])
  func `every way out gives the screen back`(key: String, status: Int) throws {
    try tmux.press(key)
    #expect(tmux.shows("restored \(status)"), "\(tmux.screen)")
    #expect(tmux.screen.hasPrefix("before\n"), "\(tmux.screen)")
    #expect(!tmux.screen.contains("screen ready"))
    #expect(tmux.screen.contains("probe: a fault") == (key == "i"))
    #expect(try tmux.flags == "1 0")
  }

  @Test func `Ctrl-Z gives the screen back, and fg draws it again`() throws {
    try tmux.press("C-z")
    #expect(tmux.shows("restored 148"), "\(tmux.screen)")
    #expect(try tmux.flags == "1 0")
    #expect(tmux.screen.hasPrefix("before\n"), "\(tmux.screen)")
    try tmux.type("clear; fg")
    #expect(tmux.shows("key resumed"), "\(tmux.screen)")
    #expect(tmux.screen.contains("screen ready"))
    #expect(try tmux.flags == "0 1")
    try tmux.press("q")
    #expect(tmux.shows("done"), "\(tmux.screen)")
    #expect(try tmux.flags == "1 0")
  }

  @Test func `in the background it leaves the terminal alone`() throws {
    try tmux.press("C-z")
    #expect(tmux.shows("restored 148"), "\(tmux.screen)")
    try tmux.type("clear; bg; sleep 0.2; echo still $(stty -a | grep -o -e '-*icanon')")
    #expect(tmux.shows("still icanon"), "\(tmux.screen)")
    #expect(try tmux.flags == "1 0")
    try tmux.type("fg")
    #expect(tmux.shows("key resumed"), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("done"), "\(tmux.screen)")
    #expect(try tmux.flags == "1 0")
  }

  @Test func `another size is told, and everything is drawn for it`() throws {
    try tmux.resize(columns: 60, rows: 20)
    #expect(tmux.shows("key resized"), "\(tmux.screen)")
    #expect(tmux.screen.hasPrefix("60x20\n"))
    #expect(tmux.screen.contains("screen ready"))
    try tmux.press("q")
    #expect(tmux.shows("restored 0"), "\(tmux.screen)")
  }

  @Test func `a child has the terminal to itself, and then everything is drawn again`() throws {
    try tmux.press("e")
    #expect(tmux.shows("child-ready"), "\(tmux.screen)")
    #expect(try tmux.flags == "1 0")
    try tmux.type("some words")
    #expect(tmux.shows("child exited(code: 5)"), "\(tmux.screen)")
    #expect(tmux.screen.contains("screen ready"))
    #expect(try tmux.flags == "0 1")
    try tmux.press("q")
    #expect(tmux.shows("restored 0"), "\(tmux.screen)")
    #expect(tmux.screen.hasPrefix("before\n"), "\(tmux.screen)")
  }

  @Test func `waiting for a key comes to an end`() throws {
    try tmux.press("w")
    #expect(tmux.shows("waited nil"), "\(tmux.screen)")
    try tmux.press("q")
    #expect(tmux.shows("restored 0"), "\(tmux.screen)")
  }
}
