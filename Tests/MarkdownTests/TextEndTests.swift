import StudyCore
import Testing

@testable import Markdown

/// What lies in memory behind a text is no part of it.
@Suite struct TextEndTests {
  @Test(arguments: [".", ")", "-", "|", "`", "]"]) func nothingBehindTheEndIsRead(_ next: String) {
    for text in ["200", "a\n\n7", "1", "**x", "a |", "[x"] {
      var bytes = Array((text + next).utf8)
      bytes.removeLast()
      let (_, placeholders) = PlaceholderPass.run(bytes, readingClozes: false)
      let builder = TreeBuilder(placeholders: placeholders, events: 1000)
      #expect(MD4C.parse(bytes, tables: true, into: builder))
      #expect(builder.finish() == MarkdownParser.parse(text + "\n"))
    }
  }
}
