import FSRS
import Testing

struct ParametersTests {
  @Test func theDefaultsLieInTheBox() throws {
    #expect(try #require(FSRS7.Parameters(clamping: FSRS7.Parameters.default.weights)) == .default)
  }

  @Test func onlyThirtyFourFiniteNumbersAreParameters() {
    #expect(FSRS7.Parameters(clamping: []) == nil)
    #expect(FSRS7.Parameters(clamping: Array(repeating: 0.5, count: 21)) == nil)
    var weights = FSRS7.Parameters.default.weights
    weights[5] = .nan
    #expect(FSRS7.Parameters(clamping: weights) == nil)
  }

  @Test func clampingKeepsBoxAndOrderAndIsIdempotent() throws {
    var random = SplitMix64(seed: 99)
    for _ in 0..<200 {
      let wild = (0..<34).map { _ in Double.random(in: -20...120, using: &random) }
      let once = try #require(FSRS7.Parameters(clamping: wild))
      for (weight, bound) in zip(once.weights, FSRS7.Parameters.bounds) { #expect(bound.contains(weight)) }
      let first = once.firstStability
      #expect(first.again <= first.hard && first.hard <= first.good && first.good <= first.easy)
      #expect(once.curve.fastBase <= once.curve.slowBase)
      #expect(FSRS7.Parameters(clamping: once.weights) == once)
    }
  }

  @Test func namesStandWhereThePublishedOrderPutsThem() {
    let parameters = FSRS7.Parameters.default
    let weights = parameters.weights
    #expect(parameters.firstStability[.easy] == weights[3])
    #expect(parameters.difficulty.change == weights[6])
    #expect(parameters.slowTrace.growth == weights[7])
    #expect(parameters.slowTrace.easyFactor == weights[14])
    #expect(parameters.fastTrace.growth == weights[15])
    #expect(parameters.fastTrace.easyFactor == weights[22])
    #expect(parameters.curve.fastDecay == weights[23])
    #expect(parameters.curve.fastDecayExponent == weights[33])
  }
}
