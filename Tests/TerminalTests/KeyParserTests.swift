import Terminal
import Testing

struct KeyParserTests {
  private func keys(_ text: String) -> [Key] {
    var parser = KeyParser()
    return parser.feed(text.utf8) + parser.flush()
  }

  @Test(arguments: [
    ("1", [Key.character("1")]),
    ("äq", [.character("ä"), .character("q")]),
    ("語😀", [.character("語"), .character("😀")]),
    (" \r\n\t", [.space, .enter, .enter, .tab]),
    ("\u{3}\u{4}", [.interrupt, .endOfInput]),
    ("\u{7F}\u{8}", [.backspace, .backspace]),
    ("\u{1B}", [.escape]),
    ("\u{1B}\u{1B}", [.escape, .escape]),
    ("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    (
      "\u{1B}[1;5C\u{1B}[1;3D\u{1B}f\u{1B}b\u{1B}[1;2C",
      [.wordRight, .wordLeft, .wordRight, .wordLeft, .right]
    ),
    ("\u{1B}[Z\u{1B}[3~", [.shiftTab, .delete]),
    ("\u{1B}[5~\u{1B}[6~\u{1B}[H\u{1B}OF\u{1B}[4~", [.pageUp, .pageDown, .home, .end, .end]),
    ("\u{1B}[2~\u{1B}[[A\u{1B}[15~\u{1B}1\u{1B}ä", Array(repeating: .unknown, count: 5)),
    ("\u{1B}[200~1\n2\u{1B}[A\u{1B}[201~q", [.paste("1\n2\u{1B}[A"), .character("q")]),
    ("\u{1B}[1", [.unknown]),
    ("\u{1}\u{C}\u{17}\u{1C}", [.control("a"), .control("l"), .control("w"), .unknown]),
  ])
  func `bytes become keys`(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test func `pieces of any size give the same keys`() {
    let bytes = Array("aä語😀\u{1B}[A\u{1B}[200~x\u{1B}[20y\u{1B}[201~\u{1B}OB 1".utf8)
    for size in 1...bytes.count {
      var parser = KeyParser()
      var found: [Key] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += parser.feed(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(
        found == [
          .character("a"), .character("ä"), .character("語"), .character("😀"), .up,
          .paste("x\u{1B}[20y"), .down, .space, .character("1"),
        ])
    }
  }

  @Test func `bytes that are no text become the replacement character`() {
    var parser = KeyParser()
    #expect(
      parser.feed([0xFF, 0xE2, 0x82, 0x31]) == [
        .character("\u{FFFD}"), .character("\u{FFFD}"), .character("1"),
      ])
  }

  @Test func `a paste that goes on is not cut by time`() {
    var parser = KeyParser()
    #expect(parser.feed("\u{1B}[200~abc".utf8).isEmpty)
    #expect(!parser.isUndecided)
    #expect(parser.flush().isEmpty)
    #expect(parser.feed("\u{1B}[201~".utf8) == [.paste("abc")])
  }
}
