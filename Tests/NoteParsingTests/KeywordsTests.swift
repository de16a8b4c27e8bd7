import StudyCore
import Testing

@testable import NoteParsing

/// Cards between words of the author's own, as Obsidian_to_Anki's settings allow.
struct KeywordsTests {
  private func parse(_ text: String, _ change: (inout Keywords) -> Void) -> ParsedNote {
    var keywords = Keywords()
    change(&keywords)
    return NoteParser(keywords: keywords).parse(Array(text.utf8))
  }

  private func fields(_ note: ParsedNote) -> [[String]] { note.blocks.map { $0.fields.map(\.text) } }

  @Test func `cards stand between the author's words, and only there`() {
    let text = """
      %%ANKI
      Basic
      one
      Back: 1
      <!--ID: 1700000000001-->
      END%%

      START
      Basic
      no card
      END
      %%ANKI
      Basic
      two
      Back: 2
      END%% ^abc
      """
    let note = parse(text) {
      $0.begin = "%%ANKI"
      $0.end = "END%%"
    }
    #expect(fields(note) == [["one", "1"], ["two", "2"]])
    #expect(note.blocks[0].ankiID == AnkiNoteID(1_700_000_000_001))
    #expect(note.blocks[1].blockReference == "abc")
  }

  @Test func `one word may be the beginning of the other`() {
    let note = parse("****\nBasic\none\nBack: 1\n***\n\n****\nBasic\ntwo\n****\ntext\n") {
      $0.begin = "****"
      $0.end = "***"
    }
    #expect(fields(note) == [["one", "1"], ["two", ""]])
    let other = parse("***\nBasic\none\nBack: 1\n****\n***\nBasic\ntwo\n****\n") {
      $0.begin = "***"
      $0.end = "****"
    }
    #expect(fields(other) == [["one", "1"], ["two", ""]])
  }

  @Test func `deck, tags and inline cards have words of their own`() {
    let note = parse("📌: Anatomy::Hand\n🏷️: bones\n\n- «K [Basic] one Back: 1 K»\n# 🏷️\n") {
      $0.deck = "📌"
      $0.tags = "🏷️"
      $0.inlineBegin = "«K"
      $0.inlineEnd = "K»"
    }
    #expect(note.targetDeck == "Anatomy::Hand" && note.fileTags == ["bones"])
    #expect(fields(note) == [["one", "1"]])
  }

  @Test func `findings speak of the author's words`() {
    let note = parse("%%ANKI\nBasic\none\nBack: 1\n") {
      $0.begin = "%%ANKI"
      $0.end = "END%%"
    }
    #expect(note.findings.map(\.code) == [.endMissing])
    #expect(note.findings[0].fix == "write a line END%% after the card's last line")
  }
}
