import StudyApp
import StudyCore
import Testing

struct TypedAnswerTests {
  /// The two rows, with blanks where a column has nothing.
  private func rows(_ typed: String, _ expected: String) -> [String] {
    let columns = TypedAnswer(typed: typed, expected: expected).columns
    let marks: [TypedAnswer.Mark: Character] = [.good: "=", .wrong: "x", .missing: "-"]
    return [
      String(columns.map { $0.typed ?? "_" }), String(columns.map { marks[$0.mark] ?? "?" }),
      String(columns.map { $0.expected ?? "_" }),
    ]
  }

  @Test(arguments: [
    ("target groups", "Target groups"), ("  Target \t groups ", "target groups"),
    ("straße", "STRAßE"), ("cafe\u{301}", "caf\u{e9}"), ("", ""), ("中文", "中文"),
  ])
  func caseAndBlanksDoNotCount(typed: String, expected: String) {
    let answer = TypedAnswer(typed: typed, expected: expected)
    #expect(answer.isRight)
    #expect(answer.suggestion == .good)
  }

  @Test func differencesStandBelowEachOther() {
    #expect(rows("taget grouqs", "target groups") == ["ta_get grouqs", "==-========x=", "target groups"])
    #expect(rows("xx", "") == ["xx", "xx", "__"])
    #expect(rows("", "ab") == ["__", "--", "ab"])
    #expect(TypedAnswer(typed: "nearly", expected: "clearly").suggestion == .again)
  }

  /// Whatever is typed, the rows hold both texts, and equal characters are the only good ones.
  @Test func rowsHoldBothTexts() {
    let words = ["", "a", "AWS", "target groups", "groups target", "ports 80", "ports 443, 80"]
    for typed in words {
      for expected in words {
        let columns = TypedAnswer(typed: typed, expected: expected).columns
        #expect(String(columns.compactMap(\.typed)) == typed)
        #expect(String(columns.compactMap(\.expected)) == expected)
        for column in columns where column.typed != "," && column.expected != "," {
          let isSame = column.typed?.lowercased() == column.expected?.lowercased()
          #expect((column.mark == .good) == isSame || column.mark == .wrong)
        }
      }
    }
  }

  @Test func aVeryLongTextIsComparedAsAWhole() {
    let long = String(repeating: "word ", count: 2000)
    #expect(TypedAnswer(typed: long.uppercased(), expected: long).isRight)
    #expect(!TypedAnswer(typed: "word", expected: long).isRight)
  }
}
