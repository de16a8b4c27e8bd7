import AnkiExchange
import Testing

@Suite struct MediaNamesTests {
  @Test(arguments: [
    ("img/plan.png", "plan.png"), ("a b.png", "a b.png"), ("a\u{A0}b.png", "a b.png"),
    ("a[1]:*?\"<>|^\\.png", "a1.png"), ("con.png", "con_.png"), ("Lpt1.txt", "Lpt1_.txt"), ("name. ", "name"),
    ("???", "file"), (".hidden", ".hidden"), ("e\u{301}.png", "\u{e9}.png"), ("_keep.png", "_keep.png"),
  ])
  func namesAreWhatAnkiKeeps(path: String, expected: String) {
    #expect(MediaNames(paths: [path])[path].map { Array($0.utf8) } == Array(expected.utf8))
  }

  @Test func filesOfOneNameAllGetTheirPathsHash() {
    let paths = ["a/img.png", "b/IMG.png", "c/other.png"]
    let names = MediaNames(paths: paths)
    #expect(names["c/other.png"] == "other.png")
    #expect(names["a/img.png"]?.hasPrefix("img-") == true && names["b/IMG.png"]?.hasPrefix("IMG-") == true)
    #expect(Set(paths.compactMap { names[$0]?.lowercased() }).count == 3)
    #expect(names == MediaNames(paths: paths.reversed()))
    #expect(names["missing.png"] == nil)
  }

  @Test func namesAreShortEnough() {
    let name = MediaNames(paths: [String(repeating: "ü", count: 200) + ".png"])[
      String(repeating: "ü", count: 200) + ".png"]
    #expect(name?.hasSuffix("ü.png") == true && (name?.utf8.count ?? 0) <= 120)
  }
}
