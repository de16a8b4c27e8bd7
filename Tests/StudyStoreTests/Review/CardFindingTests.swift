import StudyCore
import StudyStore
import TestSupport
import Testing

struct CardFindingTests {
  @Test func aUniquePrefixNamesACard() throws {
    let store = try StudyStore.sample((0..<400).map { SampleBlock("question \($0)", "answer") })
    let all = try store.cards(matching: CardFilter())
    for card in all.prefix(20) {
      let shortID = card.key.shortID
      for length in 1...10 {
        let prefix = String(shortID.prefix(length))
        let wanted = all.filter { $0.key.shortID.hasPrefix(prefix) }.map(\.key.shortID).sorted()
        #expect(try store.cards(shortIDPrefix: prefix, limit: 500).map(\.shortID) == wanted)
      }
      let shouted = shortID.uppercased().replacing("1", with: "I").replacing("0", with: "O")
      #expect(try store.cards(shortIDPrefix: shouted, limit: 2).map(\.id) == [card.id])
    }
    #expect(try store.cards(shortIDPrefix: "", limit: 2).isEmpty)
    #expect(try store.cards(shortIDPrefix: "%", limit: 2).isEmpty)
  }

  @Test func contentSaysWhereACardComesFrom() throws {
    let block = SampleBlock("Front text", "Back text").with {
      $0.deck = DeckName("AWS::ECS")
      $0.tags = ["b", "A"]
    }
    let store = try StudyStore.sample([SampleBlock("x", "y"), block])
    let content = try #require(try store.content(of: CardID(2)))
    #expect(
      content.fields == [Field(name: "Front", text: "Front text"), Field(name: "Back", text: "Back text")])
    #expect(content.deck == DeckName("AWS::ECS"))
    #expect(content.tags == ["A", "b"])
    #expect(content.filePath == "/notes/Sample.md")
    #expect(content.line == 7)
    #expect(content.card.key.block == SampleBlock.uid(1))
  }

  @Test func dueDaysCountWhatIsOverdueToday() throws {
    let store = try StudyStore.sample((0..<6).map { SampleBlock("question \($0)", "answer") })
    let presets = Presets()
    let today = Moment.sample.studyDay(rolloverHour: 4)
    for (id, offset) in [(1, -3), (2, 0), (3, 1), (4, 1), (5, 40)] {
      _ = try store.record(
        .setDue(today.adding(offset)), of: [CardID(Int64(id))], at: .sample, presets: presets)
    }
    _ = try store.record(.bury(until: today.adding(2)), of: [CardID(2)], at: .sample, presets: presets)
    let days = try store.dueDays(at: .sample, days: 4, rolloverHour: 4)
    #expect(days.map(\.count) == [1, 2, 1, 0])
    #expect(days.first?.day == today)
    let outlook = try store.dueOutlook(on: today)
    #expect(outlook.nextReview == today.adding(1))
    #expect(outlook.new == 1)
    #expect(outlook.overdue == 2)
    #expect(!outlook.hasSuspended)
  }
}
