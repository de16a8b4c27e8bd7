import Foundation
import TestSupport
import Testing

/// The built program: what scripts rely on, and that nothing answered is ever lost.
@Suite(.enabled(if: Program.isBuilt, "the program is not built"))
struct ReviewProcessTests {
  private func program(cards: Int = 5) throws -> Program {
    let text = (1...cards).map { "START\nBasic\nQuestion \($0)\nBack: Answer \($0), see [[Nowhere]]\nEND\n" }
    let program = try Program(["A.md": "TARGET DECK: Sample\n\n" + text.joined(separator: "\n")])
    #expect(try program.run("import", program.notes.path).status == 0)
    return program
  }

  private func keys(_ value: Any?) -> Set<String> { Set((value as? [String: Any] ?? [:]).keys) }

  private static let cardKeys: Set<String> = [
    "id", "block", "kind", "ordinal", "type", "deck", "tags", "fields", "note", "line", "anki", "state",
    "due",
    "stability", "difficulty", "retrievability", "reps", "lapses", "suspended",
  ]

  @Test func nextHasTheKeysOfTheContractAndWritesNothing() throws {
    let program = try program()
    // What the import left in the write-ahead log moves into the file when the next process opens it.
    try program.run("due")
    let before = try program.databaseBytes()
    let document = try program.run("next", "--json").document()
    #expect(keys(document) == ["version", "card", "counts", "intervals"])
    #expect(keys(document["card"]) == Self.cardKeys.union(["question", "answer", "links"]))
    #expect(document["counts"] as? [String: Int] == ["new": 5, "learning": 0, "due": 0])
    #expect(keys(document["intervals"]) == ["again", "hard", "good", "easy"])
    let card = try #require(document["card"] as? [String: Any])
    #expect(card["question"] as? String == "Question 1")
    #expect(card["answer"] as? String == "Answer 1, see Nowhere")
    #expect(card["anki"] is NSNull)
    #expect((card["links"] as? [[String: Any]])?.first?["resolved"] as? Bool == false)
    #expect(try program.run("due").status == 0)
    #expect(try program.databaseBytes() == before)
  }

  @Test func answerIsWhatNextPromised() throws {
    let program = try program()
    let next = try program.run("next", "--json").document()
    let id = try #require((next["card"] as? [String: Any])?["id"] as? String)
    let document = try program.run("answer", String(id.prefix(8)), "3", "--took", "12", "--json").document()
    #expect(keys(document) == ["version", "card", "review", "next"])
    #expect(keys(document["card"]) == Self.cardKeys)
    let review = try #require(document["review"] as? [String: Any])
    #expect(review["rating"] as? String == "good")
    #expect(review["at"] as? String == "2026-11-24T08:00:00+01:00")
    #expect((next["intervals"] as? [String: Int])?["good"] == 600)
    #expect(document["next"] as? String == "2026-11-24T08:10:00+01:00")
    let due = try program.run("due", "--days", "2", "--json").document()
    #expect(keys(due).isSuperset(of: ["version", "now", "days"]))
    #expect(due["now"] as? [String: Int] == ["new": 4, "learning": 1, "due": 0])
    let days = try #require(due["days"] as? [[String: Any]])
    #expect(days.map { $0["date"] as? String } == ["2026-11-24", "2026-11-25"])
    #expect(days.map { $0["due"] as? Int } == [1, 0])
    #expect(try program.run("undo").status == 0)
    #expect(try program.run("undo").status == 1)
    let again = try program.run("next", "--json").document()
    #expect(again as NSDictionary == next as NSDictionary)
  }

  @Test func exitCodesTellScriptsWhatHappened() throws {
    let program = try program(cards: 1)
    #expect(try program.run("due", "--quiet").status == 0)
    let id = try #require(
      (program.run("next", "--json").document()["card"] as? [String: Any])?["id"] as? String)
    #expect(try program.run("answer", id, "perfect").status == 64)
    #expect(try program.run("answer", "zzzzzzzzzz", "good").status == 66)
    #expect(try program.run("suspend").status == 64)
    #expect(try program.run("next", "--deck", "Smaple").errors.contains("did you mean Sample?"))
    #expect(try program.run("suspend", id).status == 0)
    #expect(try program.run("due", "--quiet").status == 1)
    #expect(try program.run("next", "--json").document()["card"] is NSNull)
    #expect(try program.run("resume", "--deck", "sample").status == 0)
    #expect(try program.run("due", "--quiet").status == 0)
    #expect(try program.run("due", "--quiet", "--database", program.notes.absolute("none")).status == 66)
    #expect(try program.run("due", "--quiet", "--database", program.notes.absolute("A.md")).status == 66)
  }

  @Test func twoSessionsDaysApart() throws {
    let program = try program(cards: 2)
    #expect(try program.run("review", input: "\n4\n\n4\n").output.contains("2 answers, 0 again"))
    let rested = try program.run("review")
    #expect(rested.status == 0)
    #expect(rested.output.contains("Nothing is due now."))
    program.now = "2027-06-01T08:00:00+02:00"
    let later = try program.run("review", "--plain", input: "\n3\n\n1\n\n3\nq\n")
    #expect(later.output.contains("0 new - 0 learning - 2 due"))
    #expect(later.output.contains("3 answers, 1 again"))
    #expect(later.errors.isEmpty)
  }

  @Test func reviewReadsChangedNotesFirst() throws {
    let program = try program(cards: 1)
    try program.notes.write("START\nBasic\nAdded\nBack: later\nEND\n", to: "B.md")
    #expect(try program.run("review", "--no-import").output.contains("1 new"))
    #expect(try program.run("review").output.contains("2 new"))
  }

  @Test func aFolderThatIsGoneIsToldAndNoFailure() throws {
    let program = try program(cards: 1)
    try program.notes.move("", to: "../elsewhere")
    let result = try program.run("review", input: "\n3\n")
    #expect(result.status == 0)
    #expect(result.errors.contains("notes were not read again"))
    #expect(result.output.contains("1 answer"))
  }

  /// Killed at a question, every answer before it is in the log, and the next run goes on from there.
  @Test func aKilledReviewLosesNothing() throws {
    let program = try program()
    let process = try program.start(["review"])
    process.write("\n3\n\n1\n\n4\n\n")
    // The fourth answer side shows, so three answers were given.
    #expect(process.writes("\nAnswer\n", times: 4))
    process.send(SIGKILL)
    #expect(process.wait().wasKilled)
    let due = try program.run("due", "--json").document()
    #expect(due["now"] as? [String: Int] == ["new": 2, "learning": 2, "due": 0])
    for _ in 1...3 { #expect(try program.run("undo").status == 0) }
    #expect(try program.run("undo").status == 1)
    let undone = try program.run("due", "--json").document()
    #expect(undone["now"] as? [String: Int] == ["new": 5, "learning": 0, "due": 0])
  }

  @Test func ctrlCKeepsWhatWasAnswered() throws {
    let program = try program(cards: 2)
    let process = try program.start(["review"])
    process.write("\n3\n")
    #expect(process.writes("Question 2"))
    process.send(SIGINT)
    let ending = process.wait()
    #expect(!ending.wasKilled)
    #expect(ending.status == 130)
    #expect(process.output.contains("1 answer, 0 again"))
    #expect(try program.run("undo").status == 0)
  }
}
