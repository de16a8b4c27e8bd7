import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Sandbox.program != nil))
struct IdsWriteTests {
  private static let hasPatch = FileManager.default.isExecutableFile(atPath: "/usr/bin/patch")

  private let sandbox: Sandbox
  private let files: [String: [UInt8]]

  init() throws {
    let card = "START\nBasic\nq\nBack: a\nEND"
    files = [
      "notes/plain.md": Array((card + "\n\ntext\n\n" + card + " \nmore\n").utf8),
      "notes/no line end.md": Array(card.utf8),
      "notes/windows.md": [0xef, 0xbb, 0xbf] + Array((card + "\n").replacing("\n", with: "\r\n").utf8),
      "notes/latin.md": [0x66, 0xfc, 0x72, 0x0a, 0x00, 0x0a] + Array(card.utf8),
      "notes/empty.md": [],
    ]
    sandbox = try Sandbox()
    for (file, bytes) in files { try sandbox.folder.write(bytes: bytes, to: file) }
    try sandbox.run("linnet import notes")
  }

  private func contents() throws -> [String: [UInt8]] {
    try Dictionary(
      uniqueKeysWithValues: files.keys.map {
        ($0, [UInt8](try Data(contentsOf: URL(filePath: sandbox.folder.absolute($0)))))
      })
  }

  @Test(.enabled(if: hasPatch, "needs patch"))
  func `a trial writes nothing, and its diff is what is written`() throws {
    let trial = try sandbox.run("linnet ids write --dry-run notes > ids.diff")
    #expect(trial.errors == "5 ids would be written in 4 notes\n")
    #expect(try contents() == files)
    #expect(
      try sandbox.run("cp -r notes patched && cd patched && patch --binary -p1 < ../ids.diff").status == 0)
    #expect(try sandbox.run("linnet ids write notes").errors == "5 ids written in 4 notes\n")
    #expect(try contents() != files)
    #expect(try sandbox.run("diff -r notes patched").output == "")
    #expect(try sandbox.run("linnet ids write").errors == "0 ids written in 0 notes\n")
  }

  @Test func `the collection knows the ids at once`() throws {
    let card = "$(linnet cards --json | grep -o '\"id\" : \"[^\"]*' | head -n 1 | cut -c 9-)"
    try sandbox.run("linnet answer \(card) good")
    let before = try sandbox.json("linnet cards --json")["cards"] as? [NSDictionary]
    try sandbox.run("linnet ids write")
    #expect(try sandbox.json("linnet cards --json")["cards"] as? [NSDictionary] == before)
    #expect(try sandbox.json("linnet import --json")["notes"] as? [String: Int] != nil)
    let again = try #require(try sandbox.json("linnet import --json")["notes"] as? [String: Int])
    #expect(again["changed"] == 0)
    #expect(again["unchanged"] == 5)
  }

  @Test func `a note that cannot be written does not keep the others from it`() throws {
    try sandbox.folder.setPermissions(0o444, of: "notes/plain.md")
    let run = try sandbox.run("linnet ids write notes")
    #expect(run.errors == "notes/plain.md: the note is read-only\n3 ids written in 3 notes\n")
    #expect(run.status == 74)
    #expect(try contents()["notes/plain.md"] == files["notes/plain.md"])
  }

  @Test func `the document tells every insertion`() throws {
    try sandbox.folder.write("START\nBasic\nq\nBack: a\nENDING\n", to: "notes/plain.md")
    let document = try sandbox.json("linnet ids write notes --json")
    #expect(document["version"] as? Int == 1)
    #expect(document["dryRun"] as? Bool == false)
    let notes = try #require(document["notes"] as? [[String: Any]])
    #expect(
      notes.compactMap { $0["path"] as? String }.sorted() == [
        "notes/latin.md", "notes/no line end.md", "notes/plain.md", "notes/windows.md",
      ])
    let after = try contents()
    for note in notes {
      let path = try #require(note["path"] as? String)
      let insertions = try #require(note["insertions"] as? [[String: Any]])
      let left = try #require(note["left"] as? [[String: Any]])
      #expect(insertions.count == (path.hasSuffix("plain.md") ? 0 : 1))
      #expect(left.compactMap { $0["line"] as? Int } == (path.hasSuffix("plain.md") ? [1] : []))
      for insertion in insertions {
        let offset = try #require(insertion["offset"] as? Int)
        let text = try #require(insertion["text"] as? String)
        #expect(after[path]?[offset...].prefix(10).elementsEqual(text.utf8) == true)
      }
    }
  }
}
