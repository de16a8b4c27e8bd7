import Terminal
import Testing

struct SanitiseTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("\u{1B}[2J\u{7}", "^[[2J^G"),
    ("\u{1B}]0;title\u{7}", "^[]0;title^G"),
    ("\u{9B}31m", "\u{FFFD}31m"),
    ("a\u{7F}", "a^?"),
    ("a\0b", "a^@b"),
    ("one\r\ntwo\rthree\u{2028}four\u{85}five", "one\ntwo\nthree\nfour\nfive"),
    ("a\tb", "a b"),
    ("\u{202E}evil\u{202C}", "\u{FFFD}evil\u{FFFD}"),
    ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
    ("\u{FEFF}soft\u{AD}ware \u{5D0}\u{200F}", "software \u{5D0}"),
    ("a\u{E0041}", "a\u{FFFD}"),
  ])
  func `what a terminal would obey becomes visible`(text: String, expected: String) {
    #expect(text.sanitised.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: ["👨‍👩‍👧", "❤️", "🇩🇪", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "क्‍ष", "می‌خواهم", "e\u{301}"])
  func `joiners, selectors and flags stay`(text: String) {
    #expect(text.sanitised.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func `no code point reaches the terminal as a command`() {
    let dangerous = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
      let text = StyledText("a\(Character(scalar))b", .link).string
      return !text.unicodeScalars.allSatisfy(isHarmless) || text.sanitised != text
    }
    #expect(dangerous.isEmpty)
  }

  @Test func `the only escapes of the ANSI rendering are its own`() {
    let hostile: StyledText = "\("\u{1B}[2J", .title)\("\u{1B}]8;;x\u{7}", .link) \u{9B}5n"
    let pieces = hostile.rendered(as: .ansi).split(separator: "\u{1B}")
    #expect(pieces.map { $0.prefix { $0 != "m" } } == ["[1", "[0", "[36;4", "[0"])
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: true
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x2028, 0x2029: false
    default: true
    }
  }
}
