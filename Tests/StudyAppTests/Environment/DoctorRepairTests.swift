import Foundation
import GRDB
import StudyApp
import StudyCore
import TestSupport
import Testing

@testable import StudyStore

/// What can be computed again is repaired when that is asked for, and only then.
struct DoctorRepairTests {
  private let store: StudyStore
  private let doctor: DoctorService

  init() throws {
    let blocks = (1...4).map { number in
      SampleBlock("question \(number)", "answer").with { $0.isCopy = number == 4 }
    }
    store = try StudyStore.sample(blocks)
    let service = ReviewService(store: store, seed: 1)
    for (number, card) in [1, 1, 2, 4].enumerated() {
      _ = try service.answer(
        CardID(Int64(card)), .good, secondsTaken: 1, at: Moment.sample.adding(days: number))
    }
    let environment = try StudyEnvironment(
      variables: [:], systemTime: Date(timeIntervalSince1970: 0), timeZone: .gmt)
    doctor = DoctorService(
      store: store, location: CollectionLocation(option: "sample.sqlite", environment: environment))
  }

  private func cards() throws -> [QueuedCard] { try store.cards(matching: CardFilter()) }

  private func spoil(_ assignment: String, card: Int) throws {
    try store.queue.write { try $0.execute(sql: "UPDATE card SET \(assignment) WHERE id = \(card)") }
  }

  @Test func `counts of what is due by day are counted anew`() throws {
    try store.queue.write {
      try $0.execute(sql: "INSERT INTO dueLoad SELECT 99999, id, 3 FROM deck LIMIT 1")
    }
    #expect(try doctor.examine().problems == ["the counts of what is due by day are not those of the cards"])
    let repaired = try doctor.examine(isRepairing: true)
    #expect(repaired.repairs == ["the counts of what is due by day are those of the cards again"])
    #expect(try doctor.examine().problems == [])
  }

  @Test func `a copy's suspension needs no entry`() throws {
    let report = try doctor.examine(isRepairing: true)
    #expect(report.problems == [] && report.repairs == [])
    #expect(report.cards == 3 && report.logEntries == 4)
  }

  @Test(arguments: [
    ("difficulty = difficulty + 0.001", 1), ("phase = 0, memory = NULL", 2), ("lapses = 5", 2),
    ("flag = 3", 3),
    ("isSuspended = 0", 4), ("buriedUntil = 99999", 1),
  ]) func `a schedule that is not what the log says is told, and repaired when asked`(
    assignment: String, card: Int
  ) throws {
    let before = try cards()
    try spoil(assignment.replacing(", memory = NULL", with: ", slow = NULL, fast = NULL"), card: card)
    let spoiled = try cards()
    #expect(spoiled != before)

    let id = before[card - 1].key.shortID
    let told = try doctor.examine()
    #expect(told.problems == ["the schedule of card \(id) is not what its log says"])
    #expect(told.repairs == [])
    #expect(try cards() == spoiled)

    let repaired = try doctor.examine(isRepairing: true)
    #expect(repaired.problems == [])
    #expect(repaired.repairs == ["the schedule of card \(id) is what its log says again"])
    #expect(try cards() == before)
    #expect(try doctor.examine(isRepairing: true).repairs == [])
  }
}
