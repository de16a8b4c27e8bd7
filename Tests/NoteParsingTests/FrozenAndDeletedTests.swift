import StudyCore
import Testing

@testable import NoteParsing

/// What a file says once for all its cards, and cards that are to go.
struct FrozenAndDeletedTests {
  private func parse(_ text: String) -> ParsedNote { NoteParser().parse(Array(text.utf8)) }

  @Test func `frozen fields stand at the end of the fields of their type`() {
    let note = parse(
      """
      FROZEN - Basic:
      Front: <br>In which country?
      Back: !

      START
      Basic
      Delhi
      Back: India
      END

      START
      Cloze
      {{c1::x}}
      END

      START
      Basic
      Rome
      END
      """)
    #expect(
      note.blocks.map { $0.fields.map(\.text) } == [
        ["Delhi<br>In which country?", "India!"], ["{{c1::x}}", ""], ["Rome<br>In which country?", "!"],
      ])
    #expect(note.blocks[0].fingerprint == Fingerprint.of(note.blocks[0].fields))
  }

  /// The fuzzer found that the id of such a card became a part of all cards of its type.
  @Test func `frozen fields end where a card begins`() {
    let note = parse("FROZEN - Basic:\nBack: !\nSTART\nBasic\nq\nBack: a\nEND\n")
    #expect(note.blocks.map { $0.fields.map(\.text) } == [["q", "a!"]])
  }

  @Test func `the last frozen fields of a type count, and only outside of cards`() {
    let card = "START\nBasic\nf\nBack: b\nEND\n"
    #expect(
      parse("FROZEN - Basic:\nBack: 1\n\nFROZEN - Basic:\nBack: 2\n\n" + card).blocks[0].fields[1].text
        == "b2")
    let inside = parse("START\nBasic\nf\nFROZEN - Basic:\nBack: b\nEND\n").blocks
    #expect(inside.map { $0.fields.map(\.text) } == [["f\nFROZEN - Basic:", "b"]])
    #expect(parse("FROZEN - Nothing:\nBack: 1\n\n" + card).findings.map(\.code) == [.unknownNoteType])
  }

  @Test(arguments: [
    "DELETE\n<!--ID: 1700000000001-->", "DELETE<!--ID: 1700000000001-->",
    "Tags: a\nDELETE\nID: 1700000000001",
  ])
  func `a card that is to be deleted is none, and that is said`(_ end: String) {
    let note = parse("START\nBasic\nf\nBack: b\n\(end)\nEND\n")
    #expect(note.blocks.isEmpty && note.findings.map(\.code) == [.deletedCard])
  }

  @Test(arguments: ["DELETE", "DELETED\n<!--ID: 1700000000001-->", "to DELETE\n<!--ID: 1700000000001-->"])
  func `the word alone is text`(_ end: String) {
    #expect(parse("START\nBasic\nf\nBack: b\n\(end)\nEND\n").blocks.count == 1)
  }
}
