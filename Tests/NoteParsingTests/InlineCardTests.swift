import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

struct InlineCardTests {
  @Test(arguments: [
    CardVector("17 plain", "STARTI [Basic] q Back: a ENDI", ["[Basic] Front: q | Back: a"]),
    CardVector(
      "tags", "- STARTI [Basic] q Back: a Tags: net x ENDI", ["[Basic] Front: q | Back: a #net #x"]),
    CardVector(
      "ID", "STARTI [Basic] q Back: a <!--ID: 1700000000001--> ENDI",
      ["[Basic] Front: q | Back: a id 1700000000001"]),
    CardVector(
      "tags and ID", "STARTI [Basic] q Back: a Tags: x <!--ID: 17--> ENDI",
      ["[Basic] Front: q | Back: a #x id 17"]),
    CardVector(
      "bare ID", "STARTI [Basic] q Back: a ID: 1700000000001 ENDI",
      ["[Basic] Front: q | Back: a id 1700000000001"]),
    CardVector("PID", "STARTI [Basic] q Back: PID: 17 ENDI", ["[Basic] Front: q | Back: PID: 17"]),
    CardVector(
      "two on a line, in a table", "| STARTI [Basic] q Back: a ENDI | STARTI [Cloze] {{c1::r}} ENDI |",
      ["[Basic] Front: q | Back: a", "[Cloze] Text: {{c1::r}}"]),
    CardVector(
      "no blank after the colon", "STARTI [Basic] q Back:x ENDI", ["[Basic] Front: q Back:x"], [.emptyField]),
    CardVector(
      "a field of two words", "STARTI [Cloze] {{c1::q}} Back Extra: x ENDI",
      ["[Cloze] Text: {{c1::q}} | Back Extra: x"]),
    CardVector(
      "a field twice", "STARTI [Basic] q Back: a Front: r Back: b ENDI", ["[Basic] Front: q r | Back: a b"]),
    CardVector("case", "STARTI [basic] q Back: a ENDI", ["[Basic] Front: q | Back: a"], [.noteTypeCase]),
    CardVector("unknown", "STARTI [X] q Back: a ENDI", ["[X] Front: q | Back: a"], [.unknownNoteType]),
    CardVector(
      "unknown with gaps", "STARTI [X] {{c1::q}} ENDI", ["[X] Text: {{c1::q}}"], [.unknownNoteType]),
    CardVector("no type", "write STARTI and ENDI around it", [], [.inlineWithoutType]),
    CardVector("a link is no type", "STARTI [[x]] [Basic] q ENDI", [], [.inlineWithoutType]),
    CardVector("empty brackets", "STARTI [] q ENDI", [], [.inlineWithoutType]),
    CardVector("not closed on its line", "STARTI [Basic] q\nBack: a ENDI", []),
    CardVector(
      "within a block it is text", block("Basic", "STARTI [Basic] q ENDI", "Back: a"),
      ["[Basic] Front: STARTI [Basic] q ENDI | Back: a"]),
    CardVector(
      "in code", "`STARTI [Basic] q Back: a ENDI`", ["[Basic] Front: q | Back: a"]),
  ])
  func inlineCards(_ vector: CardVector) {
    let note = parse(vector.input)
    #expect(note.summaries == vector.cards)
    #expect(Set(note.codes) == vector.codes)
  }

  @Test func orderAndSyntaxAmongBlocks() {
    let inline = "STARTI [Basic] i Back: a ENDI"
    let note = parse(block("Basic", "q", "Back: a") + "\n\(inline)\n" + block("Basic", "r", "Back: a"))
    #expect(note.blocks.map(\.syntax) == [.block, .inline, .block])
    #expect(note.blocks.map { $0.fields[0].text } == ["q", "i", "r"])
  }
}
