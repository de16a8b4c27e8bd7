import StudyCore
import Testing

@testable import NoteParsing

/// One row of the table of test vectors in `card-syntax.md` §7, or a shape next to it.
struct CardVector: Sendable, CustomTestStringConvertible {
  var name: String
  var input: String
  /// As ``ParsedBlock/summary`` writes them.
  var cards: [String]
  var codes: Set<FindingCode>

  init(_ name: String, _ input: String, _ cards: [String], _ codes: Set<FindingCode> = []) {
    self.name = name
    self.input = input
    self.cards = cards
    self.codes = codes
  }

  var testDescription: String { name }
}

struct CardVectorTests {
  @Test(arguments: [
    CardVector("1 plain", "START\nBasic\nq\nBack: a\nEND", ["[Basic] Front: q | Back: a"]),
    CardVector(
      "2 blank after START", "START \nBasic\nq\nBack: a\nEND", ["[Basic] Front: q | Back: a"],
      [.trailingBlank]),
    CardVector(
      "3 CRLF", "START\r\nBasic\r\nq\r\nBack: a\r\nEND\r\n", ["[Basic] Front: q | Back: a"],
      [.carriageReturns]),
    CardVector(
      "4 END missing", "START\nBasic\nq\nBack: a\nSTART\nBasic\nr\nBack: b\nEND",
      ["[Basic] Front: q | Back: a", "[Basic] Front: r | Back: b"], [.endMissing]),
    CardVector(
      "5 ENDING", "START\nBasic\nq\nBack: a\nENDING\nmore", ["[Basic] Front: q | Back: a"], [.textAfterEnd]),
    CardVector("14 fence", "```anki\nSTART\nBasic\nq\nBack: a\nEND\n```", ["[Basic] Front: q | Back: a"]),
    CardVector(
      "14 fence of another kind", "```markdown\nSTART\nBasic\nq\nBack: a\nEND\n```",
      ["[Basic] Front: q | Back: a"], [.cardInCode]),
    CardVector("comment", "%%\nSTART\nBasic\nq\nBack: a\nEND\n%%", ["[Basic] Front: q | Back: a"]),
    CardVector(
      "13 empty block", "START\nEND\n\nSTART\nBasic\nq\nBack: a\nEND", ["[Basic] Front: q | Back: a"],
      [.emptyBlock]),
    CardVector(
      "22 byte order mark", "\u{feff}START\nBasic\nq\nBack: a\nEND", ["[Basic] Front: q | Back: a"],
      [.byteOrderMark]),
    CardVector("indented START", "  START\nBasic\nq\nBack: a\nEND", []),
    CardVector("START in a list and a quote", "- START\n> START\nBasic\nq\nEND", []),
    CardVector(
      "a quote", "> START\n> Basic\n> q\n> Back: a\n>\n> more\n> END ^abc\n",
      ["[Basic] Front: q | Back: a\n\nmore"],
      [.containedCard]),
    CardVector(
      "a callout",
      "> [!card] title\n> > START\n> > Basic\n> > q\n> > Back: a\n> > <!--ID: 1700000000001-->\n> > END\n",
      ["[Basic] Front: q | Back: a id 1700000000001"], [.containedCard]),
    CardVector(
      "a list item", "- START\n  Basic\n  q\n  Back: a\n\n  - b\n  Tags: x\n  END\n- more\n",
      ["[Basic] Front: q | Back: a\n\n- b #x"], [.containedCard]),
    CardVector(
      "a tab", "1. START\n\tBasic\n\tq\n\tBack: a\n\tEND\n", ["[Basic] Front: q | Back: a"], [.containedCard]),
    CardVector("a quote that ends before END", "> START\n> Basic\n> q\n\n> END\n", []),
    CardVector("an item that ends before END", "- START\n  Basic\n  q\nEND\n", []),
    CardVector("a quote in code", "```\n> START\n> Basic\n> q\n> Back: a\n> END\n```\n", []),
    CardVector("an empty block in a quote", "> START\n> END\n", [], [.emptyBlock]),
    CardVector("START with a word", "START Basic\nq\nBack: a\nEND", []),
    CardVector(
      "indented END", "START\nBasic\nq\nBack: a\n  END\nEND", ["[Basic] Front: q | Back: a\n  END"]),
    CardVector("END alone", "END\n", []),
    CardVector("START in running text", "START\nwith this chapter.\n", []),
    CardVector(
      "unknown type, no END up to the end of the file", "START\nVocab\nq\nBack: a\n",
      ["[Vocab] Front: q | Back: a"], [.endMissing, .unknownNoteType]),
    CardVector(
      "no END up to the end of the file", "START\nBasic\nq\nBack: a\n", ["[Basic] Front: q | Back: a"],
      [.endMissing]),
    CardVector(
      "no END, but an ID", "START\nBasic\nq\nBack: a\n<!--ID: 5-->\n\nafter\n",
      ["[Basic] Front: q | Back: a id 5"], [.endMissing]),
  ])
  func shapeOfBlocks(_ vector: CardVector) { check(vector) }

