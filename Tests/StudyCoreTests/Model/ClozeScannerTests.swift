import StudyCore
import TestSupport
import Testing

/// Gaps written as `number:content` or `number:content|hint`, in the order found.
private func gaps(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  return ClozeScanner.scan(text).map { gap in
    "\(gap.number):\(slice(gap.content))" + (gap.hint.map { "|" + slice($0) } ?? "")
  }
}

@Suite struct ClozeScannerTests {
  @Test(arguments: [
    ("The {{c1::Andes}} run", ["1:Andes"]),
    ("{{c1::a}}{{c2::b}} {{c1::c}}", ["1:a", "2:b", "1:c"]),
    ("{{c1::Lima::capital}}", ["1:Lima|capital"]),
    ("{{c1::std::vector::type}}", ["1:std::vector|type"]),
    ("{{c1::a:::b}}", ["1:a|:b"]),
    ("{{c1::a::}}", ["1:a"]),
    ("{{c1::}}", ["1:"]),
    ("{{c1::::only a hint}}", ["1:|only a hint"]),
    ("{{c12::twelve}}", ["12:twelve"]),
    ("{{c1::Übung}}", ["1:Übung"]),
    ("{{c1::over\ntwo lines}}", ["1:over\ntwo lines"]),
  ])
  func readsAGap(text: String, expected: [String]) {
    #expect(gaps(text) == expected)
  }

  @Test(arguments: [
    ("{{c1::outer {{c2::inner}} end}}", ["1:outer {{c2::inner}} end", "2:inner"]),
    ("{{c1::a {{c2::b::hint}} c::outer}}", ["1:a {{c2::b::hint}} c|outer", "2:b|hint"]),
    ("{{c1::{{c2::{{c3::x}}}}}}", ["1:{{c2::{{c3::x}}}}", "2:{{c3::x}}", "3:x"]),
  ])
  func nests(text: String, expected: [String]) {
    #expect(gaps(text) == expected)
  }

  @Test(arguments: [
    ("{{c1::{a}}}", ["1:{a}"]),
    (#"{{c1::$\frac{a}{b_{c}}$}} x"#, [#"1:$\frac{a}{b_{c}}$"#]),
    (#"{{c1::$\left\{ x \right.$}} y"#, [#"1:$\left\{ x \right.$"#]),
    ("{{c1::$$\nx}}\n$$}} y", ["1:$$\nx}}\n$$"]),
    ("{{c1::`a}}`}} y", ["1:`a}}`"]),
    ("{{c1::``a`}}``}} y", ["1:``a`}}``"]),
    ("{{c1::`a::b`}}", ["1:`a::b`"]),
    ("{{c1::{a::b} c}}", ["1:{a::b} c"]),
  ])
  func balancesBracesAndLooksPastCodeAndMath(text: String, expected: [String]) {
    #expect(gaps(text) == expected)
  }

  @Test(arguments: [
    ("$x = {{c1::y}}$", ["1:y"]),
    (#"$\frac{{{c1::a}}}{b}$"#, ["1:a"]),
    ("`let {{c1::x}} = 1`", ["1:x"]),
    ("{{c1::`f({{c2::x}})`}}", ["1:`f({{c2::x}})`", "2:x"]),
  ])
  func findsGapsInsideCodeAndMath(text: String, expected: [String]) {
    #expect(gaps(text) == expected)
  }

  @Test(arguments: [
    ("{{c1::a { b}} and {{c2::c}}", ["1:a { b", "2:c"]),
    ("{{c1::a { {{c2::b}} c}} d", ["1:a { {{c2::b}} c", "2:b"]),
    ("{{c1::$5}} to {{c2::$6}}", ["1:$5", "2:$6"]),
    ("{{c1::$x}} to {{c2::$y}}", ["1:$x", "2:$y"]),
    ("{{c1::`}} and {{c2::`}}", ["1:`", "2:`"]),
    ("{{c1::`a}} and ` b", ["1:`a"]),
  ])
  func fallsBackToTheFirstClosingPair(text: String, expected: [String]) {
    #expect(gaps(text) == expected)
  }

  @Test(arguments: [
    "", "{{c1::open", "{{c1:x}}", "{{c::x}}", "{{C1::x}}", "{{1::x}}", "{{c0::x}}", "{{c500::x}}",
    "{{c99999999999999999999::x}}", "{c1::x}", "{{Front}}", "{{c1::x}", "}}{{c1::",
  ])
  func isNoGap(text: String) {
    #expect(gaps(text).isEmpty)
  }

  @Test func plainBracesOfAnInvalidNumberStillBalance() {
    #expect(gaps("{{c1::a {{c0::b}} c}}") == ["1:a {{c0::b}} c"])
  }

  @Test func rangesCoverTheBraces() {
    let gap = ClozeScanner.scan("ab {{c3::x::h}} c")[0]
    #expect(gap.range == 3..<15)
    #expect(gap.content == 9..<10)
    #expect(gap.hint == 12..<13)
  }

  @Test func numbersAreDistinctAndAscending() {
    #expect(ClozeScanner.numbers(in: "{{c3::a}} {{c1::b}} {{c3::c}}") == [1, 3])
  }

  /// What is quick for plain gaps gives what all gaps give.
  @Test(arguments: 0..<200) func numbersAreThoseOfTheGaps(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "{{c1::", "{{c2::", "{{c20::", "{{c0::", "}}", "}", "{", "a", "b c", "::", "`", "$", "{{c", "\n\n",
    ]
    for _ in 0..<50 {
      let text = (0..<generator.index(below: 12)).map { _ in generator.element(of: pieces) }.joined()
      #expect(
        ClozeScanner.numbers(in: text) == Set(ClozeScanner.scan(text).map(\.number)).sorted(),
        "\(text.debugDescription)")
    }
  }

  /// Any text gives gaps that are ordered, properly nested, and inside the text.
  @Test func anyTextGivesNestedGaps() {
    let pieces = [
      "{{c1::", "{{c2::", "}}", "}", "{", "::", "$", "$$", "`", "``", " ", "\n\n", "a", "é", "\\",
    ]
    var state: UInt64 = 42
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int(state >> 60) * 2 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var enclosing: [Cloze] = []
      for gap in ClozeScanner.scan(text) {
        #expect(gap.range.upperBound <= text.utf8.count)
        enclosing.removeAll { $0.range.upperBound <= gap.range.lowerBound }
        for outer in enclosing {
          #expect(outer.content.lowerBound <= gap.range.lowerBound, "\(text)")
          #expect(gap.range.upperBound <= outer.content.upperBound, "\(text)")
        }
        enclosing.append(gap)
      }
    }
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["{{c1::a { ", "{{c1::", "{{c1::$a ", "{{c1::`", "}}", "{{c1::a}} "])
  func hostileRepetitionTakesLinearTime(piece: String) {
    let text = String(repeating: piece, count: 60_000)
    #expect(ClozeScanner.scan(text).count <= 60_000)
  }
}
