import StudyCore
import Testing

struct DeckNameTests {
  @Test(arguments: [
    ("A", ["A"]),
    ("A::B::C", ["A", "B", "C"]),
    (" A :: B ", ["A", "B"]),
    ("A::", ["A", "blank"]),
    ("::A", ["blank", "A"]),
    ("A::::B", ["A", "blank", "B"]),
    ("", ["blank"]),
    ("A:B", ["A:B"]),
    ("A:::B", ["A", "B"]),
    (":A:", ["A"]),
    ("A\u{7}\u{0}B::\tC", ["AB", "C"]),
    ("\u{3000}日本語\u{00a0}::漢字", ["日本語", "漢字"]),
  ])
  func namesAreNormalized(text: String, parts: [String]) {
    #expect(DeckName(text).parts == parts)
    #expect(DeckName(DeckName(text).description) == DeckName(text), "normalising again changes nothing")
  }

  @Test func parentsComeFirstAndContainTheirChildren() {
    #expect(DeckName("A") < DeckName("A::B"))
    #expect(DeckName("A::B") < DeckName("A B"))
    #expect(DeckName("a").contains(DeckName("A::b")))
    #expect(!DeckName("A::B").contains(DeckName("A")))
    #expect(!DeckName("A").contains(DeckName("AB")))
  }
}
