import Foundation
import LinnetCLI
import Markdown
import StudyCore
import Terminal
import Testing

struct EverythingRenderingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Everything")

  private static func lines(_ width: Int, _ rendering: Rendering, _ glyphs: Glyphs) throws -> [StyledText] {
    let text = try String(contentsOf: folder.appending(path: "Everything.md"), encoding: .utf8)
    let document = MarkdownParser.parse(text, readingClozes: true)
    return TerminalMarkdown(width: width, rendering: rendering, glyphs: glyphs) {
      !["Ghost", "missing.png"].contains($0.path)
    }.lines(ClozeView.question(of: document, asking: 1))
  }

  /// `Everything.md` holds every construct; how each looks is recorded beside it. Set `LINNET_RECORD` to record anew, and
  /// read what changed.
  @Test(arguments: [
    ("80-plain", 80, Rendering.plain, Glyphs.unicode), ("40-plain", 40, .plain, .unicode),
    ("80-tags", 80, .tags, .unicode), ("40-tags", 40, .tags, .unicode),
    ("80-ascii", 80, .plain, .ascii), ("40-ascii", 40, .plain, .ascii),
  ])
  func `every construct looks as recorded`(name: String, width: Int, rendering: Rendering, glyphs: Glyphs)
    throws
  {
    let shown = try Self.lines(width, rendering, glyphs).map { $0.rendered(as: rendering) + "\n" }.joined()
    let recording = Self.folder.appending(path: name + ".golden")
    if ProcessInfo.processInfo.environment["LINNET_RECORD"] != nil {
      try shown.write(to: recording, atomically: true, encoding: .utf8)
    }
    #expect(try shown == String(contentsOf: recording, encoding: .utf8))
  }

  @Test(arguments: [12, 20, 40, 80], [Rendering.plain, .ansi])
  func `no row is wider than the column`(width: Int, rendering: Rendering) throws {
    for line in try Self.lines(width, rendering, .unicode) { #expect(line.width <= width, "\(line.string)") }
  }
}
