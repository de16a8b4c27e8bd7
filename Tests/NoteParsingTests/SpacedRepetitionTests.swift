import StudyCore
import Testing

@testable import NoteParsing

/// obsidian-spaced-repetition (`card-syntax.md` §4).
struct SpacedRepetitionTests {
  static let forms: [(String, [String])] = [
    ("capital of Peru::Lima", ["[Basic] Front: capital of Peru | Back: Lima"]),
    ("Peru:::Lima", ["[Basic (and reversed card)] Front: Peru | Back: Lima"]),
    ("- capital of Peru :: Lima", ["[Basic] Front: capital of Peru | Back: Lima"]),
    ("one::two\nthree::four", ["[Basic] Front: one | Back: two", "[Basic] Front: three | Back: four"]),
    (
      "Question over\nseveral lines\n?\nAnswer over\nseveral lines\n\ntext",
      ["[Basic] Front: Question over\nseveral lines | Back: Answer over\nseveral lines"]
    ),
    ("q\n  ??\na", ["[Basic (and reversed card)] Front: q | Back: a"]),
    ("> q\n> ?\n> a\n> b", ["[Basic] Front: q | Back: a\nb"]),
    ("> [!question] q\n> ?\n> a", ["[Basic] Front: q | Back: a"]),
    ("## Topic\nq\n?\na", ["[Basic] Front: q | Back: a"]),
    ("## Topic\n?\na", ["[Basic] Front: Topic | Back: a"]),
    ("q\n?\n```\none\n\ntwo::three\n```\nend", ["[Basic] Front: q | Back: ```\none\n\ntwo::three\n```\nend"]),
    (
      "The ==Andes== run through ==Peru==",
      ["[Cloze] Text: The {{c1::Andes}} run through {{c2::Peru}}"]
    ),
    ("The ==2;;Andes== and ==Peru;;a land==", ["[Cloze] Text: The {{c2::Andes}} and {{c1::Peru::a land}}"]),
    ("The ==sa;;Andes== and ==a;;Peru==", ["[Cloze] Text: The {{c2::Andes}} and {{c1::Peru}}"]),
    ("Peru::Lima ^abc", ["[Basic] Front: Peru | Back: Lima"]),
    // What is no card.
    ("?\nanswer", []),
    ("Is it so?\nIt is.", []),
    ("The type std::vector grows.", []),
    ("Use `a::b` here", []),
    ("see http://x::y now", []),
    ("| a::b | c |", []),
    ("due [when:: today] or (who:: me)", []),
    ("if a == b and c == d then", []),
    ("`==code==` and $==x==$", []),
    ("```\none::two\n```", []),
    ("<!-- one::two -->", []),
  ]

  @Test(arguments: forms)
  func `reads a form`(_ text: String, _ cards: [String]) {
    #expect(parse("#flashcards\n\n" + text + "\n").summaries == cards)
  }

  @Test(arguments: forms)
  func `reads nothing in a note without the tag`(_ text: String, _ cards: [String]) {
    #expect(parse(text + "\n").summaries == [])
  }

  @Test func `a comment hides no card that stands below it`() {
    #expect(
      parse("#flashcards\n<!--ID: 1-->\none::two\n").summaries == ["[Basic] Front: one | Back: two"])
    #expect(parse("#flashcards\n<!-- open\n\none::two\n").summaries == ["[Basic] Front: one | Back: two"])
  }

  /// The deck of such a card once reached beyond its question.
  @Test func `a tag ends before a separator`() {
    #expect(parse("#flashcards/a::b\n").summaries == ["[Basic] Front: #flashcards/a | Back: b"])
  }

  @Test func `what looks like a separator in code is named`() {
    #expect(parse("#flashcards\nThe type std::vector grows.\n").codes == [.separatorInWords])
  }

  @Test func `a tag names the deck of what stands below it, or of its own card`() {
    let note = parse(
      """
      ---
      tags: flashcards
      ---
      a::b

      #flashcards/science/physics
      c::d
      #flashcards/art e::f
      g::h

      #flashcards
      i::j
      """)
    #expect(
      note.blocks.map { "\($0.fields[0].text) \($0.deck ?? "-")" } == [
        "a -", "c science::physics", "e art", "g science::physics", "i -",
      ])
  }

  @Test(arguments: [
    "Peru::Lima <!--SR:!2026-12-24,12,250-->", "Peru::Lima\n<!--SR:!2026-12-24,12,250-->",
    "Peru\n?\nLima\n<!--SR:!2026-12-24,12,250-->", "Peru\n?\nLima <!--SR:!2026-12-24,12,250-->",
    "Peru\n?\nLima\n> [!sr|card-metadata]\n> <!--SR:!2026-12-24,12,250-->",
    "In ==Peru==\n<!--SR:!2026-12-24,12,250-->", "In ==Peru== <!--SR:!2026-12-24,12,250-->",
  ])
  func `a schedule is read and is no text`(_ text: String) throws {
    let block = try #require(parse("#flashcards\n" + text + "\n").blocks.first)
    let due = try #require(Day(iso: "2026-12-24"))
    #expect(block.memories == [ForeignMemory(due: due, interval: 12, strength: .ease(250))])
    #expect(block.fields.allSatisfy { !$0.text.contains("SR") && !$0.text.contains("[!") })
  }

  @Test func `schedules of siblings are in their order, and a new one has none`() throws {
    let note = parse(
      "#flashcards\na:::b\n<!--SR:!2000-01-01,1,250!fsrs,2026-12-01,3,2.5,6.5,2,4,0,0,2026-11-28-->\n")
    let due = try #require(Day(iso: "2026-12-01"))
    #expect(
      note.blocks.map(\.memories) == [
        [nil, ForeignMemory(due: due, interval: 3, strength: .memory(stability: 2.5, difficulty: 6.5))]
      ])
  }

  @Test(arguments: [
    "!", "!2026-13-01,1,250", "!2026-12-01,x,250", "!2026-12-01,1,-3", "!fsrs,2026-12-01,1,0,5", "!,,",
  ])
  func `a schedule that cannot be read is none`(_ entry: String) {
    let note = parse("#flashcards\na::b <!--SR:\(entry)-->\n")
    #expect(note.summaries == ["[Basic] Front: a | Back: b"])
    #expect(note.blocks.flatMap(\.memories).compactMap(\.self) == [])
  }

  @Test func `separators, end marker and clozes are settings`() {
    var styles = CardStyles()
    styles.spacedRepetition.notes = .all
    styles.spacedRepetition.line = ">>"
    styles.spacedRepetition.lines = "&"
    styles.spacedRepetition.endMarker = "+++"
    styles.spacedRepetition.clozes = [.bold, ClozePattern("<<[123:]answer[|hint]>>")].compactMap(\.self)
    let note = NoteParser(styles: styles).parse(
      Array("a>>b\nc::d\n\ne\n&\nf\n\ng\n+++\n\nIn **Peru** and <<3:Chile|a land>>\n".utf8))
    #expect(
      note.summaries == [
        "[Basic] Front: a | Back: b", "[Basic] Front: e | Back: f\n\ng",
        "[Cloze] Text: In {{c1::Peru}} and {{c3::Chile::a land}}",
      ])
  }
}
