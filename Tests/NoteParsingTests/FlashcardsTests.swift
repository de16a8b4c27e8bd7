import StudyCore
import Testing

@testable import NoteParsing

/// flashcards-obsidian, both versions (`card-syntax.md` §5).
struct FlashcardsTests {
  @Test(arguments: [
    ("## What? #card\nThis.\nThat.\n\ntext", ["[Basic] Front: What? | Back: This.\nThat."]),
    ("What\nis it? #card\nThis.\n", ["[Basic] Front: What\nis it? | Back: This."]),
    ("## What?\n#card\nThis.\n", ["[Basic] Front: What? | Back: This."]),
    ("# Top\nWhat? #card\nThis.\n", ["[Basic] Front: What? | Back: This."]),
    ("What? #card-reverse\nThis.\n", ["[Basic (and reversed card)] Front: What? | Back: This."]),
    ("What? #card/reverse\nThis.\n", ["[Basic (and reversed card)] Front: What? | Back: This."]),
    ("Do it again #card-spaced\n\ntext\n", ["[Basic] Front: Do it again"]),
    ("What? #card #a/b #c\nThis.\n", ["[Basic] Front: What? | Back: This. #a/b #c"]),
    ("What? #card\nThis.\n^1700000000001\n", ["[Basic] Front: What? | Back: This. id 1700000000001"]),
    ("What? #card\n\n\nThis.\n", ["[Basic] Front: What? | Back: This."]),
    ("a #card\nb\nc #card\nd\n", ["[Basic] Front: a | Back: b", "[Basic] Front: c | Back: d"]),
    ("`#card` is a tag, as in x #cards\ntext\n", []),
    ("```\nWhat? #card\nThis.\n```\n", []),
    ("A card #card of text\nmore\n", []),
    ("What? #card\n", []),
  ])
  func `a tag marks a card`(_ text: String, _ cards: [String]) {
    #expect(parse(text).summaries == cards)
  }

  @Test(arguments: [
    ("- Port of HTTPS?::443 #net", ["[Basic] Front: Port of HTTPS? | Back: 443 #net"]),
    (
      "Peru:::Lima\n^1700000000001", ["[Basic (and reversed card)] Front: Peru | Back: Lima id 1700000000001"]
    ),
    ("Peru::Lima ^1700000000001", ["[Basic] Front: Peru | Back: Lima id 1700000000001"]),
    (
      "The {Andes} and ==Peru== and {2:Chile}",
      ["[Cloze] Text: The {{c1::Andes}} and {{c1::Peru}} and {{c2::Chile}}"]
    ),
    ("The type std::vector grows.", []),
    ("`a::b` and `{x}`", []),
    ("| a::b |", []),
    ("text", []),
  ])
  func `a note of the plugin's may have cards in a line`(_ text: String, _ cards: [String]) {
    let note = parse("---\ncards-deck: Geography\n---\n" + text + "\n")
    #expect(note.summaries == cards)
    #expect(note.frontMatterDeck == "Geography")
    #expect(parse(text.replacing(/\^\d+/, with: "") + "\n").summaries == [])
  }

  @Test func `a callout does not make a note one of the second version's`() {
    let note = parse("## What? #card\nThis.\n\n> [!CARD] a\n> b\n\nc::d\n")
    #expect(
      note.summaries == [
        "[Basic] Front: What? | Back: This.", "[Basic] Front: a | Back: b", "[Basic] Front: c | Back: d",
      ])
  }

  @Test(arguments: [
    (
      "## What? #card\nThis.\n\n### Sub\nThat.\n\n## Next\ntext",
      ["[Basic] Front: What? | Back: This.\n\n### Sub\nThat."]
    ),
    (
      "==Peru== and ==Chile== and {x} and {3:y}",
      ["[Cloze] Text: {{c1::Peru}} and {{c2::Chile}} and {x} and {{c3::y}}"]
    ),
    ("> quoted::text", []),
    ("a::b\n^q-1a2b", ["[Basic] Front: a | Back: b"]),
  ])
  func `the second version reads some forms in another way`(_ text: String, _ cards: [String]) {
    #expect(parse("---\nflashcards:\n  q-1: {hash: x}\n---\n" + text + "\n").summaries == cards)
  }

  @Test(arguments: [
    (
      "```flashcard\nfront: What?\nback: This\nand that\n```", ["[Basic] Front: What? | Back: This\nand that"]
    ),
    (
      "```flashcard\nfront: Peru\nback: Lima\ntype: reversed\n```",
      ["[Basic (and reversed card)] Front: Peru | Back: Lima"]
    ),
    (
      "```flashcard\ntype: cloze\nfront: In ==Peru==\nback: more\n```",
      ["[Cloze] Text: In {{c1::Peru}} | Back Extra: more"]
    ),
    ("```flashcard\ntype: reminder\ncontent: Do it\n```", ["[Basic] Front: Do it"]),
    ("```flashcard\nback: alone\n```", []),
    ("> [!CARD] : What?\n> This.\n>\n> That.\n\ntext", ["[Basic] Front: What? | Back: This.\n\nThat."]),
    ("> [!note] What?\n> This.", []),
  ])
  func `fences and callouts are unmistakable`(_ text: String, _ cards: [String]) {
    let note = parse(text + "\n")
    #expect(note.summaries == cards)
    #expect(note.codes == [])
  }

  @Test(arguments: [
    ("Define it", "[Basic] Front: Define it | Back: First\nparagraph."),
    ("title", "[Basic] Front: Recursion | Back: First\nparagraph."),
    ("reversed", "[Basic (and reversed card)] Front: Recursion | Back: First\nparagraph."),
  ])
  func `a note may be one card`(_ test: String, _ card: String) {
    let text = "---\ncards-deck: A\ntest: \(test)\n---\n# Heading\n\nFirst\nparagraph.\n\nSecond.\n"
    #expect(NoteParser().parse(Array(text.utf8), name: "Recursion").summaries == [card])
    let other = text.replacing("cards-deck: A\n", with: "")
    #expect(NoteParser().parse(Array(other.utf8), name: "Recursion").summaries == [])
  }
}
