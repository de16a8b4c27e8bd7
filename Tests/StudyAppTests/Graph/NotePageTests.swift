import Markdown
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

struct NotePageTests {
  private let folder: TemporaryFolder
  private let collection: Collection

  init() throws {
    folder = try TemporaryFolder([
      "aws/ECS.md": "---\ntags: x\n---\n# Parts\n[[VPC]], [[Tsak]]\n\n" + card("What?", "a [[Task]]"),
      "Task.md": "",
    ])
    collection = try Collection()
    try collection.importing(folder)
  }

  private func page() throws -> NotePage {
    let place = try #require(try ConceptFinder.concept(named: "ECS", in: collection.store).note)
    let graph = GraphService(store: collection.store, presets: Presets())
    return try NotePage(reading: place, in: graph)
  }

  @Test func `a note is its text with its cards`() throws {
    let page = try page()
    #expect(page.title == "ECS")
    #expect(PlainTextRenderer().text(of: page.document) == "Parts\nVPC, Tsak\n> What?\n> a Task")
    #expect(page.document.blocks.count == 3)
  }

  @Test func `targets without a note are told`() throws {
    #expect(try page().unresolved == ["vpc", "tsak"])
  }

  @Test func `it is read as it is now`() throws {
    try folder.write("changed", to: "aws/ECS.md")
    #expect(PlainTextRenderer().text(of: try page().document) == "changed")
    try folder.write(bytes: [0x61, 0xff], to: "aws/ECS.md")
    #expect(PlainTextRenderer().text(of: try page().document) == "a\u{fffd}")
  }

  @Test func `a note that is gone is told`() throws {
    try folder.remove("aws/ECS.md")
    #expect(throws: StudyAppError.noteGone(folder.absolute("aws/ECS.md"))) { try page() }
  }

  @Test func `what is no file now cannot be read`() throws {
    try folder.remove("aws/ECS.md")
    try folder.makePipe("aws/ECS.md")
    #expect(throws: StudyAppError.noteUnreadable(folder.absolute("aws/ECS.md"))) { try page() }
  }

  @Test(.enabled(if: Privileges.canBeDropped)) func `a note that may not be read is told`() throws {
    try folder.setPermissions(0, of: "aws/ECS.md")
    #expect(throws: StudyAppError.noteUnreadable(folder.absolute("aws/ECS.md"))) {
      try Privileges.dropped { try page() }
    }
  }
}
