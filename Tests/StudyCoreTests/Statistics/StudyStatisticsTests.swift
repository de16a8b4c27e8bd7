import FSRS
import TestSupport
import Testing

@testable import StudyCore

struct StudyStatisticsTests {
  private func record(
    day: Int, _ rating: Rating = .good, seconds: Double = 5, stage: StudyRecord.Stage = .new,
    predicted: Double? = nil
  ) -> StudyRecord {
    StudyRecord(
      card: 0, time: Timestamp(seconds: Int64(day) * 86_400), day: Day(number: day), rating: rating,
      secondsTaken: seconds, stage: stage, predicted: predicted)
  }

  @Test func `without answers everything is nothing`() {
    let statistics = StudyStatistics([])
    #expect(statistics.answers == 0 && statistics.seconds == 0 && statistics.days.isEmpty)
    #expect(statistics.recall.share == nil && statistics.recall.predictedShare == nil)
    #expect(statistics.streak(today: Day(number: 5)) == 0)
  }

  @Test func `answers add up by day`() {
    let statistics = StudyStatistics([
      record(day: 3), record(day: 3, .again, seconds: 7), record(day: 5, .easy), record(day: 3, .hard),
    ])
    #expect(
      statistics.days == [
        .init(day: Day(number: 3), answers: 3, again: 1, seconds: 17),
        .init(day: Day(number: 5), answers: 1, again: 0, seconds: 5),
      ])
    #expect(statistics.ratings == [.good: 1, .again: 1, .easy: 1, .hard: 1])
    #expect(statistics.seconds == 22)
  }

  @Test func `recall is of cards that were known before, young and mature ones apart`() {
    let statistics = StudyStatistics([
      record(day: 1, .again, stage: .learning, predicted: 0.9),
      record(day: 2, .again, stage: .review(interval: 20), predicted: 0.9),
      record(day: 3, .hard, stage: .review(interval: 20), predicted: 0.7),
      record(day: 4, .good, stage: .review(interval: 21), predicted: 0.8),
      record(day: 5, .good, stage: .relearning, predicted: 0.9),
      record(day: 6, .good, stage: .review(interval: 9), predicted: nil),
    ])
    #expect(statistics.young.reviews == 2 && statistics.young.recalled == 1)
    #expect(abs(statistics.young.predictedShare! - 0.8) < 1e-12)
    #expect(statistics.mature.share == 1)
    #expect(statistics.recall.reviews == 3 && statistics.recall.recalled == 2)
  }

  @Test(arguments: [
    ([3, 4, 5], 5, 3), ([3, 4, 5], 6, 3), ([3, 4, 5], 7, 0), ([1, 3, 4], 4, 2), ([5], 5, 1), ([9], 5, 0),
  ])
  func `days in a row end today or yesterday`(_ days: [Int], _ today: Int, _ length: Int) {
    let statistics = StudyStatistics(days.map { record(day: $0) })
    #expect(statistics.streak(today: Day(number: today)) == length)
  }
}