  @Test(arguments: [
    CardVector(
      "6 answer that mentions an ID", block("Basic", "q", "Back: the PID: 42 here"),
      ["[Basic] Front: q | Back: the PID: 42 here"], [.idLikeText]),
    CardVector(
      "7 tags and ID", block("Basic", "q", "Back: a", "Tags: x y", "<!--ID: 1700000000000-->"),
      ["[Basic] Front: q | Back: a #x #y id 1700000000000"]),
    CardVector(
      "8 blank between tags and ID",
      block("Basic", "q", "Back: a", "Tags: x", "", "<!--ID: 1700000000000-->"),
      ["[Basic] Front: q | Back: a #x id 1700000000000"], [.tagsBeforeBlank]),
    CardVector(
      "9 tags after the ID", block("Basic", "q", "Back: a", "<!--ID: 1700000000000-->", "Tags: x"),
      ["[Basic] Front: q | Back: a #x id 1700000000000"], [.idNotLast]),
    CardVector(
      "10 tags with commas", block("Basic", "q", "Back: a", "Tags: x, y"),
      ["[Basic] Front: q | Back: a #x #y"], [.tagsForm]),
    CardVector(
      "21 the same ID twice",
      block("Basic", "q", "<!--ID: 5-->") + "\n" + block("Basic", "r", "<!--ID: 5-->"),
      ["[Basic] Front: q id 5", "[Basic] Front: r id 5"], [.duplicateID, .emptyField]),
    CardVector(
      "ID without blank", block("Basic", "q", "Back: a", "<!--ID:5-->"), ["[Basic] Front: q | Back: a id 5"]),
    CardVector(
      "bare ID", block("Basic", "q", "Back: a", "ID: 1700000000000"),
      ["[Basic] Front: q | Back: a id 1700000000000"]),
    CardVector(
      "bare ID too short", block("Basic", "q", "Back: a", "ID: 123456789"),
      ["[Basic] Front: q | Back: a\nID: 123456789"], [.idLikeText]),
    CardVector(
      "ID with too many digits", block("Basic", "q", "Back: a", "<!--ID: 99999999999999999999-->"),
      ["[Basic] Front: q | Back: a\n<!--ID: 99999999999999999999-->"], [.idLikeText]),
    CardVector(
      "ID in the middle", block("Basic", "q", "<!--ID: 5-->", "Back: a"),
      ["[Basic] Front: q\n<!--ID: 5--> | Back: a"], [.idNotLast]),
    CardVector(
      "blank between ID and END", block("Basic", "q", "Back: a", "<!--ID: 5-->", ""),
      ["[Basic] Front: q | Back: a id 5"]),
    CardVector(
      "tags without blank", block("Basic", "q", "Back: a", "Tags:x"), ["[Basic] Front: q | Back: a #x"],
      [.tagsForm]),
    CardVector(
      "no tags", block("Basic", "q", "Back: a", "Tags: "), ["[Basic] Front: q | Back: a"], [.tagsForm]),
    CardVector(
      "tags with # and brackets, twice", block("Basic", "q", "Back: a", "Tags: #x [[y]] X"),
      ["[Basic] Front: q | Back: a #x #y"], [.tagsForm]),
    CardVector("only an ID", block("<!--ID: 5-->"), [], [.emptyBlock]),
  ])
  func idAndTags(_ vector: CardVector) { check(vector) }

