import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

/// The column "Plugin" of the table in `card-syntax.md` §7, and shapes next to it.
struct StrictVectorTests {
  @Test(arguments: [
    CardVector("1 plain", "START\nBasic\nq\nBack: a\nEND", ["[Basic] Front: q | Back: a"]),
    CardVector("2 blank after START", "START \nBasic\nq\nBack: a\nEND", []),
    CardVector("3 CRLF", "START\r\nBasic\r\nq\r\nBack: a\r\nEND", []),
    CardVector(
      "4 END missing", "START\nBasic\nq\nBack: a\nSTART\nBasic\nr\nBack: b\nEND",
      ["[Basic] Front: q | Back: a\nSTART\nBasic\nr\n b"]),
    CardVector("5 ENDING", "START\nBasic\nq\nBack: a\nENDING\n", ["[Basic] Front: q | Back: a"]),
    CardVector(
      "6 answer that mentions an ID", block("Basic", "q", "Back: the PID: 42 here"),
      ["[Basic] Front: q id 42"]),
    CardVector(
      "7 tags and ID", block("Basic", "q", "Back: a", "Tags: x y", "<!--ID: 1700000000000-->"),
      ["[Basic] Front: q | Back: a #x #y id 1700000000000"]),
    CardVector(
      "8 blank between tags and ID",
      block("Basic", "q", "Back: a", "Tags: x", "", "<!--ID: 1700000000000-->"),
      ["[Basic] Front: q | Back: a\nTags: x id 1700000000000"]),
    CardVector(
      "9 tags after the ID", block("Basic", "q", "Back: a", "<!--ID: 1700000000000-->", "Tags: x"),
      ["[Basic] Front: q | Back: a\n<!--ID: 1700000000000--> #x"]),
    CardVector(
      "10 tags with commas", block("Basic", "q", "Back: a", "Tags: x, y"),
      ["[Basic] Front: q | Back: a #x, #y"]),
    CardVector("11 case", block("basic", "q", "Back: a"), []),
    CardVector(
      "12 head in a fence", block("Basic", "q", "```", "Back: y", "```", "Back: a"),
      ["[Basic] Front: q\n``` | Back: y\n```\n a"]),
    CardVector("13 empty block", "START\nEND\nSTART\nBasic\nq\nBack: a\nEND", []),
    CardVector("14 fence", "```anki\nSTART\nBasic\nq\nBack: a\nEND\n```", ["[Basic] Front: q | Back: a"]),
    CardVector("17 inline", "STARTI [Basic] q Back: a ENDI", ["[Basic] Front: q | Back: a"]),
    CardVector(
      "19 code stays as it is written", block("Basic", "`$HOME/$PATH`"), ["[Basic] Front: `$HOME/$PATH`"]),
    CardVector(
      "21 the same ID twice",
      block("Basic", "q", "<!--ID: 5-->") + "\n" + block("Basic", "r", "<!--ID: 5-->"),
      ["[Basic] Front: q id 5", "[Basic] Front: r id 5"]),
    CardVector("22 byte order mark", "\u{feff}START\nBasic\nq\nBack: a\nEND", []),
    CardVector("indented END", "START\nBasic\nq\n  END\nEND", ["[Basic] Front: q\n  END"]),
    CardVector("no END", "START\nBasic\nq\nBack: a\n", []),
    CardVector(
      "marked for deletion", block("Basic", "q", "DELETE", "ID: 5"), ["[Basic] Front: q\nDELETE id 5"]),
    CardVector("blank after the type", block("Basic ", "q", "Back: a"), []),
    CardVector(
      "an id too long for Anki", block("Basic", "q", "ID: 99999999999999999999"), ["[Basic] Front: q"]),
    CardVector("words in capitals", "RESTARTING [Basic] q PENDING", ["[Basic] Front: q P"]),
    CardVector("text before the type", "STARTI x [Basic] q ENDI", ["[Basic] Front: q"]),
    CardVector("a head without a blank", "STARTI [Basic] q Back:a ENDI", ["[Basic] Front: q Back:a"]),
    CardVector(
      "after the ID nothing counts", "STARTI [Basic] q ID: 5 Back: a Tags: x ENDI", ["[Basic] Front: q id 5"]),
    CardVector(
      "a card within another", "START\nBasic\nq\nBack: STARTI [Basic] r Back: b ENDI\nEND",
      ["[Basic] Front: q | Back: STARTI [Basic] r Back: b ENDI", "[Basic] Front: r | Back: b"]),
    CardVector(
      "frozen fields anywhere in a line", "x FROZEN - Basic:\nBack: f\n\n" + block("Basic", "q", "Back: a"),
      ["[Basic] Front: q | Back: af"]),
    CardVector("U+2028 begins a line", "x\u{2028}START\nBasic\nq\nEND", ["[Basic] Front: q"]),
    CardVector("a letter in another Unicode form", block("Ba\u{301}sic", "q"), []),
  ])
  func cards(_ vector: CardVector) {
    let types = NoteTypeTable(NoteType.stock + [NoteType(name: "Básic", fields: ["Front"], behavior: .basic)])
    let note = NoteParser(noteTypes: types, mode: .strict).parse(Array(vector.input.utf8))
    #expect(note.summaries == vector.cards)
  }

