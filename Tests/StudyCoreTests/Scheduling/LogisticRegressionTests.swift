import FSRS
import TestSupport
import Testing

@testable import StudyCore

struct LogisticRegressionTests {
  /// Rows of 1 and two features around 0, with outcomes as the coefficients make them likely.
  private func samples(_ count: Int, _ coefficients: [Double], seed: UInt64) -> LogisticSamples {
    var random = SplitMix64(seed: seed)
    var samples = LogisticSamples(width: coefficients.count)
    for _ in 0..<count {
      let row = [1] + (1..<coefficients.count).map { _ in 4 * random.nextUniform() - 2 }
      let offset = 2 * random.nextUniform()
      let logit = offset + zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
      samples.append(row, offset: offset, outcome: random.nextUniform() < 1 / (1 + exponential(-logit)))
    }
    return samples
  }

  @Test(arguments: 0..<20)
  func `the derivatives are those of the loss`(seed: UInt64) {
    let samples = samples(30, [0.5, -1, 0.3], seed: seed)
    var random = SplitMix64(seed: seed)
    let point = (0..<3).map { _ in 2 * random.nextUniform() - 1 }
    let ridge = 0.7
    let derivatives = LogisticRegression.derivatives(samples, rows: 3..<28, point, ridge: ridge)
    let step = 1e-5
    for column in 0..<3 {
      func moved(_ distance: Double) -> [Double] {
        var moved = point
        moved[column] += distance
        return moved
      }
      let losses = [step, -step].map {
        LogisticRegression.loss(samples, rows: 3..<28, moved($0), ridge: ridge)
      }
      #expect(abs((losses[0] - losses[1]) / (2 * step) - derivatives.gradient[column]) < 1e-6)
      let gradients = [step, -step].map {
        LogisticRegression.derivatives(samples, rows: 3..<28, moved($0), ridge: ridge).gradient
      }
      for other in 0..<3 {
        let slope = (gradients[0][other] - gradients[1][other]) / (2 * step)
        #expect(abs(slope - derivatives.curvature[column * 3 + other]) < 1e-6)
      }
    }
  }

  @Test(arguments: 0..<10)
  func `at the fit the loss is flat`(seed: UInt64) {
    let samples = samples(200, [0.5, -1, 0.3], seed: seed)
    let fit = LogisticRegression.fit(samples, rows: 0..<200, columns: 3, ridge: 1)
    let gradient = LogisticRegression.derivatives(samples, rows: 0..<200, fit, ridge: 1).gradient
    #expect(gradient.allSatisfy { abs($0) < 1e-3 })
  }

  @Test func `what the outcomes were made with is found again`() {
    let truth = [0.4, -0.8, 1.2]
    let samples = samples(20_000, truth, seed: 1)
    let fit = LogisticRegression.fit(samples, rows: 0..<20_000, columns: 3, ridge: 1)
    for (found, value) in zip(fit, truth) { #expect(abs(found - value) < 0.1) }
  }

  @Test func `a ridge keeps coefficients small where all outcomes are the same`() {
    var samples = LogisticSamples(width: 1)
    for _ in 0..<10 { samples.append([1], offset: 0, outcome: true) }
    let weak = LogisticRegression.fit(samples, rows: 0..<10, columns: 1, ridge: 0.1)
    let strong = LogisticRegression.fit(samples, rows: 0..<10, columns: 1, ridge: 10)
    #expect(weak[0] > strong[0] && strong[0] > 0 && weak[0] < 10)
    #expect(LogisticRegression.fit(samples, rows: 0..<0, columns: 1, ridge: 1) == [0])
  }

  @Test func `the loss of a prediction is its logarithm, however far off`() {
    for probability in [0.01, 0.3, 0.5, 0.97] {
      #expect(abs(Logit.loss(Logit.of(probability), outcome: true) + logarithm(probability)) < 1e-12)
      #expect(abs(Logit.loss(Logit.of(probability), outcome: false) + logarithm(1 - probability)) < 1e-12)
      #expect(abs(Logit.probability(Logit.of(probability)) - probability) < 1e-12)
    }
    #expect(Logit.loss(-800, outcome: true) == 800)
    #expect(abs(Logit.of(0) + Logit.of(1)) < 1e-9)
  }
}
