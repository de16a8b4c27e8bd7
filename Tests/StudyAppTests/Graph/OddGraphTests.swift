import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import StudyApp

/// Graphs as nobody plans them.
struct OddGraphTests {
  private let collection: Collection

  init() throws { collection = try Collection() }

  private var graph: GraphService {
    var settings = SchedulerSettings()
    settings.order.gathering = .graph
    return GraphService(store: collection.store, presets: Presets(general: settings))
  }

  private func concept(_ name: String) throws -> Concept {
    try ConceptFinder.concept(named: name, in: collection.store)
  }

  private func path(_ start: String, _ end: String) throws -> [String]? {
    try graph.path(from: concept(start), to: concept(end))?.map(\.node.title)
  }

  private func gaps(limit: Int = .max) throws -> GapReport { try graph.gaps(limit: limit, at: .sample) }

  /// The fronts of today's new cards.
  private func fronts() throws -> [String] {
    let service = ReviewService(store: collection.store, presets: graph.presets, seed: 0)
    return try service.queue(at: .sample).today(at: .sample).new.compactMap {
      try collection.store.content(of: $0.id)?.fields.first?.text
    }
  }

  private func content(ofFront front: String) throws -> CardContent {
    let uid = try #require(try collection.uid(front))
    let card = try #require(try collection.cards().first { $0.uid == uid })
    return try #require(try collection.store.content(of: CardID(card.id)))
  }

  @Test func `a collection without notes, without links and without cards has no gaps and no order`() throws {
    #expect(try gaps().totals == (0, 0, 0, 0))
    #expect(try fronts().isEmpty)
    try collection.importing(
      try TemporaryFolder(["A.md": "", "B.md": card("b", "x"), "C.md": card("c", "x")]))
    let report = try gaps()
    #expect(report.totals == (0, 0, 3, 0))
    #expect(report.isolated.map(\.title) == ["A", "B", "C"])
    #expect(try path("A", "B") == nil)
    #expect(try path("A", "A") == ["A"])
    #expect(try fronts() == ["b", "c"])
    #expect(try collection.store.neighbourhood(of: concept("A").id, depth: 9) == [concept("A").id])
  }

  @Test func `links but no cards`() throws {
    try collection.importing(try TemporaryFolder(["A.md": "[[B]] [[X]]", "B.md": "[[A]]", "C.md": "[[B]]"]))
    let report = try gaps()
    #expect(report.uncarded.map(\.node.title) == ["B"])
    #expect(report.unresolved.map(\.name) == ["X"])
    #expect(report.weak.isEmpty && report.isolated.isEmpty)
    #expect(try fronts().isEmpty)
  }

  @Test func `a note that links to itself is alone, leans on nothing and has no way to go`() throws {
    try collection.importing(
      try TemporaryFolder([
        "A.md": "---\nrequires: \"[[A]]\"\n---\n[[A]] [[#Part]]\n" + card("a", "[[A]] [[#Part]]"),
        "B.md": card("b", "x"),
      ]))
    #expect(try gaps().isolated.map(\.title) == ["A", "B"])
    #expect(try graph.foundations(of: content(ofFront: "a").card, at: .sample).isEmpty)
    #expect(try path("A", "A") == ["A"])
    #expect(try fronts() == ["a", "b"])
  }

  @Test func `a circle has an order, and every card of it leans on the next`() throws {
    let size = 40
    var files: [String: String] = [:]
    for number in 0..<size {
      files["\(100 + number).md"] = card("\(100 + number)", "[[\(100 + (number + 1) % size)]]")
    }
    try collection.importing(try TemporaryFolder(files))
    #expect(try fronts().count == 20)
    #expect(Set(try fronts()).count == 20)
    #expect(try path("100", "139")?.count == size)
    let leaning = try graph.foundations(of: content(ofFront: "139").card, at: .sample)
    #expect(leaning.map(\.foundation.title) == ["100"])
    #expect(try collection.store.neighbourhood(of: concept("100").id, depth: .max).count == size)
  }

  @Test func `a hub with very many links is one step from everything and leans on none of it`() throws {
    let size = 50_000
    let text = (0..<size).map { "[[n\($0)]]" }.joined(separator: "\n")
    try collection.importing(
      try TemporaryFolder([
        "Hub.md": text + "\n" + card("hub", "[[n7]]"), "n7.md": card("seven", "[[Hub]]"), "End.md": "[[n9]]",
      ]))
    #expect(try path("n7", "n49999") == ["n7", "Hub", "n49999"])
    #expect(try path("End", "n8") == ["End", "n9", "Hub", "n8"])
    let report = try gaps(limit: 3)
    #expect(report.totals.unresolved == size - 1)
    #expect(report.unresolved.first?.name == "n9")
    #expect(try collection.store.neighbourhood(of: concept("Hub").id, depth: 1).count == size + 1)
    #expect(try fronts() == ["hub", "seven"])
  }

  @Test func `names of ten kilobytes are names`() throws {
    let long = String(repeating: "long name ", count: 1000) + "end"
    try collection.importing(
      try TemporaryFolder(["A.md": "[[\(long)]] and [[\(long)s]]\n" + card("a", "in [[\(long)]]")]))
    let report = try gaps()
    #expect(report.unresolved.map(\.name) == [long, long + "s"])
    #expect(report.unresolved.map(\.links) == [2, 1])
    #expect(try path("A", long) == ["A", long])
    #expect(throws: StudyAppError.self) { try path("A", long + "x") }
  }

  @Test func `names that differ in case or normalisation only are one concept`() throws {
    try collection.importing(
      try TemporaryFolder([
        "A.md": "[[Caf\u{e9}]] [[CAFE\u{301}]] [[caf\u{e9}]]\n" + card("a", "[[b]]"), "B.md": card("b", "x"),
      ]))
    let report = try gaps()
    #expect(report.unresolved.map(\.name) == ["Caf\u{e9}"])
    #expect(report.unresolved.map(\.links) == [3])
    #expect(try path("a", "CAFE\u{301}") == ["A", "Caf\u{e9}"])
    #expect(try fronts() == ["b", "a"])
  }

  @Test func `of two notes with one name a path says which`() throws {
    try collection.importing(
      try TemporaryFolder([
        "one/Same.md": "[[one/Same]] [[two/Same]]\n" + card("one", "[[two/Same]]"),
        "two/Same.md": card("two", "x"), "C.md": "[[one/Same]]",
      ]))
    #expect(throws: StudyAppError.conceptAmbiguous("same", paths: ["one/Same.md", "two/Same.md"])) {
      try path("same", "C")
    }
    #expect(try path("C", "two/Same") == ["C", "Same", "Same"])
    #expect(try fronts() == ["two", "one"])
    let report = try gaps()
    #expect(report.totals == (0, 0, 0, 0))
  }
}
