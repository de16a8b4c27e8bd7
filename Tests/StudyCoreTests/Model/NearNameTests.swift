import Testing

@testable import StudyCore

struct NearNameTests {
  private let names = ["import", "review", "due", "export"]

  @Test(arguments: [
    ("imprt", "import"), ("reveiw", "review"), ("REVIEW", "review"), ("du", "due"), ("exprot", "export"),
  ])
  func `a slip of the keyboard is understood`(_ typed: String, _ meant: String) {
    #expect(NearName.nearest(to: typed, among: names) == meant)
  }

  @Test(arguments: ["nonsense", "", "x", "rvw"])
  func `what is nothing like a name gets no suggestion`(_ typed: String) {
    #expect(NearName.nearest(to: typed, among: names) == nil)
  }

  @Test func `without names there is none`() { #expect(NearName.nearest(to: "import", among: []) == nil) }
}
