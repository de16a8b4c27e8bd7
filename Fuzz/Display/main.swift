// Fuzzes what shows a card: the first byte of an input says whether the rest is a text with gaps. Any text has a tree,
// and any tree can be shown in every way there is.

import Foundation
import LibFuzzer
import Markdown

exit(
  LibFuzzer.run { start, count in
    let input = UnsafeBufferPointer(start: start, count: count)
    guard let choice = input.first else { return 0 }
    let text = String(decoding: input.dropFirst(), as: UTF8.self)
    let document = MarkdownParser.parse(text, readingClozes: choice % 2 == 1)
    precondition(
      document == MarkdownParser.parse(text, readingClozes: choice % 2 == 1), "two readings differ")
    _ = HTMLRenderer(keepsClozes: choice % 2 == 1) { $0 }.html(of: document)
    _ = PlainTextRenderer().text(of: document)
    _ = Outline(document)
    for view in [ClozeView.question(of: document, asking: 1), ClozeView.answer(of: document, asking: 1)] {
      _ = HTMLRenderer().html(of: view)
    }
    _ = ClozeView.text(of: text)
    return 0
  })
