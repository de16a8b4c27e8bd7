import StudyCore
import Testing

@testable import NoteParsing

/// `card-syntax.md` §6.3.
struct LinkIndexTests {
  private static let paths = [
    "Note.md", "sub/Note.md", "sub/deep/Note.md", "a.md", "x/a.md", "y/x/a.md", "x/only.md",
    "long name/tie.md",
    "bb/tie.md", "aa/tie.md", "pic.png", "v1.2.md", "É.md", "x/index.md", "y/index.md",
  ]
  private let index = LinkIndex(paths.map { LinkIndex.File(path: $0, key: TextKey.key($0)) })

  @Test(arguments: [
    ("Note", "sub", "Note.md", false),
    ("note.md", "", "Note.md", false),
    ("Note", "sub/deep", "Note.md", false),
    ("deep/Note", "", "sub/deep/Note.md", false),
    ("sub/Note", "", "sub/Note.md", false),
    ("x/a", "", "x/a.md", false),
    ("x/a", "y", "x/a.md", false),
    ("/x/a", "", "x/a.md", false),
    ("only", "y", "x/only.md", false),
    ("tie", "", "aa/tie.md", true),
    ("tie", "bb", "bb/tie.md", false),
    ("tie", "long name/below", "aa/tie.md", true),
    ("index", "y", "y/index.md", false),
    ("index", "", "x/index.md", true),
    ("pic.png", "x", "pic.png", false),
    ("v1.2", "", "v1.2.md", false),
    ("e\u{301}", "", "É.md", false),
    ("./a", "x", "x/a.md", false),
    ("../a", "x", "a.md", false),
    ("../x/a.md", "y", "x/a.md", false),
    ("../../a", "y/x", "a.md", false),
  ])
  func resolves(_ target: String, _ folder: String, _ path: String, _ isTie: Bool) {
    let expected = LinkIndex.Resolution.file(
      LinkIndexTests.paths.firstIndex(of: path)!, isTie: isTie)
    #expect(index.resolve(target: TextKey.key(target), from: folder) == expected)
  }

  @Test(arguments: [
    ("missing", ""), ("./only", ""), ("../only", ""), ("../a", ""), ("/", ""), ("ote", ""), ("pic", ""),
    ("a.md.md", ""), ("deep", ""), ("sub/", ""),
  ])
  func leavesUnresolved(_ target: String, _ folder: String) {
    #expect(index.resolve(target: target, from: folder) == .unresolved)
  }

  @Test func anEmptyTargetIsTheNoteItself() {
    #expect(index.resolve(target: "", from: "sub") == .sameNote)
  }

  @Test func ofTwoPathsThatDifferInCaseTheFirstInOrderCounts() {
    let index = LinkIndex([
      LinkIndex.File(path: "a.md", key: "a.md"), LinkIndex.File(path: "A.md", key: "a.md"),
    ])
    #expect(index.resolve(target: "a", from: "") == .file(1, isTie: false))
  }

  @Test func thousandsOfNotesOfOneName() {
    let files = (0..<20_000).map { LinkIndex.File(path: "f\($0)/index.md", key: "f\($0)/index.md") }
    let index = LinkIndex(files)
    for file in files.indices {
      #expect(index.resolve(target: "index", from: "f\(file)") == .file(file, isTie: false))
      #expect(index.resolve(target: "f\(file)/index", from: "") == .file(file, isTie: false))
    }
  }
}
