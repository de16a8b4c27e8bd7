import AnkiExchange
import StudyCore
import Testing

@Suite struct TextExportTests {
  @Test func aFileSaysEverythingAnkiWouldGuess() {
    let result = export([
      note(1, deck: "AWS::ECS", tags: ["infra", "x/y"], "What is **ECS**?", "- a\n- b"),
      note(2, cloze, "{{c1::Lima}}", ""),
    ])
    #expect(
      result.lines() == [
        "#separator:comma", "#html:true", "#if matches:update current", "#guid column:1",
        "#notetype column:2",
        "#deck column:3", "#tags column:6",
        "linnet:block1:577419fc,Basic,AWS::ECS,What is <b>ECS</b>?,"
          + "\"<div style=\"\"text-align:left\"\"><ul><li>a</li><li>b</li></ul></div>\",infra x::y",
        "linnet:block2:caea106a,Cloze,Deck,{{c1::Lima}},,",
      ])
    #expect(result.report.written == 2 && result.report.leftOut.isEmpty)
  }

  @Test func nothingToExportMakesNoFile() {
    #expect(export([]).files.isEmpty)
    #expect(export([note(1, "%% nothing %%", "x")]).files.isEmpty)
  }

  @Test func parentsComeBeforeTheirChildrenWhateverTheirCase() {
    let result = export(
      ["b", "A::B::C", "a::b", "A", "a"].enumerated().map {
        note($0.offset, deck: $0.element, "q\($0.offset)", "")
      })
    #expect(result.rows().map { $0.split(separator: ",")[2] } == ["A", "A", "A::B", "A::B::C", "b"])
  }

  @Test(arguments: [
    ("2024", "Deck 2024"), ("Year::2024", "Year::2024"), ("-7", "Deck -7"), (" A : :: B ", "A::B"),
    ("", "blank"),
    ("e\u{301}", "\u{e9}"),
  ])
  func decksAreNamedAsAnkiNormalisesThem(deck: String, expected: String) {
    let cell = export([note(1, deck: deck, "q", "")]).rows()[0].split(separator: ",")[2]
    #expect(Array(cell.utf8) == Array(expected.utf8))
  }

  @Test func decksAreNotNestedWithoutEnd() {
    let result = export([note(1, deck: Array(repeating: "d", count: 600).joined(separator: "::"), "q", "")])
    #expect(result.rows()[0].split(separator: ",")[2].count == 100 + 99 * 2)
    #expect(result.report.notices.count == 1)
  }

  @Test func cellsThatAnkiWouldMisreadAreQuoted() {
    let result = export([
      note(1, guid: "#a,b", "x;\"y\"", "```\na\n\tb\n```"), note(2, guid: "tags:x", "a", "b"),
      note(3, guid: "plain", "# a", "b"),
    ])
    let text = String(decoding: result.files[0].bytes, as: UTF8.self)
    #expect(text.contains("\n\"#a,b\",Basic,Deck,\"x;\"\"y\"\"\",\"<div"))
    #expect(text.contains("<pre><code>a\n\tb</code></pre>"))
    #expect(text.contains("\n\"tags:x\",Basic"))
    let tabs = export([note(1, guid: "g", "a, b", "`a\tb`")]) { $0.format = .tsv }
    #expect(tabs.lines()[0] == "#separator:tab")
    #expect(tabs.rows() == ["g\tBasic\tDeck\ta, b\t\"<code>a\tb</code>\"\t"])
  }

  @Test func tagsHaveNoWhiteSpaceInside() {
    let tags = ["#a", "b\u{A0}c", "d e", "F/g//h", "f::G", "::", "", "i\u{3000}j", "A"]
    #expect(export([note(1, tags: tags, "q", "")]).rows()[0].hasSuffix(",a b-c d-e F::g::h f::G i-j"))
  }

  @Test func notesThatAnkiWouldSpoilAreReported() {
    let result = export([
      note(1, "<!-- hidden -->", "a"), note(2, cloze, "no gap", ""), note(3, cloze, "{{c0::x}}", ""),
      note(4, guid: "g", "a", "b"), note(5, guid: "g", "c", "d"),
    ])
    let expected = [
      "notes/n.md:1: the first field is empty, and Anki refuses such notes; write the question",
      "notes/n.md:2: the text has no gap, and Anki would make a card without a question; mark what to ask for as"
        + " {{c1::…}}",
      "notes/n.md:3: the text has no gap, and Anki would make a card without a question; mark what to ask for as"
        + " {{c1::…}}",
      "notes/n.md:5: another block goes to Anki under the same guid; remove the copy, or the Anki id from one of"
        + " the two",
    ]
    #expect(result.report.leftOut.map(\.description) == expected)
    #expect(result.report.written == 1)
  }

  @Test func aGuidIsLearnedOrMadeFromBlockAndType() {
    let other = NoteType(name: "Other", fields: ["F", "B"], behavior: .basic)
    let guids = export([note(1, guid: "!x", "a", ""), note(2, "b", ""), note(2, other, "c", "")])
      .rows().map { $0.split(separator: ",")[0] }
    #expect(guids[0] == "!x")
    #expect(guids[1].hasPrefix("linnet:block2:") && guids[2].hasPrefix("linnet:block2:"))
    #expect(guids[1] != guids[2])
  }

  @Test func typesHaveTheNamesOfTheLearnersAnki() {
    let result = export([note(1, "a", "b")]) { $0.noteTypeNames = ["Basic": "Einfach"] }
    #expect(result.rows()[0].contains(",Einfach,Deck,"))
  }

  @Test func typesWithoutKnownFieldsHaveFilesOfTheirOwn() {
    let type = NoteType(name: "Vokabel", fields: ["Anverso", "Tags"], behavior: .basic, isKnown: false)
    var second = note(2, type, deck: "D", "hola", "x")
    second.fields.append(Field(name: "Extra, more", text: "y"))
    let result = export([note(1, "a", "b"), note(3, type, deck: "D", "uno", "1"), second])
    #expect(result.files.map(\.part) == [.main, .noteType("Vokabel")])
    #expect(result.files.map { $0.name(stem: "deck") } == ["deck.csv", "deck-Vokabel.csv"])
    #expect(
      result.lines(of: 1).dropFirst(3).prefix(5) == [
        "#notetype:Vokabel", "#guid column:1", "#deck column:2", "#tags column:6",
        "#columns:(guid),(deck),Anverso,Tags,\"Extra, more\",(tags)",
      ])
    #expect(
      result.rows(of: 1).map { $0.split(separator: ",", maxSplits: 1)[1] } == ["D,uno,1,,", "D,hola,x,y,"])
    #expect(result.report.notices.count == 1)
  }

  @Test func aFilePerDeck() {
    let result = export([
      note(1, deck: "A::B", "a", ""), note(2, deck: "A", "b", ""), note(3, deck: "A--B", "c", ""),
      note(4, deck: "A::B", "d", ""),
    ]) { $0.hasFilePerDeck = true }
    #expect(result.files.map(\.noteCount) == [1, 2, 1])
    let names = result.files.map { $0.name(stem: "x") }
    #expect(names[0] == "A.csv" && names[1] == "A--B.csv" && names[2].hasPrefix("A--B-"))
  }

  @Test func mediaOfWrittenNotesOnlyAreNamed() {
    let result = export([note(1, "![[a.png]]", "![[b.mp3]]"), note(2, cloze, "![[c.png]]", "")]) {
      $0.media = { _, path in "m-" + path }
    }
    #expect(result.media == ["m-a.png", "m-b.mp3"])
    #expect(result.rows()[0].contains("\"<img src=\"\"m-a.png\"\">\",[sound:m-b.mp3]"))
  }
}
