import FSRS
import TestSupport
import Testing

@testable import StudyCore

struct PredictionQualityTests {
  @Test(arguments: 0..<50)
  func `the area is the share of pairs in the right order`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let predictions = (0..<30).map { _ in
      (
        probability: Double(Int.random(in: 1...9, using: &random)) / 10,
        isRecalled: Bool.random(using: &random)
      )
    }
    let recalled = predictions.filter(\.isRecalled)
    let forgotten = predictions.filter { !$0.isRecalled }
    let won = recalled.reduce(0.0) { sum, one in
      forgotten.reduce(sum) {
        $0 + (one.probability > $1.probability ? 1 : one.probability == $1.probability ? 0.5 : 0)
      }
    }
    let area = try #require(PredictionQuality(predictions).areaUnderCurve)
    #expect(abs(area - won / Double(recalled.count * forgotten.count)) < 1e-12)
  }

  @Test func `without both outcomes there is no area`() {
    #expect(PredictionQuality([(0.9, true), (0.8, true)]).areaUnderCurve == nil)
    #expect(PredictionQuality([(0.9, false)]).areaUnderCurve == nil)
  }

  @Test func `log loss is the mean over all`() {
    let quality = PredictionQuality([(0.9, true), (0.6, false)])
    #expect(abs(quality.logLoss + (logarithm(0.9) + logarithm(0.4)) / 2) < 1e-12)
  }
}
