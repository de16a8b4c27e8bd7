import Foundation
import StudyApp
import StudyCore
import StudyStore
import TestSupport
import Testing

/// An examination tells how far it is, and can be ended.
struct DoctorProgressTests {
  private let store: StudyStore
  private let doctor: DoctorService

  init() throws {
    store = try StudyStore.sample((1...3).map { SampleBlock("question \($0)", "answer") })
    let service = ReviewService(store: store, seed: 1)
    for card in [1, 2, 2, 3, 3, 3] {
      _ = try service.answer(CardID(Int64(card)), .good, secondsTaken: 1, at: Moment.sample)
    }
    let environment = try StudyEnvironment(
      variables: [:], systemTime: Date(timeIntervalSince1970: 0), timeZone: .gmt)
    doctor = DoctorService(
      store: store, location: CollectionLocation(option: "sample.sqlite", environment: environment))
  }

  @Test func `it tells of the database first, then of every entry of the log`() throws {
    var told: [DoctorService.Progress] = []
    let report = try doctor.examine { told.append($0) }
    #expect(report.problems == [])
    #expect(told.first == .checkingDatabase)
    #expect(told.last == .replaying(done: 6, of: 6))
    #expect(told.count == 4)
  }

  @Test func `it ends where it is told to`() {
    for step in 0..<4 {
      var told = 0
      #expect(throws: StudyStoreError.interrupted) {
        try doctor.examine { _ in
          if told == step { throw StudyStoreError.interrupted }
          told += 1
        }
      }
    }
  }

  @Test func `the database can be kept from going on with its own check`() throws {
    let blocks = (1...2000).map { SampleBlock("question \($0)", "answer") }
    let store = try StudyStore.sample(blocks)
    #expect(throws: StudyStoreError.interrupted) {
      try store.givingUp(when: { true }) { try store.integrityProblems() }
    }
    // Only within the call.
    #expect(try store.integrityProblems() == [])
  }
}
