import StudyCore
import Testing

struct IntervalTextTests {
  private static let day: Int64 = 86_400

  private static let texts: [(seconds: Int64, expected: String)] = [
    (30, "<30s"), (60, "<1m"), (330, "<6m"), (600, "<10m"), (1199, "<20m"), (1200, "20m"), (3599, "60m"),
    (3600, "1h"), (5400, "1.5h"), (day - 1, "24h"), (day, "1d"), (9 * day, "9d"), (29 * day, "29d"),
    (30 * day, "1mo"), (72 * day, "2.4mo"), (365 * day, "1y"), (401 * day, "1.1y"), (36_500 * day, "100y"),
  ]

  @Test(arguments: texts)
  func textsAreAnkis(seconds: Int64, expected: String) {
    #expect(IntervalText.short(seconds: seconds, learnAhead: 1200) == expected)
  }
}