  @Test(arguments: [
    CardVector(
      "12 head in a fence", block("Basic", "q", "Back: a", "```yaml", "Back: y", "```"),
      ["[Basic] Front: q | Back: a\n```yaml\nBack: y\n```"], [.fieldInCode]),
    CardVector(
      "the only head is in a fence", block("Basic", "q", "```", "Back: y", "```"),
      ["[Basic] Front: q\n``` | Back: y\n```"]),
    CardVector(
      "answer below its head", block("Basic", "q", "Back: ", "", "- one", "", "- two"),
      ["[Basic] Front: q | Back: - one\n\n- two"]),
    CardVector(
      "first field named, no blank after the colon", block("Basic", "Front:q", "Back:a"),
      ["[Basic] Front: q | Back: a"]),
    CardVector(
      "fields in another order and twice", block("Basic", "Back: a", "Front: q", "Back: b"),
      ["[Basic] Front: q | Back: a\n b"]),
    CardVector(
      "field of another type", block("Basic", "q", "Back: a", "Extra: x"),
      ["[Basic] Front: q | Back: a\nExtra: x"]),
    CardVector(
      "a name that begins with another", block("Cloze", "{{c1::q}}", "Back Extra: x"),
      ["[Cloze] Text: {{c1::q}} | Back Extra: x"]),
    CardVector(
      "indented head", block("Basic", "q", " Back: a"), ["[Basic] Front: q\n Back: a"],
      [.emptyField, .unseenHead]),
    CardVector(
      "a head in other letters", block("Basic", "q", "**back:** a"), ["[Basic] Front: q\n**back:** a"],
      [.emptyField, .unseenHead]),
    CardVector(
      "a head of a field that has text", block("Basic", "q", "Back: a", "- Back: b"),
      ["[Basic] Front: q | Back: a\n- Back: b"]),
    CardVector(
      "an empty field", block("Basic (optional reversed card)", "q", "Back: a", "Add Reverse:"),
      ["[Basic (optional reversed card)] Front: q | Back: a"]),
    CardVector(
      "an id behind text", block("Basic", "q", "Back: a", "Reference: b.<!--ID: 17-->", ""),
      ["[Basic] Front: q | Back: a\nReference: b. id 17"], [.idAfterText]),
    CardVector(
      "an id behind tags", block("Basic", "q", "Back: a", "Tags: x y <!--ID: 17-->"),
      ["[Basic] Front: q | Back: a #x #y id 17"], [.idAfterText]),
    CardVector(
      "a long answer", block("Basic", "q", "Back: a", String(repeating: "b\n", count: 41)),
      ["[Basic] Front: q | Back: a\n" + String(repeating: "b\n", count: 40) + "b"], [.longAnswer]),
    CardVector(
      "a number as a deck", "TARGET DECK: 42\n" + block("Basic", "q", "Back: a"),
      ["[Basic] Front: q | Back: a"], [.deckName]),
    CardVector(
      "an empty part of a deck", "TARGET DECK: a::::b\n" + block("Basic", "q", "Back: a"),
      ["[Basic] Front: q | Back: a"], [.deckName]),
    CardVector(
      "blanks in a deck", "TARGET DECK: a :: b 2\n" + block("Basic", "q", "Back: a"),
      ["[Basic] Front: q | Back: a"]),
    CardVector(
      "encoded twice", block("Basic", "q\u{c3}\u{a9}", "Back: a"), ["[Basic] Front: q\u{c3}\u{a9} | Back: a"],
      [.doubleEncoded]),
    CardVector(
      "a quotation mark encoded twice", block("Basic", "it\u{e2}\u{20ac}\u{2122}s", "Back: a"),
      ["[Basic] Front: it\u{e2}\u{20ac}\u{2122}s | Back: a"], [.doubleEncoded]),
    CardVector(
      "letters with accents", block("Basic", "Âge, Ã, São", "Back: «a» 5 €"),
      ["[Basic] Front: Âge, Ã, São | Back: «a» 5 €"]),
    CardVector("no answer", block("Basic", "q"), ["[Basic] Front: q"], [.emptyField]),
    CardVector("no question", block("Basic", "Back: a"), ["[Basic] Back: a"], [.emptyField]),
    CardVector("no gap", block("Cloze", "q"), ["[Cloze] Text: q"], [.noCloze]),
    CardVector(
      "a gap of number 0", block("Cloze", "{{c0::q}} {{c1::r}}"), ["[Cloze] Text: {{c0::q}} {{c1::r}}"],
      [.clozeNumber]),
    CardVector(
      "only a gap of number 500", block("Cloze", "{{c500::q}}"), ["[Cloze] Text: {{c500::q}}"],
      [.clozeNumber, .noCloze]),
  ])
  func fields(_ vector: CardVector) { check(vector) }

