import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

struct FileLineTests {
  @Test(arguments: [
    ("TARGET DECK: a::b ", "a::b"),
    ("TARGET DECK\n a::b", "a::b"),
    ("TARGET DECK:a", "a"),
    ("TARGET DECK : a", "a"),
    ("TARGET DECK\r\na::b\r\n", "a::b"),
    ("TARGET DECK: a\nTARGET DECK: b", "a"),
    ("TARGET DECK:\nTARGET DECK: b", "b"),
    ("---\nTARGET DECK: a\n---\n", "a"),
    ("```\nTARGET DECK: a\n```", "a"),
    ("START\nof the text\n\nTARGET DECK: a", "a"),
    ("TARGET DECK: e\u{301}", "é"),
    (" TARGET DECK: a", nil),
    ("TARGET DECKS: a", nil),
    ("TARGET DECK a", nil),
  ])
  func targetDeck(_ text: String, _ expected: String?) {
    let note = parse(text)
    #expect(note.targetDeck == expected)
    #expect(note.codes == [])
  }

  @Test(arguments: [
    ("FILE TAGS: x y", ["x", "y"]), ("FILE TAGS\nx, #y", ["x", "y"]), ("FILE TAGS: x X", ["x"]),
    ("FILE TAGS:\nFILE TAGS: z", ["z"]),
  ])
  func fileTags(_ text: String, _ expected: [String]) {
    let note = parse(text)
    #expect(note.fileTags == expected)
    #expect(note.codes == [])
  }

  @Test(arguments: [
    "text\n▷TARGET DECK:\n", "▷TARGET DECK", "▷TARGET DECK\n\nx", "x\n▷FILE TAGS: , #\n", "▷FILE TAGS",
  ])
  func linesThatNameNothing(_ marked: String) {
    let input = MarkedText(marked)
    let note = parse(input.text)
    #expect(note.places(of: .deckLineForm) == input.positions)
    #expect(note.targetDeck == nil)
    #expect(note.fileTags == [])
  }

  @Test func withinACardTheyAreText() {
    let note = parse(block("Basic", "q", "Back: a", "TARGET DECK: x"))
    #expect(note.targetDeck == nil)
    #expect(note.summaries == ["[Basic] Front: q | Back: a\nTARGET DECK: x"])
  }
}