  @Test(
    arguments: [
      ("TARGET DECK: a::b ", "a::b ", []),
      ("TARGET DECK\na", "a", []),
      ("TARGET DECK:a\nTARGET DECK: b", "b", []),
      ("TARGET DECK\r\na", nil, []),
      ("TARGET DECK\n\nTARGET DECK: b", nil, []),
      ("---\nTARGET DECK: a\n---\nTARGET DECK: b", "a", []),
      ("FILE TAGS: x,  #y", nil, ["x,", "#y"]),
      ("FILE TAGS : x", nil, []),
    ] as [(String, String?, [String])])
  func `lines about the file`(_ text: String, _ deck: String?, _ tags: [String]) {
    let note = NoteParser(mode: .strict).parse(Array((text + "\n").utf8))
    #expect(note.targetDeck == deck)
    #expect(note.fileTags == tags)
  }

  /// Links, headings and places are those of the file, whatever its line ends.
  @Test func `what stands around cards is read as ever`() {
    let text = "\u{feff}# One\r\n[[a]] STARTI [Basic] [[b]] Back: a ENDI\r\n"
    let note = NoteParser(mode: .strict).parse(Array(text.utf8))
    #expect(note.blocks.map(\.headings) == [["One"]])
    #expect(note.blocks.map { [$0.lines.lowerBound, $0.lines.upperBound, $0.column] } == [[2, 2, 7]])
    #expect(note.links.map(\.target) == ["a", "b"])
    #expect(note.links.map(\.block) == [nil, 0])
  }

  /// They are read as ever, but for what is part of a card.
  @Test func `cards in other styles stay beside cards that are read strictly`() {
    var styles = CardStyles()
    styles.rules = [StyleRule(style: .questionAnswer, noteType: NoteType.stock[0])]
    let parser = NoteParser(styles: styles, mode: .strict)
    let text =
      "Q: a\nA: b\n\nSTART\nBasic\nq\n\u{2028}START\nEND\n\nQ: c\nA: d\n\nx\u{2028}START\nBasic\n\nQ: e\nA: f\n\nEND\n"
    let note = parser.parse(Array(text.utf8))
    #expect(
      note.summaries == [
        "[Basic] Front: a | Back: b", "[Basic] Front: q\n\u{2028}START", "[Basic] Front: c | Back: d",
        "[Basic] Front: Q: e\nA: f",
      ])
  }

  @Test func `a link of a card within a card belongs to the outer one`() {
    let card = "START\nBasic\n[[a]]\nSTARTI [Basic] [[b]] ENDI\n[[c]]\nEND\n"
    let note = NoteParser(mode: .strict).parse(Array((card + "```anki\n" + card + "```\n").utf8))
    #expect(note.blocks.map(\.syntax) == [.block, .inline, .block, .inline])
    #expect(note.links.map(\.target) == ["a", "b", "c", "a", "b", "c"])
    #expect(note.links.map(\.block) == [0, 0, 0, 2, 2, 2])
    #expect(note.links.map(\.place.line) == [3, 4, 5, 10, 11, 12])
  }

  @Test func `the end of a card is where the file has it`() {
    let file = Array("text\r\nSTART\nBasic\nq\nBack: a\nEND ^name\nx".utf8)
    let block = NoteParser(mode: .strict).parse(file).blocks.first
    #expect(block?.endWord.map { String(decoding: file[$0], as: UTF8.self) } == "END")
    #expect(block?.blockReference == "name")
    #expect(block?.lines == 2...6)
  }
}
