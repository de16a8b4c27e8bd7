import Testing

@testable import LinnetCLI

struct WordsTests {
  @Test(arguments: [
    ([], nil), (["a"], #"did you mean "a"?"#), (["a", "b c"], #"did you mean "a" or "b c"?"#),
  ])
  func `near names make a question`(_ names: [String], _ question: String?) {
    #expect(Words.didYouMean(names) == question)
  }

  @Test func `the last of several alternatives follows or`() {
    #expect(Words.alternatives(["a", "b", "c"]) == "a, b or c")
  }

  @Test(arguments: [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (1904, "1,904 cards")])
  func `a noun follows its number`(_ number: Int, _ text: String) {
    #expect(Words.count(number, "card") == text)
  }

  @Test func `a plural of its own`() {
    #expect(Words.count(1, "copy", "copies") == "1 copy")
    #expect(Words.count(3, "copy", "copies") == "3 copies")
  }

  @Test(arguments: [
    (7, "7"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1904, "-1,904"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `digits in groups of three`(_ number: Int, _ text: String) {
    #expect(Words.grouped(number) == text)
  }

  @Test(arguments: [(0, "0.0"), (4.25, "4.3"), (9.96, "10.0"), (12, "12.0")])
  func `one digit after the point`(_ value: Double, _ text: String) {
    #expect(Words.decimal(value) == text)
  }

  @Test(arguments: [
    (0.01, "less than 0.1 days"), (1, "1 day"), (3.44, "3.4 days"), (9.99, "10.0 days"),
    (1234.4, "1,234 days"),
  ])
  func `spans in days`(_ days: Double, _ text: String) {
    #expect(Words.days(days) == text)
  }
}
