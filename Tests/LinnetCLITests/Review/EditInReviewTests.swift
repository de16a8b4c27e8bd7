import Foundation
import StudyApp
import StudyCore
import StudyStore
import TestSupport
import Testing

@testable import LinnetCLI

/// The learner edits the note in the middle of a quiz.
struct EditInReviewTests {
  private static func note(_ question: String) -> String {
    "START\nBasic\n\(question)\nBack: an answer that stays\nEND\n"
  }

  private let folder: TemporaryFolder
  private let quiz: Quiz

  init() throws {
    folder = try TemporaryFolder([
      "A.md": EditInReviewTests.note("Which number is the first of all the numbers?"),
      "B.md": EditInReviewTests.note("And what is two?"),
    ])
    quiz = try Quiz([])
    try read()
  }

  private func read() throws {
    _ = try ImportService(store: quiz.store, now: quiz.now.timestamp).importFolders(at: [folder.path])
  }

  @Test func `an edited card is shown anew and keeps its history`() throws {
    try quiz.run("", "1", "q")
    let before = try quiz.store.cards(matching: CardFilter()).filter { $0.schedule.phase != .new }
    quiz.edit = { [folder] in
      try folder.write(
        EditInReviewTests.note("Which number is the very first of all the numbers?"), to: "A.md")
      try read()
    }
    quiz.now = quiz.now.adding(seconds: 120)
    try quiz.run("e", "", "3", "q")
    #expect(quiz.count(asking: "Which number is the first of all the numbers?") == 1)
    #expect(quiz.count(asking: "Which number is the very first of all the numbers?") == 1)
    #expect(try quiz.actions == ["again", "good"])
    #expect(before.count == 1)
    var keys: [CardKey] = []
    try quiz.store.forEachLogEntry { keys.append($0.card) }
    #expect(keys == [before[0].key, before[0].key])
  }

  @Test func `a card that is deleted in the editor makes room for the next`() throws {
    quiz.edit = { [folder] in
      try folder.write("nothing", to: "A.md")
      try read()
    }
    try quiz.run("", "e", "3", "q")
    #expect(quiz.count(asking: "And what is two?") == 1)
    #expect(quiz.hints == ["look at the answer first: Enter shows it"])
    #expect(try quiz.actions == [])
  }

  @Test func `an editor that fails leaves the card as it is`() throws {
    quiz.edit = { throw Failure("cannot start the editor", hint: "name another", status: .failed) }
    try quiz.run("e", "", "3", "q")
    #expect(quiz.hints == ["cannot start the editor; name another"])
    #expect(try quiz.actions == ["good"])
  }
}
