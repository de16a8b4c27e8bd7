import Terminal
import Testing

struct StyledTextTests {
  @Test func `the same text in three renderings`() {
    let text: StyledText = "\("3", .good) Good \("24d", .faint)"
    #expect(text.rendered(as: .tags) == "<good>3</good> Good <faint>24d</faint>")
    #expect(text.rendered(as: .plain) == "3 Good 24d")
    #expect(text.rendered(as: .ansi) == "\u{1B}[32m3\u{1B}[0m Good \u{1B}[90m24d\u{1B}[0m")
  }

  @Test func `styles nest, the outer first`() {
    let inner: StyledText = "see \("VPC", .link) now"
    let text = StyledText("# ", .faint) + inner.styled(.heading)
    #expect(
      text.rendered(as: .tags) == "<faint># </faint><heading>see <link>VPC</link> now</heading>")
    #expect(text.rendered(as: .ansi).contains("\u{1B}[1;36;4mVPC\u{1B}[0m"))
  }

  @Test func `neighbours with equal styles are one run`() {
    let text = StyledText("a", .code) + StyledText("b", .code) + StyledText("") + StyledText("c")
    #expect(text.runs.map(\.text) == ["ab", "c"])
  }

  @Test func `joining puts the separator between`() {
    let keys = [StyledText("u", .key), StyledText("q", .key)]
    #expect(StyledText(keys, separator: " · ").rendered(as: .tags) == "<key>u</key> · <key>q</key>")
    #expect(StyledText([], separator: ", ").isEmpty)
  }

  @Test(arguments: [
    (TextAlignment.leading, "語x   "), (.trailing, "   語x"), (.centre, " 語x  "),
  ])
  func `padding counts cells`(alignment: TextAlignment, expected: String) {
    #expect(StyledText("語x").padded(to: 6, alignment).string == expected)
    #expect(StyledText("語x").padded(to: 2, alignment).string == "語x")
  }

  @Test func `every style has a look or is told by its words`() {
    for style in Style.allCases {
      #expect(StyledText("x", style).rendered(as: .ansi) != "x", "\(style)")
    }
  }

  @Test func `marks carry what colour would`() {
    #expect(Style.link.marks(in: .plain) == ("[", "]"))
    #expect(Style.unresolvedLink.marks(in: .plain) == ("[", "?]"))
    #expect(Style.unresolvedLink.marks(in: .ansi) == ("", "?"))
    #expect(Style.link.marks(in: .ansi) == ("", ""))
  }
}
