import Foundation
import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// One long card in the shape of a real note: nested lists, headings, code, misspelled links, a heading that begins
/// with what a no-break space looks like when it was decoded twice, and an END without a line end.
struct LongNoteTests {
  private static let note: ParsedNote = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/PostgreSQL streaming replication.md")
    return NoteParser().parse((try? Data(contentsOf: file)).map { [UInt8]($0) } ?? [])
  }()

  @Test func isOneCard() throws {
    let block = try #require(LongNoteTests.note.blocks.first)
    #expect(LongNoteTests.note.blocks.count == 1)
    #expect(block.noteType.name == "Basic")
    #expect(block.cards.count == 1)
    #expect(block.tags == ["database", "postgresql", "replication"])
    #expect(block.ankiID?.rawValue == 1_690_000_000_123)
    #expect(block.headings == ["PostgreSQL streaming replication"])
    #expect(LongNoteTests.note.codes == [.longAnswer, .doubleEncoded])
  }

  @Test func keepsItsWholeText() throws {
    let block = try #require(LongNoteTests.note.blocks.first)
    let front = try #require(block.fields.first { $0.name == "Front" }).text
    let back = try #require(block.fields.first { $0.name == "Back" }).text
    #expect(front.hasPrefix("Set up a [[PostgreSQL]] primary with one standby"))
    #expect(front.hasSuffix("(primary 5, standby 4, operation 5)"))
    #expect(back.hasPrefix("- primary\n\t- a role for replication, see [[PostgreSQL role]]\n"))
    #expect(back.hasSuffix("\n- nothing of this happens by itself: [[Patroni]] does it"))
    #expect(back.contains("\n####\u{C2}\u{A0}Access\n"))
    #expect(back.contains("\n```sh\npg_basebackup --host=primary"))
    #expect(back.split(separator: "\n", omittingEmptySubsequences: false).count > 100)
  }

  @Test func countsEveryLink() {
    let links = LongNoteTests.note.links
    #expect(links.count == 24)
    #expect(links.allSatisfy { $0.kind == .wiki && $0.countsForGraph })
    #expect(links.filter { $0.target == "pg_basebackup" }.count == 2)
    for misspelled in ["Write-ahead lgo", "Client certificat", "Split brian"] {
      #expect(links.contains { $0.target == misspelled })
    }
  }
}
