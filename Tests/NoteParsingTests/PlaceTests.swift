import StudyCore
import TestSupport
import Testing

@testable import NoteParsing

struct PlaceTests {
  @Test(arguments: ["\n", "\r\n"], ["", "\u{feff}"])
  func placesOfCards(_ lineEnd: String, _ mark: String) {
    let input = MarkedText(
      """
      # Ünïcode 🜁
      ▷START
      Basic
      q
      Back: a
      END

      é🜁 ▷STARTI [Basic] q Back: a ENDI ▷STARTI [Basic] r Back: a ENDI
      ▷START
      Basic
      q
      Back: a
      """)
    let note = parse(mark + input.text.replacing("\n", with: lineEnd))
    #expect(
      note.blocks.map { MarkedText.Position(line: $0.lines.lowerBound, column: $0.column) } == input.positions
    )
    #expect(note.blocks.map(\.lines) == [2...6, 8...8, 8...8, 9...12])
    #expect(note.places(of: .endMissing) == [input.positions[3]])
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{feff}"])
  func placesOfLinks(_ lineEnd: String, _ mark: String) {
    let input = MarkedText(
      """
      ---
      up: "▷[[x]]"
      ---
      ▷[[a]] é🜁 ▷[[b|ü]]▷![[c]] ▷[d](d.md)
      ```anki
      START
      Basic
      ü ▷[[e]]
      Back: ▷[[f]]
      END
      ```
      \t▷[[g]]
      """)
    let note = parse(mark + input.text.replacing("\n", with: lineEnd))
    #expect(note.links.map { MarkedText.Position($0.place) } == input.positions)
  }

  @Test(arguments: [
    (FindingCode.trailingBlank, "▷START \nBasic\nq\nBack: a\nEND"),
    (.trailingBlank, "START\n▷Basic \nq\nBack: a\nEND"),
    (.noteTypeCase, "START\n▷basic\nq\nBack: a\nEND"),
    (.unknownNoteType, "ü\nSTART\n\n▷Vocab\nq\n\na\nEND"),
    (.textAfterEnd, "START\nBasic\nq\nBack: a\nEND▷ing"),
    (.tagsForm, "START\nBasic\nq\nBack: ü\n▷Tags: a,b\nEND"),
    (.tagsBeforeBlank, "START\nBasic\nq\nBack: a\n▷Tags: a\n\n<!--ID: 5-->\nEND"),
    (.idNotLast, "START\nBasic\nq\n▷<!--ID: 5-->\nBack: a\nEND"),
    (.idLikeText, "START\nBasic\nq\n▷Back: a ID: 5\nEND"),
    (.fieldInCode, "START\nBasic\nq\nBack: a\n```\n▷Back: x\n```\nEND"),
    (.inlineWithoutType, "é ▷STARTI x ENDI"),
    (
      .duplicateID,
      "START\nBasic\nq\nBack: a\nID: 1234567890\nEND\n\n▷START\nBasic\nr\nBack: a\nID: 1234567890\nEND"
    ),
    (.emptyBlock, "\n▷START\n\nEND"),
    (.emptyField, "\n▷START\nBasic\nq\nEND"),
    (.cardInCode, "~~~\n▷START\nBasic\nq\nBack: a\nEND\n~~~"),
  ])
  func placesOfFindings(_ code: FindingCode, _ marked: String) {
    let input = MarkedText(marked)
    let note = parse(input.text)
    #expect(note.places(of: code) == input.positions)
    #expect(note.codes == [code])
  }

  @Test func findingsAreInOrderOfTheirPlaces() {
    let note = parse("---\na: [\n---\nSTARTI x ENDI\nSTART\nEND\nSTARTI x ENDI\nTARGET DECK:\n")
    #expect(note.findings.map(\.place.line) == note.findings.map(\.place.line).sorted())
    #expect(note.codes.count == 5)
  }

  @Test func whatAFindingQuotesIsShort() {
    let note = parse(block(String(repeating: "x", count: 50_000), "", "a"))
    #expect(note.findings.allSatisfy { $0.message.count < 200 })
  }
}
