import StudyApp
import StudyCore
import TestSupport
import Testing

struct TypedAnswerTests {
  /// `=` good, `x` wrong, `-` missing.
  private func marks(_ typed: String, _ expected: String) -> String {
    TypedAnswer(typed: typed, expected: expected).columns.map { column in
      switch column.mark {
      case .good: "="
      case .wrong: "x"
      case .missing: "-"
      }
    }.joined()
  }

  @Test(arguments: [
    ("443", "443", "==="), ("Load Balancer", "load  balancer\n", "============="), ("é", "e\u{301}", "="),
    ("43", "443", "=-="), ("4443", "443", "==x="), ("453", "443", "=x="), ("", "ab", "--"), ("ab", "", "xx"),
    ("", "", ""),
  ])
  func `characters are compared one by one`(_ typed: String, _ expected: String, _ marks: String) {
    // Which of two equal characters is the missing one does not matter, how many are does.
    #expect(self.marks(typed, expected).sorted() == marks.sorted())
  }

  @Test func `a right answer suggests good, a wrong one again`() {
    #expect(TypedAnswer(typed: " HTTPS ", expected: "https").suggestion == .good)
    #expect(TypedAnswer(typed: "http", expected: "https").suggestion == .again)
    #expect(TypedAnswer(typed: "", expected: "").isRight)
  }

  @Test func `a comparison loses no character of either side`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        String((0..<generator.index(below: 12)).map { _ in generator.element(of: Array("abcé")) })
      }
      let columns = TypedAnswer(typed: texts[0], expected: texts[1]).columns
      #expect(String(columns.compactMap(\.typed)) == texts[0])
      #expect(String(columns.compactMap(\.expected)) == texts[1])
    }
  }

  @Test func `long texts are right or wrong as a whole, and soon`() {
    let long = String(repeating: "a", count: 5000)
    #expect(TypedAnswer(typed: long.uppercased(), expected: long).isRight)
    #expect(!TypedAnswer(typed: long + "b", expected: long).isRight)
  }
}
