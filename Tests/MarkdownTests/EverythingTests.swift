import Foundation
import Markdown
import Testing

@Suite struct EverythingTests {
  /// `Fixtures/Everything.md` holds every construct; its tree is recorded beside it. Set `LINNET_RECORD` to
  /// record it anew, and read what changed.
  @Test func everyConstructHasItsTree() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let text = try String(contentsOf: folder.appending(path: "Everything.md"), encoding: .utf8)
    let recording = folder.appending(path: "Everything.tree")
    let tree = dump(MarkdownParser.parse(text))
    if ProcessInfo.processInfo.environment["LINNET_RECORD"] != nil {
      try tree.write(to: recording, atomically: true, encoding: .utf8)
    }
    #expect(try tree == String(contentsOf: recording, encoding: .utf8))
  }
}
