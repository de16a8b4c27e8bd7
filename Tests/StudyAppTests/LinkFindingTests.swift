import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// What is found in links only when the whole vault is known.
struct LinkFindingTests {
  private func findings(_ files: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder(files)
    let store = try StudyStore.inMemory()
    _ = try ImportService(store: store, now: Moment.sample.timestamp).importFolders(at: [folder.absolute("")])
    return try (store.findings() + NearLinks.findings(in: store)).sorted().map {
      "\($0.path):\($0.finding.place.line):\($0.finding.place.column) \($0.finding.code.rawValue)"
    }
  }

  @Test func `a slip in a link is found, once for all links with it`() throws {
    let notes = [
      "AWS Listener.md": "", "a.md": "x [[AWS Listner]] and [[aws listner]]", "b.md": "[[AWS Listner]]",
      "c.md": "[[Something still to be written]] [[AWS Listener 2]]",
    ]
    #expect(try findings(notes) == ["a.md:1:3 near-link"])
  }

  @Test(arguments: [
    ("AWS listner", "AWS Listener", true), ("keynote sessions", "keynote-sessions", true),
    ("Server", "Servers", true),
    ("Lecture 3", "Lecture 4", false), ("Cat", "Cut", false), ("Cluster", "ECS Cluster", false),
    ("aws listener", "AWS Listener", false), ("Forest", "Forrest", true), ("Storage", "Postage", false),
  ])
  func `a slip changes few letters and no number`(_ name: String, _ title: String, _ isSlip: Bool) {
    #expect(NearLinks.isSlip(name, of: title) == isSlip)
  }

  @Test func `a picture of a card that is not there is found`() throws {
    let card =
      "START\nBasic\nq ![[there.png]]\nBack: ![[gone.png|300]] ![[Note]] ![x](also%20gone.MP3)\nEND\n"
    #expect(
      try findings(["a.md": card + "![[elsewhere.png]]\n", "there.png": "x", "Note.md": ""]) == [
        "a.md:4:7 missing-media", "a.md:4:35 missing-media",
      ])
  }
}
