import StudyApp
import StudyCore
import StudyStore
import TestSupport
import Testing

/// Which field stands on which side, for every note type.
struct CardFacesTests {
  private func faces(_ type: Int, _ fields: [String], card: Int64 = 1) throws -> CardFaces {
    let block = SampleBlock().with {
      $0.noteType = NoteType.stock[type]
      $0.fields = fields
    }
    let store = try StudyStore.sample([block])
    return CardFaces(try #require(try store.content(of: CardID(card))))
  }

  @Test func basic() throws {
    let faces = try faces(0, ["What is **it**?", "- one\n- two"])
    #expect(faces.questionText == "What is it?")
    #expect(faces.answerText == "- one\n- two")
    #expect(faces.typed == nil)
  }

  @Test func reversedAsksBothWays() throws {
    #expect(try faces(1, ["a", "b"]).answerText == "b")
    let reverse = try faces(1, ["a", "b"], card: 2)
    #expect(reverse.questionText == "b")
    #expect(reverse.answerText == "a")
  }

  @Test func whatMakesTheOptionalReverseIsOnNoSide() throws {
    let forward = try faces(2, ["a", "b", "yes"])
    #expect(forward.questionText + forward.answerText == "ab")
    #expect(try faces(2, ["a", "b", "yes"], card: 2).questionText == "b")
  }

  @Test func typedAsksForThePlainText() throws {
    #expect(try faces(3, ["a", "**target** [[AWS target group|groups]]"]).typed == "target groups")
  }

  @Test func clozeHidesTheAskedNumber() throws {
    let fields = ["{{c1::NLB}} on {{c2::layer 4::which?}}", "more"]
    let first = try faces(4, fields)
    #expect(first.questionText == "[...] on layer 4")
    #expect(first.answerText == "NLB on layer 4\nmore")
    #expect(try faces(4, fields, card: 2).questionText == "NLB on [which?]")
  }
}
