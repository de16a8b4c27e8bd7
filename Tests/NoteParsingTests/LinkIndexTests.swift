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
    ("Note", "sub", "Note.md", 3),
    ("note.md", "", "Note.md", 3),
    ("Note", "sub/deep", "Note.md", 3),
    ("deep/Note", "", "sub/deep/Note.md", 1),
    ("sub/Note", "", "sub/Note.md", 1),
    ("x/a", "", "x/a.md", 2),
    ("x/a", "y", "x/a.md", 2),
    ("/x/a", "", "x/a.md", 2),
    ("only", "y", "x/only.md", 1),
    ("tie", "", "aa/tie.md", 3),
    ("tie", "bb", "bb/tie.md", 3),
    ("tie", "long name/below", "aa/tie.md", 3),
    ("index", "y", "y/index.md", 2),
    ("index", "", "x/index.md", 2),
    ("pic.png", "x", "pic.png", 1),
    ("v1.2", "", "v1.2.md", 1),
    ("e\u{301}", "", "É.md", 1),
    ("./a", "x", "x/a.md", 1),
    ("../a", "x", "a.md", 1),
    ("../x/a.md", "y", "x/a.md", 1),
    ("../../a", "y/x", "a.md", 1),
  ])
  func resolves(_ target: String, _ folder: String, _ path: String, _ candidates: Int) {
    let expected = LinkIndex.Resolution.file(
      LinkIndexTests.paths.firstIndex(of: path)!, candidates: candidates)
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

  @Test func ofTwoPathsThatDifferInCaseTheFirstCounts() {
    let index = LinkIndex([
      LinkIndex.File(path: "a.md", key: "a.md"), LinkIndex.File(path: "A.md", key: "a.md"),
    ])
    #expect(index.resolve(target: "a", from: "") == .file(0, candidates: 2))
  }

  @Test func thousandsOfNotesOfOneName() {
    let files = (0..<20_000).map { LinkIndex.File(path: "f\($0)/index.md", key: "f\($0)/index.md") }
    let index = LinkIndex(files)
    for file in files.indices {
      #expect(index.resolve(target: "index", from: "f\(file)") == .file(file, candidates: 20_000))
      #expect(index.resolve(target: "f\(file)/index", from: "") == .file(file, candidates: 1))
    }
  }
}
