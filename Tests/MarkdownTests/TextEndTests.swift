import Markdown
import Testing

/// md4c 0.4.8 looks at the byte behind the text where a line ends with digits. What lies there must not matter.
@Suite struct TextEndTests {
  @Test func digitsAtTheEndAreNoListWhateverLiesBehindThem() {
    for count in 1...9 {
      let digits = String(repeating: "7", count: count)
      for _ in 0..<200 {
        // Leaves memory full of dots for the next allocation of this size.
        for size in 1...64 { _ = [UInt8](repeating: UInt8(ascii: "."), count: size).map { $0 } }
        #expect(MarkdownParser.parse(digits).blocks == [.paragraph([.text(digits)])])
      }
    }
  }
}
