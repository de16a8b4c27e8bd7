import Foundation
import TestSupport
import Testing

/// A month of study with the decks of this repository, new cards in the order of the graph.
@Suite(.enabled(if: Sandbox.program != nil))
struct FoundationsFirstTests {
  private var month: MonthOfStudy
  private var sandbox: Sandbox { month.sandbox }

  init() throws { month = try MonthOfStudy(seed: 32) }

  private struct Card: Hashable {
    var id: String
    var block: String
    var note: String
  }

  /// In the order of the notes.
  private func cards() throws -> [Card] {
    try month.cards(on: 0).map {
      Card(
        id: try #require($0["id"] as? String), block: try #require($0["block"] as? String),
        note: try #require($0["note"] as? String))
    }
  }

  /// What `why` tells of a card on the first day: paths of the notes that it leans on, and how many cards of these come before it.
  private func why(_ card: Card) throws -> (leansOn: [String], newBefore: Int) {
    let document = try sandbox.json("linnet why \(card.id) --json", now: month.morning(0))
    let foundations = document["foundations"] as? [[String: Any]] ?? []
    return (
      foundations.compactMap { ($0["note"] as? String).map { month.decks + "/" + $0 } },
      foundations.reduce(0) { $0 + ($1["newBefore"] as? Int ?? 0) }
    )
  }

  /// Blocks in the order in which they were first answered.
  private func learned() throws -> [String] {
    var blocks: [String] = []
    for line in try sandbox.run("linnet log export", now: month.morning(MonthOfStudy.days)).output.split(
      separator: "\n")
    {
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard entry?["action"] as? String == "answer", let block = entry?["block"] as? String else { continue }
      if !blocks.contains(block) { blocks.append(block) }
    }
    return blocks
  }

  @Test mutating func `foundations come before what leans on them`() throws {
    try sandbox.run("linnet import decks")
    #expect(try sandbox.run("linnet config set scheduling.new-gather-order graph").status == 0)
    let cards = try cards()
    var leansOn: [String: Set<String>] = [:]
    var waiting: Card?
    for card in cards {
      let reason = try why(card)
      leansOn[card.note, default: []].formUnion(reason.leansOn)
      if reason.newBefore > 0 { waiting = waiting ?? card }
    }
    let sentence = try sandbox.run("linnet why \(#require(waiting).id)", now: month.morning(0)).output
    #expect(sentence.contains("New cards come after what they lean on: "))
    #expect(sentence.contains("before it today."))

    for day in 0..<MonthOfStudy.days { try month.study(day: day) }

    let places = Dictionary(uniqueKeysWithValues: try learned().enumerated().map { ($1, $0) })
    #expect(Set(places.keys) == Set(cards.map(\.block)), "a month is not enough for all new cards")
    let circles = Circles(leansOn)
    var (kept, againstTheNotes) = (0, 0)
    for (note, foundations) in leansOn {
      let own = cards.filter { $0.note == note }
      for foundation in foundations where foundation != note && !circles.join(note, foundation) {
        for other in cards.filter({ $0.note == foundation }) {
          for card in own {
            #expect(
              try #require(places[other.block]) < #require(places[card.block]),
              "\(card) leans on \(other), which came later")
            kept += 1
            if other.note > card.note { againstTheNotes += 1 }
          }
        }
      }
    }
    #expect(kept > 50)
    #expect(againstTheNotes > 20, "the order of the notes would have done as well")
  }
}

/// Which notes lead to which, also by way of others.
private struct Circles {
  private var reached: [String: Set<String>] = [:]

  init(_ leansOn: [String: Set<String>]) {
    for note in leansOn.keys {
      var found = Set<String>()
      var front = Array(leansOn[note] ?? [])
      while let next = front.popLast() {
        if found.insert(next).inserted { front += leansOn[next] ?? [] }
      }
      reached[note] = found
    }
  }

  func join(_ one: String, _ other: String) -> Bool {
    reached[one]?.contains(other) == true && reached[other]?.contains(one) == true
  }
}
