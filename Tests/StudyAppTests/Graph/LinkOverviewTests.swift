import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

struct LinkOverviewTests {
  private let collection: Collection
  private let folder: TemporaryFolder
  private let graph: GraphService
  private let reviews: ReviewService

  init() throws {
    folder = try TemporaryFolder([
      "ECS.md": """
      Runs in a [[VPC]].

      START
      Basic
      What does it need? [[Task]]
      Back: a [[Listener|listner]], [[Task]]s, ![[plan.png]], [[AWS listner]] and [[Task#states]]
      END

      \(card("Where?", "in a [[VPC]]"))
      """,
      "Task.md": card("What is it?", "a copy") + card("And then?", "[[ECS]]") + card("Last?", "[[ecs]]"),
      "Listener.md": "---\naliases: [AWS listener]\n---\nBelongs to [[ECS]].",
      "VPC.md": "A net.",
      "plan.png": "",
    ])
    collection = try Collection()
    try collection.importing(folder)
    reviews = ReviewService(store: collection.store, seed: 0)
    graph = GraphService(store: collection.store, presets: reviews.presets)
  }

  private func content(_ card: Int64) throws -> CardContent {
    try #require(try collection.store.content(of: CardID(card)))
  }

  private func place(_ title: String) throws -> NotePlace {
    try #require(try ConceptFinder.concept(named: title, in: collection.store).note)
  }

  private func cards(_ title: String) throws -> [QueuedCard] { try graph.cards(of: place(title)) }

  private func overview(at now: Moment = .sample) throws -> LinkOverview {
    let first = try #require(try cards("ECS").first)
    return try graph.links(of: content(first.id.rawValue), at: now)
  }

  private func task(at now: Moment = .sample) throws -> ConceptMemory {
    let item = try #require(try overview(at: now).items.first)
    guard case .note(let place, let memory) = item.end else {
      Issue.record("\(item.end)")
      return ConceptMemory()
    }
    #expect(place.absolutePath == folder.absolute("Task.md"))
    return memory
  }

  @Test func `a card's links are there once, in order of its text`() throws {
    let items = try overview().items
    #expect(items.map(\.name) == ["Task", "Listener", "plan.png", "AWS listner"])
    #expect(items.map(\.count) == [3, 1, 1, 1])
    #expect(items[1].end == .note(try place("Listener"), ConceptMemory()))
    #expect(items[2].end == .file(folder.absolute("plan.png")))
    #expect(items[3].end == .unresolved(near: []))
  }

  @Test func `a note's links are those of all its text`() throws {
    let items = try graph.links(of: place("ECS"), at: .sample).items
    #expect(items.map(\.name) == ["VPC", "Task", "Listener", "plan.png", "AWS listner"])
    #expect(items.map(\.count) == [2, 3, 1, 1, 1])
  }

  @Test func `what links to the card's note comes with the most links first`() throws {
    let sources = try overview().linkedFrom
    #expect(sources.map(\.title) == ["Task", "Listener"])
    #expect(sources.map(\.count) == [2, 1])
    #expect(sources.first?.place == (try place("Task")))
  }

  @Test func `a note that links to itself is not named among those that link to it`() throws {
    try folder.write("[[VPC]] and [[#Nets]]", to: "VPC.md")
    try collection.importing(folder)
    #expect(try graph.links(of: place("VPC"), at: .sample).linkedFrom.map(\.title) == ["ECS"])
  }

  @Test func `a concept is due when the first of its cards is`() throws {
    #expect(try task().due == .new)
    let all = try cards("Task")
    for card in all { _ = try reviews.answer(card.id, .easy, secondsTaken: 1, at: .sample) }
    guard case .inDays(let days) = try task().due else {
      Issue.record("an easy card comes on another day")
      return
    }
    #expect(try task(at: .sample.adding(days: days - 1)).due == .inDays(1))
    #expect(try task(at: .sample.adding(days: days)).due == .today)
    #expect(try task(at: .sample.adding(days: days + 9)).due == .today)
    // One in learning comes back within the day.
    _ = try reviews.answer(all[1].id, .again, secondsTaken: 1, at: .sample)
    #expect(try task().due == .today)
  }

  @Test func `cards that are put off or suspended do not make a concept due`() throws {
    let all = try cards("Task")
    for card in all { _ = try reviews.answer(card.id, .again, secondsTaken: 1, at: .sample) }
    _ = try reviews.change(all, .bury, at: .sample)
    #expect(try task().due == .inDays(1))
    _ = try reviews.change(all, .suspend, at: .sample)
    #expect(try task().due == .suspended)
    #expect(try task().cards == 3)
  }

  @Test func `recall is the mean of the cards that were reviewed`() throws {
    #expect(try task().recall == nil)
    let all = try cards("Task")
    _ = try reviews.answer(all[0].id, .good, secondsTaken: 1, at: .sample)
    _ = try reviews.answer(all[1].id, .again, secondsTaken: 1, at: .sample)
    let later = Moment.sample.adding(days: 3)
    let expected = try all[0...1].map { card in
      let schedule = try #require(try collection.store.card(card.id)).schedule
      return try #require(Scheduler().retrievability(of: schedule, at: later.timestamp))
    }
    let recall = try #require(try task(at: later).recall)
    #expect(abs(recall - (expected[0] + expected[1]) / 2) < 1e-12)
    #expect(expected[0] != expected[1])
  }

  @Test func `a note's cards come in its order, without those suspended or gone`() throws {
    let all = try cards("Task")
    #expect(
      try all.map { try content($0.id.rawValue).fields[0].text } == ["What is it?", "And then?", "Last?"])
    _ = try reviews.change([all[0]], .suspend, at: .sample)
    try folder.write(card("What is it?", "a copy") + card("Last?", "[[ecs]]"), to: "Task.md")
    try collection.importing(folder, isForced: true)
    #expect(try cards("Task").map(\.id) == [all[2].id])
  }

  @Test func `near names are added when they are asked for`() throws {
    let overview = try graph.withNearNames(overview())
    #expect(overview.items.map(\.name) == (try self.overview().items.map(\.name)))
    // By its alias.
    #expect(overview.items[3].end == .unresolved(near: ["Listener"]))
  }

  @Test func `of a path without a note the last part is compared`() throws {
    try folder.write("[[somewhere/Lisstener]] [[nothing like it]]", to: "VPC.md")
    try collection.importing(folder)
    let overview = try graph.withNearNames(graph.links(of: place("VPC"), at: .sample))
    #expect(overview.items.map(\.end) == [.unresolved(near: ["Listener"]), .unresolved(near: [])])
  }
}
