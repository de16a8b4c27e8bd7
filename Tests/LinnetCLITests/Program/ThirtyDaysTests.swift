import Foundation
import TestSupport
import Testing

/// A month of study with the decks of this repository, one process a day.
@Suite(.enabled(if: Sandbox.program != nil))
struct ThirtyDaysTests {
  private var month: MonthOfStudy
  private var sandbox: Sandbox { month.sandbox }

  init() throws { month = try MonthOfStudy(seed: 30) }

  private func morning(_ day: Int) -> String { month.morning(day) }
  private func cards(on day: Int) throws -> [[String: Any]] { try month.cards(on: day) }

  private func counts(on day: Int) throws -> [String: Int] {
    try sandbox.json("linnet due --json", now: morning(day))["now"] as? [String: Int] ?? [:]
  }

  private func card(_ id: String, on day: Int) throws -> [String: Any] {
    try #require(try cards(on: day).first { $0["id"] as? String == id })
  }

  @Test mutating func `a month goes well`() throws {
    #expect(try sandbox.run("linnet import decks").status == 0)
    #expect(try counts(on: 0) == ["new": 20, "learning": 0, "due": 0])
    let all = try cards(on: 0).count

    var moved: String?
    var edited: String?
    for day in 0..<30 {
      try month.study(day: day)
      if day == 9 { edited = try editSomeNote(on: day) }
      if day == 14 { moved = try moveSomeNote(on: day) }
      if day < 3 { #expect(try counts(on: day + 1)["new"] == 20) }
    }

    let cards = try cards(on: 29)
    #expect(cards.count == all)
    let stabilities = cards.compactMap { $0["stability"] as? Double }.sorted()
    #expect(stabilities.count > all / 2)
    #expect(stabilities[stabilities.count / 2] > 7, "intervals do not grow")
    #expect(cards.contains { ($0["reps"] as? Int ?? 0) >= 4 })
    for id in [edited, moved] {
      let card = try card(#require(id), on: 29)
      #expect(card["reps"] as? Int ?? 0 > 1)
    }
    // Everything due on the last day was answered; what is left is new or for later.
    #expect(try counts(on: 29)["due"] == 0)
    let doctor = try sandbox.run("linnet doctor", now: morning(29))
    #expect(doctor.status == 0)
    #expect(doctor.output.hasSuffix("all is well\n"))
  }

  /// A card that was reviewed before, in a note of the decks.
  private func reviewed(on day: Int) throws -> (id: String, note: String, card: [String: Any]) {
    let card = try #require(
      try cards(on: day).first { $0["type"] as? String == "Basic" && $0["reps"] as? Int ?? 0 > 1 })
    return (try #require(card["id"] as? String), try #require(card["note"] as? String), card)
  }

  /// Changes a word of a question.
  private func editSomeNote(on day: Int) throws -> String {
    let (id, note, before) = try reviewed(on: day)
    let front = try #require((before["fields"] as? [String: String])?["Front"])
    let text = try String(contentsOfFile: note, encoding: .utf8)
    try #require(text.contains(front))
    try text.replacing(front, with: front + " Say it shortly.")
      .write(toFile: note, atomically: true, encoding: .utf8)
    try sandbox.run("linnet import", now: morning(day))
    let after = try card(id, on: day)
    #expect((after["fields"] as? [String: String])?["Front"] == front + " Say it shortly.")
    #expect(after["reps"] as? Int == before["reps"] as? Int)
    #expect(after["stability"] as? Double == before["stability"] as? Double)
    return id
  }

  private func moveSomeNote(on day: Int) throws -> String {
    let (id, note, before) = try reviewed(on: day)
    let place = sandbox.folder.absolute("decks/Moved.md")
    try FileManager.default.moveItem(atPath: note, toPath: place)
    try sandbox.run("linnet import", now: morning(day))
    let after = try card(id, on: day)
    #expect(after["note"] as? String == place)
    #expect(after["reps"] as? Int == before["reps"] as? Int)
    #expect(after["due"] as? String == before["due"] as? String)
    return id
  }
}
