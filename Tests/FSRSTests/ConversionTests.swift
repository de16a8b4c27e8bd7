import Testing

@testable import FSRS

struct ConversionTests {
  private let model = FSRS7()

  @Test(arguments: [0.01, 0.5, 1, 12, 100, 3000], [1.0, 5, 10])
  func `a state of a stability has it`(_ stability: Double, _ difficulty: Double) {
    let state = model.state(stability: stability, difficulty: difficulty)
    #expect(abs(model.stability(state) / stability - 1) < 1e-6)
    #expect(state.difficulty == difficulty)
  }

  @Test(arguments: [1.3, 1.7, 2.1, 2.5, 3.5], [1.0, 10, 100])
  func `a difficulty of an ease lets the slow trace grow by it`(_ ease: Double, _ stability: Double) {
    let difficulty = model.difficulty(ease: ease, stability: stability)
    #expect((1...10).contains(difficulty))
    #expect(difficulty >= model.difficulty(ease: ease + 0.2, stability: stability))
    guard (1.01...9.99).contains(difficulty) else { return }
    // Answered good at the moment when recall by the slow trace alone is 0.9.
    let trace = FSRS7.Parameters.default.slowTrace
    let growth =
      exponential(trace.growth - 1.5) * (11 - difficulty) * power(stability, -trace.growthStabilityExponent)
      * (exponential(0.1 * trace.growthRetrievability) - 1)
    #expect(abs(1 + growth - ease) < 1e-9)
  }
}
