import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// New cards in the order of the graph.
struct GraphOrderTests {
  private let collection: Collection

  init() throws { collection = try Collection() }

  private static let presets: Presets = {
    var settings = SchedulerSettings()
    settings.order.gathering = .graph
    return Presets(general: settings)
  }()

  /// The fronts of today's new cards in their order.
  private func fronts(_ presets: Presets = presets, _ scope: ReviewScope = ReviewScope()) throws -> [String] {
    let service = ReviewService(store: collection.store, presets: presets, seed: 0)
    return try service.queue(scope, at: .sample).today(at: .sample).new.compactMap {
      try collection.store.content(of: $0.id)?.fields.first?.text
    }
  }

  @Test func `a card comes after the cards of the notes that it links to`() throws {
    let folder = try TemporaryFolder([
      "A.md": card("a1", "runs in a [[B]]") + card("a2", "alone"),
      "B.md": card("b1", "see [[C#Part|that]]") + card("b2", "alone"),
      "C.md": card("c1", "ground"),
    ])
    try collection.importing(folder)
    #expect(try fronts() == ["c1", "b1", "b2", "a1", "a2"])
    var noted = Self.presets
    noted.general.order.gathering = .position
    #expect(try fronts(noted) == ["a1", "a2", "b1", "b2", "c1"])
  }

  @Test func `links outside of cards order nothing, but properties that say so do`() throws {
    let folder = try TemporaryFolder([
      "A.md": "---\nup: \"[[C]]\"\n---\n[[C]]\n" + card("a", "x"),
      "B.md": "---\nrequires: \"[[D]]\"\n---\n" + card("b", "x"),
      "C.md": card("c", "x"),
      "D.md": card("d", "x"),
      "E.md": card("e", "x"),
      "F.md": "---\npart-of: ['[[E]]']\n---\n" + card("f", "x"),
    ])
    try collection.importing(folder)
    #expect(try fronts() == ["a", "d", "b", "c", "f", "e"])
  }

  @Test func `a foundation far behind is fetched, and only as many cards come as the day has room for`()
    throws
  {
    var files = [String: String]()
    for number in 100..<400 { files["\(number).md"] = card("\(number)", "x") }
    files["150.md"] = card("150", "on [[399]]")
    files["000.md"] = card("0", "on [[350]] and [[360]]")
    try collection.importing(try TemporaryFolder(files))
    var presets = Self.presets
    presets.general.newPerDay = 5
    #expect(try fronts(presets) == ["350", "360", "0", "100", "101"])
  }

  @Test func `what is known, suspended or put off is no longer waited for`() throws {
    let folder = try TemporaryFolder([
      "A.md": card("a", "[[B]], [[C]], [[D]]"), "B.md": card("b", "x"), "C.md": card("c", "x"),
      "D.md": card("d", "x"),
    ])
    try collection.importing(folder)
    #expect(try fronts() == ["b", "c", "d", "a"])
    let service = ReviewService(store: collection.store, presets: Self.presets, seed: 0)
    let cards = try service.queue(at: .sample).today(at: .sample).new
    _ = try service.answer(cards[0].id, .easy, secondsTaken: 1, at: .sample)
    _ = try service.change([cards[1]], .suspend, at: .sample)
    _ = try service.change([cards[2]], .bury, at: .sample)
    #expect(try fronts() == ["a"])
  }

  @Test func `a filter keeps foundations out that it leaves out`() throws {
    let folder = try TemporaryFolder([
      "one/A.md": card("a", "[[B]] [[C]]"), "one/C.md": card("c", "x"), "two/B.md": card("b", "x"),
    ])
    try collection.importing(folder)
    let deck = try #require(try collection.blocks().first { $0.front == "a" }).deck
    #expect(
      try fronts(Self.presets, ReviewScope(filter: CardFilter(deck: DeckName(deck)))) == ["c", "a"])
  }

  /// The index comes after what it lists, unless it says too little of each.
  @Test func `what everything links to comes first, and an index waits for nothing that everything links to`()
    throws
  {
    var files = ["000 Index.md": card("index", (100..<400).map { "[[\($0)]]" }.joined(separator: " "))]
    for number in 100..<400 {
      let others = (1...60).map { "[[\(100 + (number - 100 + $0) % 300)]]" }.joined(separator: " ")
      files["\(number).md"] = others + "\n" + card("\(number)", "see [[Hub]]")
    }
    files["Hub.md"] = card("hub", "x")
    try collection.importing(try TemporaryFolder(files))
    #expect(try fronts().prefix(4) == ["index", "hub", "100", "101"])
  }
}
