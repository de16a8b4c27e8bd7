import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// The table of `card-syntax.md` §3.6, read tolerantly.
struct CurlyClozesTests {
  @Test(arguments: [
    ("{x} and {y}", "{{c1::x}} and {{c2::y}}"),
    ("{2:x} {y} {2|z}", "{{c2::x}} {{c1::y}} {{c2::z}}"),
    ("{c2:x} {c2|y} {c1::z}", "{{c2::x}} {{c2::y}} {{c1::z}}"),
    ("{x::hint} {2:y::why}", "{{c1::x::hint}} {{c2::y::why}}"),
    ("{a {b} c}", "{{c1::a {b} c}}"),
    ("{} {1:} {c3|}", "{} {1:} {c3|}"),
    ("{over\none line}", "{{c1::over\none line}}"),
    ("{over\n\ntwo} {x}", "{over\n\ntwo} {{c1::x}}"),
    ("{{c1::native {brace}}} {x}", "{{c1::native {brace}}} {{c1::x}}"),
    ("`{code}` $\\frac{a}{b}$ {x}", "`{code}` $\\frac{a}{b}$ {{c1::x}}"),
    ("```\n{code}\n```\n{x}", "```\n{code}\n```\n{{c1::x}}"),
    ("{with `}` code}", "{{c1::with `}` code}}"),
    ("\\{escaped\\} {x}", "\\{escaped\\} {{c1::x}}"),
    ("[[a {link}]] {x}", "[[a {link}]] {{c1::x}}"),
    ("open { and } {", "open {{c1:: and }} {"),
    ("==marked== {x}", "==marked== {{c1::x}}"),
    ("{c} {1} {cat}", "{{c1::c}} {{c2::1}} {{c3::cat}}"),
    ("{語彙} ñ", "{{c1::語彙}} ñ"),
  ])
  func `single braces are gaps`(_ text: String, _ expected: String) {
    #expect(CurlyClozes(includesHighlights: false).converted(text) == expected)
  }

  @Test func `highlights are gaps where the settings say so`() {
    let clozes = CurlyClozes(includesHighlights: true)
    #expect(clozes.converted("==a== {b} ==2:c==") == "{{c1::a}} {{c2::b}} {{c2::c}}")
    #expect(clozes.converted("`==code==` ==a") == "`==code==` ==a")
  }

  /// Vector 18 of `card-syntax.md` §7.
  @Test(arguments: [
    ("{a} {2:b} {c}", ["{{c1::a}} {{c2::b}} {{c2::c}}"], [FindingCode.sharedClozeNumber]),
    ("{2:a} {2:b} {c}", ["{{c2::a}} {{c2::b}} {{c1::c}}"], []),
    ("{a} {b}", ["{{c1::a}} {{c2::b}}"], []),
  ])
  func `a counted number that is written too is named`(
    _ text: String, _ expected: [String], _ codes: [FindingCode]
  ) {
    let parser = NoteParser(clozes: CurlyClozes(includesHighlights: false))
    let note = parser.parse(Array(block("Cloze", text).utf8))
    #expect(note.blocks.map { $0.fields[0].text } == expected)
    #expect(note.codes == codes)
  }

  /// Whatever is written, nothing but braces, numbers and colons is added, and nothing else is lost.
  @Test(arguments: 1...40) func `only gaps are written anew`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "{", "}", "{{", "}}", "`", "$", "==", "c1::", "2:", "|", "\\", "\n", "\n\n", "a", "語", "[[", "]]", " ",
    ]
    let text = (0..<generator.index(below: 40)).map { _ in generator.element(of: pieces) }.joined()
    let converted = CurlyClozes(includesHighlights: true).converted(text)
    let bare = { (text: String) in text.filter { !"{}=|:c0123456789".contains($0) } }
    #expect(bare(converted) == bare(text), "\(text)")
  }
}
