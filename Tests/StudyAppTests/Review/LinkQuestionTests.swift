import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// Cards that are made of sentences with links, from the note to the question.
struct LinkQuestionTests {
  private static let settings = "syntaxes: [link-question]\n"
  private let folder: TemporaryFolder
  private let collection: Collection

  init() throws {
    folder = try TemporaryFolder([
      ".linnet.yml": LinkQuestionTests.settings,
      "Thalamus.md":
        "---\naliases: [Relay]\n---\nIt sends all that is seen to the [[Cortex]].\n\nIt is near the [[Pons]] and the [[Retina|eye]] too.\n",
      "Cortex.md": "It hears of this from the [[Thalamus|thalamus]] alone, not from the [[Amygdala]].\n",
    ])
    collection = try Collection()
    try collection.importing(folder)
  }

  private var service: ReviewService { ReviewService(store: collection.store, seed: 0) }

  private func contents(_ filter: CardFilter = CardFilter()) throws -> [CardContent] {
    try collection.store.cards(matching: filter).compactMap { try collection.store.content(of: $0.id) }
  }

  private func questions(_ filter: CardFilter) throws -> [String] {
    try contents(filter).map { CardFaces($0).questionText }
  }

  private func uids() throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try collection.blocks().map { ($0.front, $0.uid) })
  }

  @Test func `a question hides one concept and shows the others`() throws {
    #expect(
      try questions(CardFilter(isLinkQuestions: true)) == [
        "It hears of this from the [...] alone, not from the Amygdala.",
        "It hears of this from the thalamus alone, not from the [...].",
        "It sends all that is seen to the [...].", "It is near the [...] and the eye too.",
        "It is near the Pons and the [...] too.",
      ])
    #expect(try collection.findings() == [:])
  }

  // MARK: Which are asked

  @Test func `about a concept are its own sentences and those that hide it`() throws {
    let filter = try service.linkQuestions(about: "Cortex", in: CardFilter())
    #expect(
      try questions(filter) == [
        "It hears of this from the [...] alone, not from the Amygdala.",
        "It hears of this from the thalamus alone, not from the [...].",
        "It sends all that is seen to the [...].",
      ])
    let unresolved = try service.linkQuestions(about: "[[Amygdala]]", in: CardFilter())
    #expect(try questions(unresolved) == ["It hears of this from the thalamus alone, not from the [...]."])
  }

  @Test func `what is not there is told`() throws {
    #expect(throws: StudyAppError.conceptNotFound("Ponds", near: ["Pons"])) {
      try service.linkQuestions(about: "Ponds", in: CardFilter())
    }
    try folder.write(card("question", "answer"), to: "deck/Written.md")
    try collection.importing(folder)
    let deck = try #require(try collection.blocks().first { $0.front == "question" }).deck
    #expect(throws: StudyAppError.noLinkQuestions(among: deck)) {
      try service.linkQuestions(about: nil, in: CardFilter(deck: DeckName(deck)))
    }
    try folder.write("", to: ".linnet.yml")
    try collection.importing(folder)
    #expect(throws: StudyAppError.noLinkQuestions(among: nil)) {
      try service.linkQuestions(about: "Cortex", in: CardFilter())
    }
  }

  @Test func `new ones come after cards that were written`() throws {
    try folder.write(card("question", "answer"), to: "Written.md")
    try collection.importing(folder)
    let new = try service.queue(at: .sample).today(at: .sample).new
    #expect(new.map(\.isLinkQuestion) == [false, true, true, true])
  }

  // MARK: Choices

  @Test func `choices are names of concepts around, the right one among them`() throws {
    let content = try #require(try contents().first)
    let choices = try #require(try service.choices(for: content))
    #expect(choices.names[choices.right] == "Thalamus")
    // Cortex is the note itself, and Amygdala stands in the question.
    #expect(Set(choices.names) == ["Thalamus", "Pons", "Retina"])
    #expect(try service.choices(for: content) == choices)
  }

  @Test func `a card that was written has no choices`() throws {
    try folder.write("START\nCloze\nThe {{c1::[[Cortex]]}} is here.\nEND\n", to: "Written.md")
    try collection.importing(folder)
    let written = try contents().filter { !$0.card.isLinkQuestion }
    #expect(try written.map { try service.choices(for: $0) } == [nil])
  }

  // MARK: Identity

  @Test func `an edited sentence keeps its history, and a moved one too`() throws {
    let before = try uids()
    try collection.answerAll()
    try folder.write(
      "It sends nearly all that is seen to the [[Cortex]].\n\nIt is near the [[Pons]] and the [[Retina|eye]] too.\n",
      to: "Thalamus.md")
    let report = try collection.importing(folder)
    #expect((report.guesses, report.cardsAdded, report.cardsRemoved) == (1, 0, 0))
    let after = try uids()
    #expect(
      after["It sends nearly all that is seen to the {{c1::[[Cortex]]}}."]
        == before["It sends all that is seen to the {{c1::[[Cortex]]}}."])
    #expect(try collection.findings() == [:], "what came of a sentence is nothing to mend")

    try folder.write("Nothing but these words.\n", to: "Thalamus.md")
    try folder.write("- It is near the [[Pons]]\n  and the [[Retina|eye]] too.\n", to: "other/Brain.md")
    try collection.importing(folder)
    let moved = "It is near the {{c1::[[Pons]]}} and the {{c2::[[Retina|eye]]}} too."
    #expect(try uids()[moved] == before[moved])
  }

  @Test func `a sentence that stands twice is asked once`() throws {
    try folder.write("It sends all that is seen to the [[Cortex]].\n", to: "Copy.md")
    #expect(try collection.importing(folder).copies == 1)
    #expect(try collection.findings() == [:])
    #expect(try collection.cards().count(where: \.isSuspended) == 1)
  }

  @Test func `a sentence that becomes a card is one that was written`() throws {
    let sentence = "It sends all that is seen to the {{c1::[[Cortex]]}}."
    let uid = try uids()[sentence]
    try folder.write("START\nCloze\n\(sentence)\nEND\n", to: "Thalamus.md")
    try collection.importing(folder)
    #expect(try uids()[sentence] == uid)
    #expect(try contents().filter { $0.fields[0].text == sentence }.map(\.card.isLinkQuestion) == [false])
  }

  @Test func `switched off, its cards go without a question, and come back with their history`() throws {
    for number in 1...9 {
      try folder.write("Sentence number \(number) is about the [[Cortex]].\n", to: "\(number).md")
    }
    try collection.importing(folder)
    let before = try uids()
    try folder.write("", to: ".linnet.yml")
    #expect(try collection.importing(folder).cardsRemoved == 14)
    #expect(try collection.blocks() == [])
    try folder.write(LinkQuestionTests.settings, to: ".linnet.yml")
    #expect(try collection.importing(folder).cardsRestored == 14)
    #expect(try uids() == before)
  }

  @Test func `strict reading has none`() throws {
    try collection.importing(folder, mode: .strict)
    #expect(try collection.blocks() == [])
  }
}