  @Test(arguments: [
    CardVector(
      "11 case", block("basic", "q", "Back: a"), ["[Basic] Front: q | Back: a"], [.noteTypeCase]),
    CardVector(
      "blank after the type", block("Basic ", "q", "Back: a"), ["[Basic] Front: q | Back: a"],
      [.trailingBlank]),
    CardVector(
      "blank line above the type", block("", "Basic", "q", "Back: a"), ["[Basic] Front: q | Back: a"]),
    CardVector(
      "type forgotten", block("What is it?", "Back: a"), ["[Basic] Front: What is it? | Back: a"],
      [.noteTypeMissing]),
    CardVector(
      "unknown, with a stock field", block("Vocab", "q", "more", "Back: a"),
      ["[Vocab] Front: q\nmore | Back: a"], [.unknownNoteType]),
    CardVector(
      "unknown, with a blank line", block("Vocab", "q", "more", "", "a", "", "b"),
      ["[Vocab] Front: q\nmore | Back: a\n\nb"], [.unknownNoteType]),
    CardVector(
      "unknown, with blank lines above", block("Vocab", "", "q", "", "a"), ["[Vocab] Front: q | Back: a"],
      [.unknownNoteType]),
    CardVector(
      "unknown, one passage", block("Vocab", "q"), ["[Vocab] Front: q"], [.unknownNoteType]),
    CardVector(
      "unknown, with gaps", block("Lücken", "{{c1::q}}", "", "more"), ["[Lücken] Text: {{c1::q}}\n\nmore"],
      [.unknownNoteType]),
    CardVector(
      "unknown, nothing below it", block("Vocab"), ["[Vocab]"], [.unknownNoteType, .emptyField]),
  ])
  func noteTypes(_ vector: CardVector) { check(vector) }

  @Test func candidateHeadsOfAnUnknownType() {
    let note = parse(
      block(
        "Vokabel", "Anverso: q", "see http://x.y and a:b", "Reverso:", "```", "key: value", "```",
        "Reverso: b"))
    #expect(note.blocks.map(\.candidateHeads.names) == [["Anverso", "Reverso"]])
    #expect(parse(block("Basic", "q", "Extra: a")).blocks.map(\.candidateHeads.names) == [[]])
  }

  @Test func typesFromSettings() {
    let types =
      NoteType.stock + [
        NoteType(name: "Básico", fields: ["Anverso", "Reverso"], behavior: .reversed),
        NoteType(name: "Void", fields: [], behavior: .basic),
      ]
    let parser = NoteParser(noteTypes: NoteTypeTable(types))
    let text = block("Básico", "q", "Reverso: a") + "\n" + block("Void", "q", "", "a")
    let note = parser.parse(Array(text.utf8))
    #expect(note.summaries == ["[Básico] Anverso: q | Reverso: a", "[Void] Front: q | Back: a"])
    #expect(note.codes == [.unknownNoteType])
  }

  @Test func bytesThatAreNotUTF8() {
    let file = Array("START\nBasic\nq".utf8) + [0xe9] + Array("\nBack: a\nEND".utf8)
    let note = NoteParser().parse(file)
    #expect(note.summaries == ["[Basic] Front: q\u{fffd} | Back: a"])
    #expect(note.codes == [.invalidUTF8])
    #expect(note.blocks.map(\.lines) == [1...5])
  }

  private func check(_ vector: CardVector) {
    let note = parse(vector.input)
    #expect(note.summaries == vector.cards)
    #expect(Set(note.codes) == vector.codes)
  }
}
