// How long it takes to lay a card of 2,000 lines out for the first time, and to copy its text: the floor.
//
//   LINNET_BENCHMARKS=1 swift run -c release LayoutBenchmark

import LinnetCLI
import Markdown
import Terminal

/// Nested lists with links, code, emphasis and maths, tables and code blocks; as many lines as `Benchmarks/screen.py` makes.
func longCard() -> String {
  (0..<200).map { number in
    """
    - item \(number) with a [[Note \(number)|link]] and `code`, **strong** and *emphasised* words that go on
        - a detail of it, with [[Another note]] and $x^2$, long enough to fill most of a row of the screen
        - a detail of it, with [[Another note]] and $x^2$, long enough to fill most of a row of the screen
        - a detail of it, with [[Another note]] and $x^2$, long enough to fill most of a row of the screen
            - and a detail of the detail
            - and a detail of the detail
        - the last of them: 語彙と文法, naïve café

    """
      + (number % 20 == 0
        ? "\n| left | right |\n| --- | --- |\n| `a` | [[b]] |\n\n```\ncode \(number)\n```\n\n"
        : "    - words, words and more words\n    - words, words and more words\n    - words\n")
  }.joined()
}

/// The fastest of many runs, in milliseconds: what the work takes when nothing else runs.
func milliseconds(_ work: () -> Int) -> Double {
  let clock = ContinuousClock()
  let times = (0..<40).map { _ in clock.measure { total &+= work() } }
  return (times.min() ?? .zero) / .milliseconds(1)
}

/// Keeps the results in use.
nonisolated(unsafe) var total = 0

let text = longCard()
let document = MarkdownParser.parse(text)
let markdown = TerminalMarkdown(width: 88, rendering: .ansi)
let rows = markdown.lines(document)
let copy = milliseconds { String(decoding: Array(text.utf8), as: UTF8.self).utf8.count }
let parse = milliseconds { MarkdownParser.parse(text).blocks.count }
let lines = milliseconds { markdown.lines(document).count }

print("\(text.utf8.count { $0 == 10 }) lines, \(text.utf8.count) bytes, \(rows.count) rows; result \(total)")
for (name, time) in [("copy", copy), ("parse", parse), ("lines", lines)] {
  print("\(name): \(time) ms, \((time / copy).rounded()) times a copy")
}
print("parse and lines: \(parse + lines) ms, at most 10")
