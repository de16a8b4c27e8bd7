import NoteParsing

/// A file of one piece of syntax over and over, which a careless parser takes quadratic time to read.
struct HostileFile {
  private let piece: String
  /// What stands before and after the pieces.
  private var around = ("", "")

  init(_ piece: String, in around: (String, String) = ("", "")) {
    self.piece = piece
    self.around = around
  }

  private static let all =
    [
      "[[", "[[a]]", "START\n", "START\nBasic\nq\n", "`", "` ``  ```", "{", "{{c1::", "%%", "%%a%%", "$",
      "$$", "$a",
      "==", "==a ", "> ", "> > ", "<!--", "<!-- `", "ID: 1 ", "STARTI [Basic] ",
      "STARTI [Basic] q Back: a ENDI ",
      "a", "a ", "é", "#", "# h\n", "|", "| a ", "[^", "[^a]", "::", "[", "![", "[a](", "]", "\\", "```\n",
      "~~~\n",
      "> ```\n", "- ", "1. ", "Back: ", "Back: x\n", "Tags: x\n", "TARGET DECK\n", "FROZEN - Basic:\n",
      "DELETE\n",
      "END\n", "\n", "\r", "\t", "\u{0}", "\u{feff}", "\u{301}",
    ].map { HostileFile($0) }
    + ["{", "{{c1::", "{a ", "\\", "==", "`", "[[", "{{"].map {
      HostileFile($0, in: ("START\nCloze\n", "\nEND\n"))
    }
    + ["[", "{", "- ", "a: b\n", "? ", "*a "].map { HostileFile($0, in: ("---\n", "\n---\n")) }

  private func file(size: Int) -> [UInt8] {
    let count = size / piece.utf8.count
    return Array((around.0 + repeatElement(piece, count: count).joined() + around.1).utf8)
  }

  /// Says the time for a file of 100 kB and for one of 1 MB, and how many times the first the second is.
  static func report() {
    say("ten times the file:".padded(to: 40) + "100 kB      1 MB       growth")
    let curly = CurlyClozes(includesHighlights: true)
    var worst = 0.0
    for (name, parser) in [("", NoteParser()), ("curly ", NoteParser(clozes: curly))] {
      for file in all { worst = max(worst, file.report(name, parser)) }
    }
    say("The worst growth is \(worst.text(1)), at most 12.")
  }

  private func report(_ name: String, _ parser: NoteParser) -> Double {
    let times = [100_000, 1_000_000].map { size in
      let file = file(size: size)
      return fastest { parser.parse(file).linkCount }
    }
    let growth = times[1] / times[0]
    let label = name + (around.0 + piece + around.1).debugDescription
    let figures = times.map { ($0 * 1000).text(2).padded(to: 8) + " ms " }.joined()
    say(label.padded(to: 38) + "  " + figures + growth.text(1))
    return growth
  }

  /// Of several runs, or of one that takes long.
  private func fastest(_ work: () -> Int) -> Double {
    var best = seconds(work)
    var spent = best
    while spent < 0.1 {
      let again = seconds(work)
      best = min(best, again)
      spent += again
    }
    return best
  }
}
